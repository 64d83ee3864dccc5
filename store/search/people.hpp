#pragma once
// People by what somebody calls them.
#include "store/catalogue.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

/// The words of all names. Immutable, const access is thread-safe; the catalogue outlives it.
class PeopleIndex {
 public:
  explicit PeopleIndex(const Catalogue&);

  /// Best first: whole name, then parts of it, then with an initial, then with one slip.
  std::vector<PersonIndex> find(std::string_view name, std::size_t limit) const;

 private:
  struct NameWord {
    std::string letters;
    PersonIndex person;
  };

  std::vector<NameWord> words_;            // sorted
  std::vector<std::uint8_t> word_counts_;  // by person
};

}  // namespace store::search
