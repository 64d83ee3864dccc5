#pragma once
// Roles that an administrator gave in chat, and those of the file of roles. Those of the settings are merged
// with them in handlers/access.hpp.
#include "store/database.hpp"
#include "store/history.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

enum class GivenRole { owner, coordinator, administrator };
/// Who gave a role. Each takes away only what it gave itself.
enum class RoleOrigin { chat, file };

struct RoleGrant {
  GivenRole role = GivenRole::owner;
  std::int64_t person = 0;
  std::string unit = {};  ///< of an owner: the unit's name; empty: everything
  std::string who = {};   ///< read only: the person's Entra object id, else e-mail

  bool operator==(const RoleGrant&) const = default;
};

/// Written into the history, too, unless the other origin has given the same. False if this origin has given
/// it already; one without Entra id and e-mail can have no role.
bool give_role(Transaction&, const RoleGrant&, RoleOrigin, const ChangedBy&);
/// False if this origin gave no such role. Written into the history unless the other origin still gives it.
bool take_role(Transaction&, const RoleGrant&, RoleOrigin, const ChangedBy&);
/// Whether this origin gives it.
bool has_role(Database&, const RoleGrant&, RoleOrigin);
/// All, whoever gave them, each once; by role, person and unit.
std::vector<RoleGrant> role_grants(Database&);
/// Those of one origin, in the same order.
std::vector<RoleGrant> role_grants(Database&, RoleOrigin);

}  // namespace store
