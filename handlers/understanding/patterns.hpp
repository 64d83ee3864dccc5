#pragma once
// Sentence patterns: tables of what people say for everything but 'who has this task'.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/text/word_table.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace handlers::understanding {

/// Words that rows can name together: "{leader}" in a pattern. `words` with one blank between, with stars as
/// below.
struct WordGroup {
  std::string_view name;
  std::string_view words;
};

/// One row of the tables (phrases_*.cpp). The words of `pattern`, one blank between:
///   word         that word, folded      |  a/b    one of these; {name} the words of a group
///   ?a/b         may be missing         |  ab*    begins so    *ab   ends so    *ab*  contains it
///   ...          up to eight words      |  ^ $    here begins or ends a sentence, but for greetings and
///                                       |         other filler; in tables that read days a row ends where
///                                       |         no more than courtesies follow
///   $$           the same to the end of the message: "nej tak", but not "nej tak, ikke mere kaffe"
///   <person>     one to three words that name somebody of the catalogue; <unit> a unit's name; <network>
///                words of which one says that it is a network or a group; <title> what a leading employee is
///                called ("miljøchef"); <someone> a person of the catalogue, a pronoun or a role ("min
///                kollega"); <task>, <text> whatever stands there, <text> until another question begins.
///                <person:from> puts the name into the slot `from`.
///   <day>        a day that is said ("på onsdag kl. 13"), in the slot `when`; only in tables that read days
/// A row that begins with & is a set of words, in whatever order.
/// `slots` adds fixed slots, "want=leader".
struct PatternRow {
  std::string_view pattern;
  IntentName intent;
  std::string_view slots = {};
};

/// The rows of one language with the groups that they name. Where the rows read days, a day is taken out of
/// the message before they look at it, wherever it stands, and is kept in the slot `when`.
struct PatternTable {
  std::span<const WordGroup> groups;
  std::span<const PatternRow> rows;
  bool read_days = false;
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
  /// The texts of the tables are literals: they are not copied.
  explicit Patterns(std::initializer_list<PatternTable> tables);
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;

  /// All patterns of both languages.
  static const Patterns& all();

  /// Sets of words that tell what is meant where no pattern fits.
  static const Patterns& cues();

  /// The words that the rows name in full, in the spelling of the index.
  std::vector<std::string> words() const;

  /// Matches that do not overlap, in the order of the message; rows that stand earlier in the tables win.
  std::vector<PatternMatch> find(const Message&, const store::Finder&) const;

 private:
  using WordId = std::uint16_t;
  enum class Kind : std::uint8_t {
    word,
    gap,
    begin,
    end,
    all,
    day,
    person,
    someone,
    unit,
    network,
    title,
    text
  };
  struct Element {
    Kind kind = Kind::word;
    bool optional = false;
    std::span<const WordId> ids;  // alternatives
    std::string_view slot;        // of the table's own text
  };
  struct Row {
    std::span<const Element> elements;
    IntentName intent = IntentName::out_of_domain;
    std::vector<Slot> slots;
    bool in_any_order = false;
    bool reads_days = false;
  };
  struct Reading;
  enum class Named : std::uint8_t { person, colleague, unit, network };
  static constexpr std::size_t named_count = 4;

  WordId id_of(std::string_view word);
  WordId id_of(const WordGroup&);
  std::vector<WordId>& ids_of(std::string_view word);
  Element read_element(std::string_view word, std::span<const WordGroup>);
  void make_room(std::initializer_list<PatternTable> tables);
  void add(const PatternRow&, const PatternTable&);
  void anchor_rows();
  void read_words(Reading&) const;
  bool fits(const Reading&, const Row&, Kind, std::size_t word, std::size_t end) const;
  void keep(const Reading&, const Element&, std::size_t word, std::size_t end, PatternMatch&) const;
  void find_row(Reading&, const Row&, std::vector<PatternMatch>&) const;
  bool may_stand_here(const Reading&, const PatternMatch&) const;
  bool is_rather_a_word(const Reading&, std::size_t word) const;
  bool written_as_name(const Reading&, std::size_t word) const;
  bool surely_meant(const Reading&, Kind, std::size_t word, std::size_t end) const;
  bool match_in_any_order(const Reading&, const Row&, PatternMatch&) const;
  bool match(const Reading&, const Row&, std::size_t element, std::size_t word, PatternMatch&) const;
  bool match_here(const Reading&, const Row&, std::size_t element, std::size_t word, PatternMatch&) const;
  bool match_behind_day(const Reading&, const Row&, std::size_t element, std::size_t word,
                        PatternMatch&) const;
  std::size_t end_of_rest(const Reading&, const Row&, std::size_t word, PatternMatch&) const;
  bool capture(const Reading&, const Row&, std::size_t element, std::size_t word, PatternMatch&) const;

  std::vector<Row> rows_;
  std::vector<Element> elements_;                     // of all rows
  std::vector<WordId> ids_;                           // of all elements
  std::vector<std::vector<std::uint16_t>> anchored_;  // by word: the rows that need it, or one like it
  std::vector<WordId> someone_;                       // pronouns and roles
  using WordIds = std::vector<WordId>;                // of the word itself and of its groups
  using WordParts = std::vector<std::pair<std::string, WordIds>>;
  store::WordTable<WordIds> words_;
  std::array<WordParts, 256> beginnings_;  // by their first letter
  std::array<WordParts, 256> endings_;     // by their last letter
  WordParts middles_;
  std::unordered_map<std::string, WordId> own_ids_;  // these two only while the rows are read
  std::unordered_map<const char*, WordId> group_ids_;
  WordId last_id_ = 0;
};

}  // namespace handlers::understanding
