#pragma once
// Words of asking that somebody typed with one slip: "ansvralig", "paamindlese".
#include "handlers/understanding/message.hpp"
#include "store/search/finder.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handlers::understanding {

/// A list of words that is asked for those one slip away: a letter left out, put in, replaced or swapped with
/// its neighbour, but never the first. Words under seven letters differ by one letter too often and are never
/// found. Immutable, const access is thread-safe.
class Slips {
 public:
  explicit Slips(std::vector<std::string> words);

  /// The word of the list that was meant; empty if there is none.
  std::string_view meant_by(std::string_view word) const;

 private:
  std::vector<std::string> words_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shortened_;  // hash without one letter, word
  std::vector<bool> may_be_;  // by some bits of a hash: false if it is none of those
};

/// Puts right the words that belong to asking or to a pattern, where the catalogue knows no such word.
void correct_slips(Message&, const store::Finder&);

}  // namespace handlers::understanding
