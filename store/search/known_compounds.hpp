#pragma once
// The compounds of the catalogue by their parts, as far as they have been asked for.
#include "store/search/compounds.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store::search {

/// The most words of the catalogue that are looked at because they begin, or end, with the same letters.
inline constexpr std::size_t most_compounds = 200;

/// People ask for the same things again and again: to look for all words that a stem is a part of, and to see
/// how it fits, costs ten times as much as to remember them. Holds nothing that somebody wrote, only words of
/// the catalogue and of the word lists; some 200 KB at the most. Not thread-safe.
class KnownCompounds {
 public:
  struct Compound {
    TermId term;
    PartFit fit;
  };

  /// Those of the terms that have the stem as a part, first those that begin with it, at most
  /// `most_compounds` of each kind. `keep`: the stem is no word that somebody only typed. The span lives
  /// until the next call.
  std::span<const Compound> with(const Terms&, std::string_view stem, bool keep);

  /// The terms are going to be others.
  void forget();

 private:
  struct Row {
    std::uint32_t first;
    std::uint32_t count;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view stem) const;
  };
  void find(const Terms&, std::string_view stem);

  std::unordered_map<std::string, Row, Hash, std::equal_to<>> rows_;  // by stem
  std::vector<Compound> kept_;
  std::vector<Compound> found_;
  std::vector<TermId> range_;  // working memory
};

}  // namespace store::search
