#pragma once
// Stems of one family: "kommun" (kommune) and "kommunal".
#include "store/search/vocabulary.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

/// The stems of a vocabulary by their roots (store/text/roots.hpp). Immutable; const access is thread-safe.
class Kin {
 public:
  Kin() = default;  ///< of no stems
  explicit Kin(const Vocabulary&);

  /// Appends the stems that share a root with this one, itself left out.
  void find(const Vocabulary&, std::string_view stem, std::vector<TermId>& out) const;

 private:
  std::vector<std::pair<std::uint32_t, TermId>> rows_;  // hash of the root, sorted
};

}  // namespace store::search
