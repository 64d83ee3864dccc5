#include "store/detail/people_register.hpp"

#include "store/detail/email.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace store::detail {

namespace {

constexpr char all_units[] = "SELECT id, name, name_folded, former_names FROM units ORDER BY id";

constexpr char all_people[] = R"(
SELECT id, kind = 'contact_point', name, name_folded, email, phone, title, entra_id, unit_id, leader_id, stand_in_id,
       away_from, away_to, left_on, in_people, in_catalogue, former_email
FROM people ORDER BY id)";
constexpr char all_jobs[] =
    "SELECT person_id, title, department FROM other_jobs ORDER BY person_id, position";
constexpr char delete_jobs[] = "DELETE FROM other_jobs WHERE person_id = :person";
constexpr char insert_job[] = R"(
INSERT INTO other_jobs (person_id, position, title, department) VALUES (:person, :position, :title, :department))";

constexpr char insert_unit[] = "INSERT INTO units (name, name_folded) VALUES (:name, :folded)";
constexpr char update_unit[] = R"(
UPDATE units SET name = :name, name_folded = :folded, former_names = :former WHERE id = :id)";
constexpr char delete_empty_units[] = R"(
DELETE FROM units WHERE NOT EXISTS (SELECT 1 FROM people WHERE people.unit_id = units.id))";

constexpr char insert_person[] = R"(
INSERT INTO people (name, name_folded, in_people, in_catalogue) VALUES (:name, :folded, :in_people, :in_catalogue))";

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

PeopleRegister::PeopleRegister(Connection& connection) : connection_(connection) {
  std::unordered_map<std::int64_t, std::uint32_t> units, people;
  Query unit(connection, all_units);
  while (unit.step()) {
    units[unit.integer(0)] = static_cast<std::uint32_t>(units_.size());
    unit_by_name_[unit.text(2)] = static_cast<std::uint32_t>(units_.size());
    units_.push_back({unit.integer(0), unit.text(1), unit.text(2), unit.text(3)});
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> relations;  // leader, stand-in; 0 for none
  Query row(connection, all_people);
  while (row.step()) {
    PersonRecord person;
    person.id = row.integer(0);
    person.contact_point = row.integer(1) != 0;
    person.name = row.text(2);
    person.name_folded = row.text(3);
    person.email = row.text(4);
    person.phone = row.text(5);
    person.title = row.text(6);
    person.entra_id = row.text(7);
    if (!row.null(8)) person.unit = units.at(row.integer(8));
    person.unit_before = person.unit;
    relations.emplace_back(row.integer(9), row.integer(10));
    person.away_from = row.day(11);
    person.away_to = row.day(12);
    person.left = row.day(13);
    person.in_people = row.integer(14) != 0;
    person.in_catalogue = row.integer(15) != 0;
    person.former_email = row.text(16);
    const std::int64_t id = person.id;
    people[id] = add(std::move(person));
  }
  for (PersonIndex index = 0; index < people_.size(); ++index)
    if (const auto& former = people_[index].former_email; !former.empty()) by_email_.emplace(former, index);
  for (Query job(connection, all_jobs); job.step();) {
    std::string& jobs = people_[people.at(job.integer(0))].other_jobs;
    jobs.append(jobs.empty() ? "" : "\n").append(job.view(1)).append("\t").append(job.view(2));
  }
  for (PersonIndex index = 0; index < people_.size(); ++index) {
    if (relations[index].first != 0) people_[index].leader = people.at(relations[index].first);
    if (relations[index].second != 0) people_[index].stand_in = people.at(relations[index].second);
  }
}

PersonIndex PeopleRegister::add(PersonRecord&& record) {
  const auto index = static_cast<PersonIndex>(people_.size());
  if (!record.email.empty()) by_email_[fold_email(record.email)] = index;
  if (!record.entra_id.empty()) by_entra_id_[record.entra_id] = index;
  by_name_.emplace(record.name_folded, index);
  people_.push_back(std::move(record));
  return index;
}

PersonIndex PeopleRegister::by_email(std::string_view email) const {
  const auto found = by_email_.find(fold_email(email));
  return found == by_email_.end() ? no_index : found->second;
}

std::uint32_t PeopleRegister::unit_by_name(const std::string& folded) const {
  const auto found = unit_by_name_.find(folded);
  return found == unit_by_name_.end() ? no_index : found->second;
}

/// Who bears this name in this department. Without a department, or if the person has none, the name alone
/// decides.
PersonIndex PeopleRegister::named(const Key& key, bool without_email, bool& several) const {
  const auto unit = key.department.empty() ? no_index : unit_by_name(fold(key.department));
  PersonIndex found = no_index;
  const auto [begin, end] = by_name_.equal_range(fold(key.name));
  for (auto entry = begin; entry != end; ++entry) {
    const PersonRecord& person = people_[entry->second];
    if (without_email && !person.email.empty()) continue;
    if (!key.department.empty() && person.unit != no_index && person.unit != unit) continue;
    if (found != no_index) several = true;
    found = entry->second;
  }
  return several ? no_index : found;
}

PeopleRegister::Resolved PeopleRegister::resolve(const Key& key) {
  PersonIndex person = key.email.empty() ? no_index : by_email(key.email);
  bool several = false;
  if (person == no_index && !key.entra_id.empty())
    if (const auto found = by_entra_id_.find(fold_email(key.entra_id)); found != by_entra_id_.end())
      person = found->second;
  if (person == no_index && !key.name.empty()) person = named(key, !key.email.empty(), several);
  if (person == no_index) {
    if (key.name.empty() && key.email.empty())
      return {no_index, "the person is missing: give the name or the e-mail"};
    if (key.name.empty()) return {no_index, "nobody with this e-mail is known yet: give the name too"};
    if (several && key.email.empty())
      return {no_index, "several people have this name: give the e-mail of the one who is meant"};
    PersonRecord record;
    record.name = key.name;
    record.name_folded = fold(key.name);
    person = add(std::move(record));
    if (key.email.empty()) set_unit(person, key.department);
  }
  PersonRecord& record = people_[person];
  record.mentioned = true;
  const std::string address = fold_email(key.email);
  if (!address.empty() && fold_email(record.email) != address && record.former_email != address) {
    if (!record.email.empty()) by_email_.erase(fold_email(record.email));
    change(record, &PersonRecord::email, key.email);
    by_email_[address] = person;
  }
  if (!key.entra_id.empty()) {
    const std::string folded = fold_email(key.entra_id);
    if (const auto owner = by_entra_id_.find(folded); owner != by_entra_id_.end() && owner->second != person)
      change(people_[owner->second], &PersonRecord::entra_id, std::string());
    if (!record.entra_id.empty() && record.entra_id != folded) by_entra_id_.erase(record.entra_id);
    change(record, &PersonRecord::entra_id, folded);
    by_entra_id_[folded] = person;
  }
  return {person, nullptr};
}

void PeopleRegister::rename(PersonIndex person, const std::string& name) {
  PersonRecord& record = people_[person];
  if (record.name == name) return;
  change(record, &PersonRecord::name, name);
  change(record, &PersonRecord::name_folded, fold(name));
  by_name_.emplace(record.name_folded, person);
}

void PeopleRegister::set_unit(PersonIndex person, const std::string& name) {
  std::uint32_t unit = no_index;
  if (!name.empty()) {
    std::string folded = fold(name);
    unit = unit_by_name(folded);
    if (unit == no_index) {
      unit = static_cast<std::uint32_t>(units_.size());
      unit_by_name_[folded] = unit;
      units_.push_back({0, name, std::move(folded), {}});
    }
  }
  PersonRecord& record = people_[person];
  if (record.unit == unit) return;
  record.unit = unit;
  record.moved = true;
}

PeopleRegister::Sweep PeopleRegister::sweep(Source source) {
  const auto named = source == Source::people ? &PersonRecord::in_people : &PersonRecord::in_catalogue;
  const auto other = source == Source::people ? &PersonRecord::in_catalogue : &PersonRecord::in_people;
  Sweep result;
  for (PersonRecord& person : people_) {
    if (person.*named) {
      ++result.before;
      if (!person.mentioned) ++result.dropped;
      if (!person.mentioned && person.*other) ++result.kept;
    }
    if (person.*named == person.mentioned) continue;
    person.*named = person.mentioned;
    person.renewed = true;
  }
  return result;
}

void PeopleRegister::insert(PersonRecord& record) {
  Query query(connection_, insert_person);
  query.bind(":name", record.name).bind(":folded", record.name_folded);
  query.bind(":in_people", std::int64_t{record.in_people});
  query.bind(":in_catalogue", std::int64_t{record.in_catalogue}).run();
  record.id = connection_.database.getLastInsertRowid();
}

std::optional<std::int64_t> PeopleRegister::id_of(PersonIndex person) const {
  if (person == no_index || people_[person].id == 0) return std::nullopt;
  return people_[person].id;
}

void PeopleRegister::update(const PersonRecord& record) {
  const auto unit = record.unit == no_index ? std::nullopt : std::optional(units_[record.unit].id);
  const auto email = record.email.empty() ? std::nullopt : std::optional(record.email);
  const auto email_folded = email ? std::optional(fold_email(*email)) : std::nullopt;
  const auto entra_id = record.entra_id.empty() ? std::nullopt : std::optional(record.entra_id);
  Query query(connection_, update_person);
  query.bind(":id", record.id).bind(":kind", record.contact_point ? "contact_point" : "person");
  query.bind(":name", record.name).bind(":folded", record.name_folded);
  query.bind(":email", email).bind(":email_folded", email_folded).bind(":entra_id", entra_id);
  query.bind(":phone", record.phone).bind(":title", record.title).bind(":unit", unit);
  query.bind(":leader", id_of(record.leader)).bind(":stand_in", id_of(record.stand_in));
  query.bind(":away_from", record.away_from).bind(":away_to", record.away_to).bind(":left", record.left);
  query.bind(":in_people", std::int64_t{record.in_people});
  query.bind(":in_catalogue", std::int64_t{record.in_catalogue}).run();
}

void PeopleRegister::write_jobs(const PersonRecord& record) {
  Query(connection_, delete_jobs).bind(":person", record.id).run();
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
  std::vector<PersonRecord*> to_update;
  for (PersonRecord& person : people_) {
    const bool stays = person.in_people || person.in_catalogue;
    if (!stays) continue;
    if (person.id == 0) {
      insert(person);
      to_update.push_back(&person);
      ++changes.added;
    } else if (person.changed || person.moved || person.renewed) {
      Query(connection_, clear_identities).bind(":id", person.id).run();
      to_update.push_back(&person);
      ++(person.moved ? changes.moved : person.changed ? changes.changed : changes.same);
    } else {
      ++changes.same;
    }
  }
  for (const PersonRecord* person : to_update) {
    update(*person);
    write_jobs(*person);
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
