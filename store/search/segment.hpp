#pragma once
// The words of some tasks, in order and inverted.
#include "store/catalogue.hpp"
#include "store/search/kin.hpp"
#include "store/search/typos.hpp"
#include "store/search/vocabulary.hpp"
#include "store/search/vowel_lengths.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

enum class Field : std::uint8_t { title, kle, keywords, description, unit };

/// How much a word counts by where it stands, 0 to 1.
constexpr float weight_of(Field field) {
  constexpr std::array<float, 8> weights{1.0F, 0.96F, 0.96F, 0.7F, 0.5F};  // in the order of the fields
  return weights[static_cast<std::size_t>(field) & 7];
}

/// A task's position in the index. A changed task gets a new one, so that what is said of the old one need
/// not be taken out.
using DocId = std::uint32_t;

/// A task that has the stem, in the best of its fields.
class Posting {
 public:
  Posting() = default;
  Posting(DocId doc, Field field) : bits_(doc << 3 | static_cast<std::uint32_t>(field)) {}
  DocId doc() const { return bits_ >> 3; }
  Field field() const { return static_cast<Field>(bits_ & 7); }

 private:
  std::uint32_t bits_ = 0;
};

/// A word of a task in the order of its text. Titles and keywords are phrases of their own.
struct Token {
  TermId term : 24;
  std::uint32_t form : 2;  ///< a Form
  std::uint32_t field : 3;
  std::uint32_t starts_phrase : 1;
  std::uint32_t after_comma : 1;  ///< "veje, private": what stands behind qualifies
  std::uint32_t function_word : 1;
};
static_assert(sizeof(Token) == 4);

/// Calls visit(text, field) for each phrase of a task, in the order in which the index has them: the best
/// field first.
void for_each_phrase(const Catalogue&, TaskIndex, const std::function<void(std::string_view, Field)>& visit);

/// Some tasks of a catalogue, numbered from `first` on. Its own stems are numbered on from those of the
/// vocabulary before it, which is not copied. Immutable; const access is thread-safe; the catalogue outlives
/// it.
class Segment {
 public:
  /// All tasks.
  explicit Segment(const Catalogue&);
  /// These tasks, beside a segment of the others.
  Segment(const Catalogue&, std::span<const TaskIndex> tasks, const Segment& before);

  std::size_t doc_count() const { return token_starts_.size() - 1; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const TypoIndex& typos() const { return typos_; }
  const Kin& kin() const { return kin_; }
  /// Of the document at this position of the segment: its phrases, not its running text (description, unit).
  std::span<const Token> tokens(std::size_t position) const {
    return std::span(tokens_).subspan(token_starts_[position],
                                      token_starts_[position + 1] - token_starts_[position]);
  }
  /// Documents with the stem, in order.
  std::span<const Posting> postings(TermId) const;
  /// The stems that stand in it: all, or for a segment beside another those it uses, sorted.
  std::span<const TermId> used() const { return used_; }
  /// Appends the tasks whose KLE number begins so, with the number; in the order of the numbers.
  void find_kle(std::string_view beginning, std::vector<std::pair<std::string_view, TaskIndex>>& out) const;

 private:
  Segment(const Catalogue&, std::span<const TaskIndex> tasks, std::size_t count, const Segment* before);
  struct Texts;
  void read(const Catalogue&, std::span<const TaskIndex> tasks, std::size_t count, const Segment* before,
            Texts& running);
  void note_kle(const Catalogue&, std::span<const TaskIndex> tasks, std::size_t count);
  void invert(DocId first, const Texts& running);

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> token_starts_{0};
  std::vector<std::string_view> kle_numbers_;  // sorted; the texts belong to the catalogue
  std::vector<std::uint32_t> kle_starts_;      // of each number in kle_tasks_
  std::vector<TaskIndex> kle_tasks_;           // by number
  Vocabulary vocabulary_;
  TypoIndex typos_;
  Kin kin_;
  std::vector<TermId> used_;  // empty: every term has its row
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> posting_starts_;  // by row
};

}  // namespace store::search
