#pragma once
// Words that are one slip away from a known stem.
#include "store/search/vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace store::search {

/// Edits between two words: a letter left out, put in, replaced, or two neighbours swapped (optimal string
/// alignment). Counts up to `limit`; more is limit + 1.
int edits(std::string_view a, std::string_view b, int limit);

/// True for at most one edit between the words, also where Danish letters are typed as aa, ae and oe.
bool one_slip_apart(std::string_view a, std::string_view b);

/// The shortest word in which a slip is forgiven, in letters; shorter words differ by one letter too often.
inline constexpr std::size_t shortest_mistyped = 5;

/// Finds stems by the words that remain when one letter is left out, of the stem and of what was typed.
class TypoIndex {
 public:
  TypoIndex() = default;  ///< of no stems
  explicit TypoIndex(const Vocabulary&);

  /// Stems that the word would have if one slip in it were put right; the slip may be in the ending too.
  void find(const Vocabulary&, std::string_view word, std::vector<TermId>& out) const;

  /// Names that may be meant, with the letter of a genitive or without, unchecked, for callers with a rule of
  /// their own; sorted.
  void candidates(std::string_view word, std::vector<TermId>& out) const;

 private:
  void collect(std::string_view word, std::size_t ending, std::vector<TermId>& out) const;
  std::vector<std::uint32_t> starts_;  // of each bucket in terms_
  std::vector<TermId> terms_;
  unsigned shift_ = 0;
};

}  // namespace store::search
