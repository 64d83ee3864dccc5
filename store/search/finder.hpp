#pragma once
// Finding tasks by the words of a question: an inverted index over the snapshot, with forms, parts of
// compounds and typos.
#include "store/catalogue.hpp"
#include "store/text/function_words.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// How sure the finder is, decided from the scores alone.
enum class Confidence { none, choose, sure };

/// Why a task was found: a word of the question, the word of the catalogue it matched, in which field and
/// how.
struct MatchedWord {
  std::string asked;
  std::string found;
  std::string field;  ///< "title", "kle", "keywords", "description", "unit"
  std::string how;    ///< "exact", "form", "part", "typo", "word list"
};

/// What the scores of tasks mean (store/search/README.md).
struct Score {
  static constexpr float least_to_answer = 0.18F;  ///< less is near at most
  static constexpr float least_to_fit =
      0.38F;  ///< less than one word of two, or part of a title's word, brings
  static constexpr float least_to_fit_well = 0.53F;  ///< a little more than one word of two
  static constexpr float just_not_sure = 0.69F;
};

struct TaskHit {
  TaskIndex task = no_index;
  float score = 0;  ///< 0 to 1; what it means is in store/search/README.md
};

struct Found {
  Confidence confidence = Confidence::none;
  bool about_subject = false;  ///< the best hit has little of the question, but all that it begins with
  bool doubtful = false;       ///< it has little more than one word of two: it may fit, or be something else
  std::vector<TaskHit> hits;   ///< best first, at most `limit`; empty exactly when confidence is none
  std::vector<TaskHit> near;   ///< with none: up to three tasks that share something with the question

  /// True if the best hit has clearly less of the question than one word of two: it may be near, but does not
  /// fit.
  bool only_near() const;
};

/// The index over one catalogue. Immutable, const access is thread-safe; keeps the catalogue alive.
class Finder {
 public:
  explicit Finder(std::shared_ptr<const Catalogue>);
  /// The same, made from a finder of an earlier snapshot: if both have one base, only changed tasks are read.
  Finder(std::shared_ptr<const Catalogue>, const Finder& before);
  ~Finder();

  const Catalogue& catalogue() const;
  std::shared_ptr<const Catalogue> shared_catalogue() const;

  /// `phrase` is the topic of the question, without the words around it ("who handles ...", "please");
  /// `spoken` is the language of those words.
  Found find(std::string_view phrase, std::size_t limit = 10, Spoken spoken = Spoken::undecided) const;

  /// Tasks for the topics that such stories are told of (config/situations), best first, where the words of a
  /// message name none. Scores are to be added to those of find().
  std::vector<TaskHit> find_by_story(std::string_view message, Spoken spoken) const;

  /// As find() for a KLE number or the beginning of one ("09.13.01", "09.13").
  Found find_kle(std::string_view number, std::size_t limit = 10) const;

  /// Which words of the phrase led to this task.
  std::vector<MatchedWord> explain(std::string_view phrase, TaskIndex task,
                                   Spoken spoken = Spoken::undecided) const;

  /// English if only the English word list explains the phrase ("roads"); else undecided.
  Spoken language_of(std::string_view phrase) const;

  /// True if the word, folded, in any form or as part of a compound, belongs to the catalogue's vocabulary.
  bool knows_word(std::string_view word) const;

  /// People whose name fits what somebody typed: full name, first name, initial and surname, one typo. Best
  /// first.
  std::vector<PersonIndex> find_people(std::string_view name, std::size_t limit = 10) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace store
