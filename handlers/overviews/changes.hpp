#pragma once
// What changed in a part of the catalogue, between two places in its history.
#include "handlers/sections.hpp"
#include "handlers/staff.hpp"
#include "store/database.hpp"
#include "store/history.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace handlers {

/// After the change `from`, up to `to` and with it.
struct ChangeRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// How many changes of which sort.
struct ChangeCounts {
  std::size_t hands = 0;  ///< tasks given or taken
  std::size_t confirmed = 0;
  std::size_t tasks = 0;   ///< new, changed or gone
  std::size_t people = 0;  ///< new, changed, leaving or gone, or with another role

  std::size_t all() const { return hands + confirmed + tasks + people; }
};

/// A change concerns a part if its person belongs to it, or somebody of its task does. What is about nobody
/// and nothing that is left concerns those alone whose part is everything.
ChangeCounts count_changes(const PeopleMask&, ChangeRange, store::Database&, const Context&);

/// The same changes, the latest first.
std::vector<store::CatalogueChange> list_changes(const PeopleMask&, ChangeRange, store::Database&,
                                                 const Context&);

/// "2 opgaver skiftede hænder, 3 poster blev bekræftet"; empty if there was nothing.
std::string in_words(const ChangeCounts&, const Texts&);
/// "25. marts: Mads Thorup fik Ladestandere".
std::string in_words(const store::CatalogueChange&, const Context&);

}  // namespace handlers
