#include "store/roles.hpp"

#include "store/detail/connection.hpp"

#include <string_view>
#include <utility>

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO roles (role, person_id, unit, origin, given_at)
SELECT :role, :person, :unit, :origin, :now FROM people WHERE id = :person AND coalesce(entra_id, email) IS NOT NULL
ON CONFLICT (role, person_id, unit, origin) DO NOTHING)";
constexpr char erase[] = R"(
DELETE FROM roles WHERE role = :role AND person_id = :person AND unit = :unit AND origin = :origin)";
constexpr char given_by[] = R"(
SELECT 1 FROM roles WHERE role = :role AND person_id = :person AND unit = :unit AND origin = :origin)";
// Asked in every turn, so it reads along the primary key: for DISTINCT or another order SQLite would build a
// temporary table, which costs ten times as much as the few rows.
constexpr char all_grants[] = R"(
SELECT r.role, r.person_id, r.unit, coalesce(p.entra_id, p.email, '')
FROM roles r NOT INDEXED CROSS JOIN people p ON p.id = r.person_id ORDER BY r.role, r.person_id, r.unit)";
constexpr char grants_of_origin[] = R"(
SELECT r.role, r.person_id, r.unit, coalesce(p.entra_id, p.email, '')
FROM roles r JOIN people p ON p.id = r.person_id WHERE r.origin = :origin ORDER BY r.role, r.person_id, r.unit)";

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

const char* word(RoleOrigin origin) {
  return origin == RoleOrigin::chat ? "chat" : "file";
}

RoleOrigin other(RoleOrigin origin) {
  return origin == RoleOrigin::chat ? RoleOrigin::file : RoleOrigin::chat;
}

GivenRole role_of(std::string_view text) {
  return text == "owner"         ? GivenRole::owner
         : text == "coordinator" ? GivenRole::coordinator
                                 : GivenRole::administrator;
}

void bind(detail::Query& query, const RoleGrant& grant, RoleOrigin origin) {
  query.bind(":role", word(grant.role)).bind(":person", grant.person).bind(":unit", grant.unit);
  query.bind(":origin", word(origin));
}

/// Each once, in the order of the rows.
std::vector<RoleGrant> read(detail::Query& query) {
  std::vector<RoleGrant> all;
  while (query.step()) {
    RoleGrant grant{role_of(query.view(0)), query.integer(1), query.text(2), query.text(3)};
    if (all.empty() || all.back() != grant) all.push_back(std::move(grant));
  }
  return all;
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

bool give_role(Transaction& transaction, const RoleGrant& grant, RoleOrigin origin, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), insert);
  bind(query, grant, origin);
  if (query.bind(":now", by.at).run() == 0) return false;
  if (!has_role(transaction.database(), grant, other(origin)))
    note(transaction, ChangeKind::role_given, grant, by);
  return true;
}

bool take_role(Transaction& transaction, const RoleGrant& grant, RoleOrigin origin, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), erase);
  bind(query, grant, origin);
  if (query.run() == 0) return false;
  if (!has_role(transaction.database(), grant, other(origin)))
    note(transaction, ChangeKind::role_taken, grant, by);
  return true;
}

bool has_role(Database& database, const RoleGrant& grant, RoleOrigin origin) {
  detail::Query query(database.connection(), given_by);
  bind(query, grant, origin);
  return query.step();
}

std::vector<RoleGrant> role_grants(Database& database) {
  detail::Query query(database.connection(), all_grants);
  return read(query);
}

std::vector<RoleGrant> role_grants(Database& database, RoleOrigin origin) {
  detail::Query query(database.connection(), grants_of_origin);
  query.bind(":origin", word(origin));
  return read(query);
}

}  // namespace store
