#pragma once
// The inverted index over one catalogue: which stems stand in which tasks, and where.
#include "store/catalogue.hpp"
#include "store/search/kin.hpp"
#include "store/search/typos.hpp"
#include "store/search/vocabulary.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

enum class Field : std::uint8_t { title, kle, keywords, description, unit };

/// How much a word counts by where it stands, 0 to 1.
float weight_of(Field);

/// A task that has the stem, in the best of its fields.
class Posting {
 public:
  Posting() = default;
  Posting(TaskIndex task, Field field) : bits_(task << 3 | static_cast<std::uint32_t>(field)) {}
  TaskIndex task() const { return bits_ >> 3; }
  Field field() const { return static_cast<Field>(bits_ & 7); }

 private:
  std::uint32_t bits_ = 0;
};

/// A word of a task in the order of its text. Titles and keywords are phrases of their own.
struct Token {
  TermId term : 26;
  std::uint32_t field : 3;
  std::uint32_t starts_phrase : 1;
  std::uint32_t after_comma : 1;  ///< "veje, private": what stands behind qualifies
  std::uint32_t function_word : 1;
};
static_assert(sizeof(Token) == 4);

/// Calls visit(text, field) for each phrase of a task, in the order in which the index has them: the best
/// field first.
void for_each_phrase(const Catalogue&, TaskIndex, const std::function<void(std::string_view, Field)>& visit);

/// Immutable; const access is thread-safe.
class Index {
 public:
  explicit Index(const Catalogue&);

  std::size_t task_count() const { return token_starts_.size() - 1; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const TypoIndex& typos() const { return typos_; }
  const Kin& kin() const { return kin_; }
  /// Tasks with the stem, in the order of the catalogue.
  std::span<const Posting> postings(TermId term) const {
    return std::span(postings_).subspan(posting_starts_[term],
                                        posting_starts_[term + 1] - posting_starts_[term]);
  }
  std::span<const Token> tokens(TaskIndex task) const {
    return std::span(tokens_).subspan(token_starts_[task], token_starts_[task + 1] - token_starts_[task]);
  }
  /// How rare something is that stands in so many tasks: 1 for a single one, near 0 for all.
  float rarity(std::size_t tasks) const;
  float rarity_of(TermId term) const { return rarity(posting_starts_[term + 1] - posting_starts_[term]); }

  /// Tasks that have these stems, in this order and no others, as a phrase of that field or a better one.
  /// Of stems that stand in thousands of tasks only the first of those are looked at.
  std::vector<TaskIndex> tasks_called(std::span<const TermId> stems, Field least) const;

  /// Tasks whose KLE number begins so, in the order of the numbers.
  std::vector<TaskIndex> tasks_with_kle(std::string_view beginning) const;

 private:
  Vocabulary read(const Catalogue&);
  void invert();
  bool has_phrase(TaskIndex task, std::span<const TermId> stems, Field least) const;

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> token_starts_{0};
  std::vector<std::pair<std::string_view, TaskIndex>> kle_;  // sorted; the texts belong to the catalogue
  Vocabulary vocabulary_;
  TypoIndex typos_;
  Kin kin_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> posting_starts_;
};

}  // namespace store::search
