#pragma once
// People by what somebody calls them.
#include "store/catalogue.hpp"
#include "store/search/typos.hpp"
#include "store/search/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

/// The words of all names. Immutable, const access is thread-safe.
class PeopleIndex {
 public:
  explicit PeopleIndex(const Catalogue&);

  /// Whoever fits best: full name or part of it, initial and surname, genitive, without the Danish letters,
  /// one slip. Every typed word has to fit. People who fit clearly worse than the best are left out. Initials
  /// in capitals ("KV") name whoever has them, if nobody is called so.
  std::vector<PersonIndex> find(std::string_view name, std::size_t limit) const;

 private:
  using Fits = std::vector<std::pair<PersonIndex, float>>;  // sorted by person
  Fits people_with(std::string_view typed) const;
  bool may_name(std::string_view typed) const;
  std::vector<PersonIndex> with_initials(std::string_view typed, std::size_t limit) const;

  Vocabulary words_;
  std::array<std::uint64_t, 256> lengths_{};  // by first letter, plainly: a bit for each length of a word
  TypoIndex typos_;
  std::vector<std::uint32_t> starts_;  // of each word in people_
  std::vector<PersonIndex> people_;
  std::vector<std::uint8_t> word_counts_;  // by person
  std::vector<std::pair<std::string, PersonIndex>>
      initials_;  // sorted; of a municipality's people, not of millions
};

}  // namespace store::search
