// How a PeopleRegister is written: what differs, and each row once.
#include "store/detail/email.hpp"
#include "store/detail/people_register.hpp"

#include <algorithm>

namespace store::detail {

namespace {

constexpr char delete_jobs[] = "DELETE FROM other_jobs WHERE person_id = :person";
constexpr char insert_job[] = R"(
INSERT INTO other_jobs (person_id, position, title, department) VALUES (:person, :position, :title, :department))";

constexpr char insert_unit[] = "INSERT INTO units (name, name_folded) VALUES (:name, :folded)";
constexpr char update_unit[] = R"(
UPDATE units SET name = :name, name_folded = :folded, former_names = :former WHERE id = :id)";
constexpr char delete_empty_units[] = R"(
DELETE FROM units WHERE NOT EXISTS (SELECT 1 FROM people WHERE people.unit_id = units.id))";

constexpr char insert_person[] = R"(
INSERT INTO people (kind, name, name_folded, email, email_folded, phone, title, entra_id, unit_id, leader_id, stand_in_id,
  away_from, away_to, left_on, in_people, in_catalogue)
VALUES (:kind, :name, :folded, :email, :email_folded, :phone, :title, :entra_id, :unit, :leader, :stand_in,
  :away_from, :away_to, :left, :in_people, :in_catalogue))";
constexpr char update_relations[] =
    "UPDATE people SET leader_id = :leader, stand_in_id = :stand_in WHERE id = :id";

// Two people may have exchanged an address or an Entra id: all of them are put down before any is taken up.
constexpr char clear_identities[] =
    "UPDATE people SET email = NULL, email_folded = NULL, entra_id = NULL WHERE id = :id";

constexpr char update_person[] = R"(
UPDATE people SET kind = :kind, name = :name, name_folded = :folded, email = :email, email_folded = :email_folded,
  phone = :phone, title = :title, entra_id = :entra_id, unit_id = :unit, leader_id = :leader, stand_in_id = :stand_in,
  away_from = :away_from, away_to = :away_to, left_on = :left, in_people = :in_people, in_catalogue = :in_catalogue
WHERE id = :id)";

constexpr char delete_person[] = "DELETE FROM people WHERE id = :id";

}  // namespace

std::optional<std::int64_t> PeopleRegister::id_of(PersonIndex person) const {
  if (person == no_index || people_[person].id == 0) return std::nullopt;
  return people_[person].id;
}

/// The row is made (it has no id yet) or changed.
void PeopleRegister::save(PersonRecord& record) {
  const auto unit = record.unit == no_index ? std::nullopt : std::optional(units_[record.unit].id);
  const auto email = record.email.empty() ? std::nullopt : std::optional(record.email);
  const auto email_folded = email ? std::optional(fold_email(*email)) : std::nullopt;
  const auto entra_id = record.entra_id.empty() ? std::nullopt : std::optional(record.entra_id);
  Query query(connection_, record.id == 0 ? insert_person : update_person);
  if (record.id != 0) query.bind(":id", record.id);
  query.bind(":kind", record.contact_point ? "contact_point" : "person");
  query.bind(":name", record.name).bind(":folded", record.name_folded);
  query.bind(":email", email).bind(":email_folded", email_folded).bind(":entra_id", entra_id);
  query.bind(":phone", record.phone).bind(":title", record.title).bind(":unit", unit);
  query.bind(":leader", id_of(record.leader)).bind(":stand_in", id_of(record.stand_in));
  query.bind(":away_from", record.away_from).bind(":away_to", record.away_to).bind(":left", record.left);
  query.bind(":in_people", std::int64_t{record.in_people});
  query.bind(":in_catalogue", std::int64_t{record.in_catalogue}).run();
  if (record.id == 0) record.id = connection_.database.getLastInsertRowid();
}

void PeopleRegister::write_jobs(const PersonRecord& record, bool is_new) {
  if (!is_new) Query(connection_, delete_jobs).bind(":person", record.id).run();
  std::int64_t position = 0;
  const std::string_view jobs = record.other_jobs;
  for (std::size_t begin = 0; begin < jobs.size();) {
    const auto end = std::min(jobs.find('\n', begin), jobs.size()), tab = jobs.find('\t', begin);
    const std::string title(jobs.substr(begin, tab - begin)), department(jobs.substr(tab + 1, end - tab - 1));
    Query query(connection_, insert_job);
    query.bind(":person", record.id).bind(":position", ++position);
    query.bind(":title", title).bind(":department", department).run();
    begin = end + 1;
  }
}

void PeopleRegister::write_units() {
  for (UnitRecord& unit : units_) {
    if (unit.over) continue;
    if (unit.id == 0) {
      Query(connection_, insert_unit).bind(":name", unit.name).bind(":folded", unit.name_folded).run();
      unit.id = connection_.database.getLastInsertRowid();
    }
    if (!unit.changed) continue;
    Query query(connection_, update_unit);
    query.bind(":id", unit.id).bind(":name", unit.name).bind(":folded", unit.name_folded);
    query.bind(":former", unit.former_names).run();
  }
}

void PeopleRegister::write(Changes& changes) {
  write_units();
  std::vector<PersonRecord*> to_save;
  for (PersonRecord& person : people_) {
    const bool known = person.id != 0, stays = person.in_people || person.in_catalogue;
    const bool differs = !known || person.changed || person.moved || person.renewed;
    if (known && differs) Query(connection_, clear_identities).bind(":id", person.id).run();
    if (!stays) continue;
    if (differs) to_save.push_back(&person);
    ++(!known           ? changes.added
       : person.moved   ? changes.moved
       : person.changed ? changes.changed
                        : changes.same);
  }
  std::vector<const PersonRecord*> relations_later;  // they name somebody whose row comes after theirs
  for (PersonRecord* person : to_save) {
    const auto has_row = [&](PersonIndex other) { return other == no_index || id_of(other).has_value(); };
    if (!has_row(person->leader) || !has_row(person->stand_in)) relations_later.push_back(person);
    const bool is_new = person->id == 0;
    save(*person);
    write_jobs(*person, is_new);
  }
  for (const PersonRecord* person : relations_later) {
    Query query(connection_, update_relations);
    query.bind(":id", person->id);
    query.bind(":leader", id_of(person->leader)).bind(":stand_in", id_of(person->stand_in)).run();
  }
}

void PeopleRegister::delete_gone(Changes& changes) {
  for (const PersonRecord& person : people_) {
    if (person.in_people || person.in_catalogue || person.id == 0) continue;
    Query(connection_, delete_person).bind(":id", person.id).run();
    ++changes.gone;
  }
  Query(connection_, delete_empty_units).run();
}

std::vector<std::int64_t> PeopleRegister::ids() const {
  std::vector<std::int64_t> ids;
  ids.reserve(people_.size());
  for (const PersonRecord& person : people_) ids.push_back(person.id);
  return ids;
}

}  // namespace store::detail
