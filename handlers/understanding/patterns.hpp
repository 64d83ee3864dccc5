#pragma once
// Sentence patterns: tables of what people say for everything but 'who has this task'.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/understand.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace handlers::understanding {

/// One row of the tables (phrases_da.cpp, phrases_en.cpp). The words of `pattern`, one blank between:
///   word         that word, folded      |  a/b    one of these
///   ?a/b         may be missing         |  ab*    begins so    *ab   ends so    *ab*  contains it
///   ...          up to eight words      |  ^ $    here begins or ends a sentence, but for greetings and
///   other filler <person>     one to three words that name somebody of the catalogue; <unit> a unit's name;
///   <network>
///                words of which one says that it is a network or a group; <task>, <text> whatever stands
///                there
/// `slots` adds fixed slots, "want=leader".
struct PatternRow {
  std::string_view pattern;
  IntentName intent;
  std::string_view slots = {};
};

/// A pattern found in a message, from word `first` to before word `end`.
struct PatternMatch {
  std::size_t first = 0;
  std::size_t end = 0;
  Intent intent;
};

/// Rows made ready for matching. Immutable, const access is thread-safe.
class Patterns {
 public:
  explicit Patterns(std::initializer_list<std::span<const PatternRow>> tables);

  /// All patterns of both languages.
  static const Patterns& all();

  /// Matches that do not overlap, in the order of the message; rows that stand earlier in the tables win.
  std::vector<PatternMatch> find(const Message&, const store::Finder&) const;

 private:
  using WordId = std::uint16_t;
  enum class Kind : std::uint8_t { word, gap, begin, end, person, unit, network, text };
  struct Element {
    Kind kind = Kind::word;
    bool optional = false;
    std::vector<WordId> ids;  // alternatives
    std::string slot;
  };
  struct Row {
    std::vector<Element> elements;
    std::vector<WordId> anchor;  // one of these must be in the message
    IntentName intent = IntentName::out_of_domain;
    std::vector<Slot> slots;
  };
  struct Reading;

  WordId id_of(std::string_view word);
  void add(const PatternRow&);
  bool match(const Reading&, const Row&, std::size_t element, std::size_t word, PatternMatch&) const;
  bool capture(const Reading&, const Row&, std::size_t element, std::size_t word, PatternMatch&) const;

  std::vector<Row> rows_;
  std::unordered_map<std::string, WordId> words_;
  std::vector<std::pair<std::string, WordId>> beginnings_;
  std::vector<std::pair<std::string, WordId>> endings_;
  std::vector<std::pair<std::string, WordId>> middles_;
  WordId last_id_ = 0;
};

}  // namespace handlers::understanding
