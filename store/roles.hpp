#pragma once
// Roles that an administrator gave in chat. Those of the settings are merged with them in
// handlers/access.hpp.
#include "store/database.hpp"
#include "store/history.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

enum class GivenRole { owner, coordinator, administrator };

struct RoleGrant {
  GivenRole role = GivenRole::owner;
  std::int64_t person = 0;
  std::string unit = {};  ///< of an owner: the unit's name; empty: everything
  std::string who = {};   ///< read only: the person's Entra object id, else e-mail
};

/// Written into the history, too. False if the person has it already; one without Entra id and e-mail can
/// have no role.
bool give_role(Transaction&, const RoleGrant&, const ChangedBy&);
/// False if there is no such grant.
bool take_role(Transaction&, const RoleGrant&, const ChangedBy&);
/// All, by role, person and unit.
std::vector<RoleGrant> role_grants(Database&);

}  // namespace store
