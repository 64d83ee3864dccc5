#include "store/roles.hpp"

#include "store/detail/connection.hpp"

#include <string_view>

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO roles (role, person_id, unit, given_at)
SELECT :role, :person, :unit, :now FROM people WHERE id = :person AND coalesce(entra_id, email) IS NOT NULL
ON CONFLICT (role, person_id, unit) DO NOTHING)";
constexpr char erase[] = "DELETE FROM roles WHERE role = :role AND person_id = :person AND unit = :unit";
constexpr char all_grants[] = R"(
SELECT r.role, r.person_id, r.unit, coalesce(p.entra_id, p.email, '') FROM roles r JOIN people p ON p.id = r.person_id
ORDER BY r.role, r.person_id, r.unit)";

const char* word(GivenRole role) {
  switch (role) {
    case GivenRole::owner:
      return "owner";
    case GivenRole::coordinator:
      return "coordinator";
    case GivenRole::administrator:
      return "administrator";
  }
  return "";
}

GivenRole role_of(std::string_view text) {
  return text == "owner"         ? GivenRole::owner
         : text == "coordinator" ? GivenRole::coordinator
                                 : GivenRole::administrator;
}

void note(Transaction& transaction, ChangeKind kind, const RoleGrant& grant, const ChangedBy& by) {
  CatalogueChange change;
  change.kind = kind;
  change.person = grant.person;
  change.role = word(grant.role);
  (kind == ChangeKind::role_given ? change.after : change.before) = grant.unit;
  change.by = by;
  note_change(transaction, change);
}

}  // namespace

bool give_role(Transaction& transaction, const RoleGrant& grant, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), insert);
  query.bind(":role", word(grant.role)).bind(":person", grant.person).bind(":unit", grant.unit);
  if (query.bind(":now", by.at).run() == 0) return false;
  note(transaction, ChangeKind::role_given, grant, by);
  return true;
}

bool take_role(Transaction& transaction, const RoleGrant& grant, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), erase);
  query.bind(":role", word(grant.role)).bind(":person", grant.person).bind(":unit", grant.unit);
  if (query.run() == 0) return false;
  note(transaction, ChangeKind::role_taken, grant, by);
  return true;
}

std::vector<RoleGrant> role_grants(Database& database) {
  detail::Query query(database.connection(), all_grants);
  std::vector<RoleGrant> all;
  while (query.step())
    all.push_back({role_of(query.view(0)), query.integer(1), query.text(2), query.text(3)});
  return all;
}

}  // namespace store
