#pragma once
// Whose part of the catalogue is meant, and whose somebody may see.
#include "handlers/sections.hpp"
#include "handlers/staff.hpp"
#include "handlers/turn.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handlers {

/// staff: everybody under the person `id`. area: the part that this person answers for as an owner of the
/// catalogue. own: both. unit: the people of the unit `id` and those under them. all: the whole catalogue.
struct OverviewScope {
  enum class Kind { staff, area, own, unit, all };
  Kind kind = Kind::all;
  std::int64_t id = 0;  ///< of the database

  friend bool operator==(const OverviewScope&, const OverviewScope&) = default;
};

/// "staff 12", as buttons carry it; nothing for anything else.
std::string to_string(const OverviewScope&);
std::optional<OverviewScope> read_scope(std::string_view);

/// Its people, leavers and contact points included; nothing if the person or unit is gone.
std::optional<PeopleMask> people_of(const OverviewScope&, const Context&);

/// The scope in words, inside a sentence: "i Byggesag", "hos dine medarbejdere"; empty for all.
std::string in_words(const OverviewScope&, const Context&);

/// As this person would write to us: for the checks of owners.hpp and access.hpp.
Sender as_sender(store::PersonIndex, const store::Catalogue&);

/// Owns everything, or the unit of that name.
bool owns_everything(const Sender&, const Context&);
bool owns_unit(const Sender&, store::UnitIndex, const Context&);

/// The scope of an overview: what the person leads or owns; nothing if that is nothing.
std::optional<PeopleMask> own_people(store::PersonIndex, const Context&);

}  // namespace handlers
