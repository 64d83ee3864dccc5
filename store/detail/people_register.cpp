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

PersonIndex PeopleRegister::by_entra_id(std::string_view id) const {
  const auto found = by_entra_id_.find(fold_email(id));
  return found == by_entra_id_.end() ? no_index : found->second;
}

std::optional<std::string> PeopleRegister::unit_called(const std::string& name) const {
  const std::string folded = fold(name);
  if (const auto unit = unit_by_name(folded); unit != no_index) return units_[unit].name;
  for (const UnitRecord& unit : units_) {
    const std::string_view lines = unit.former_names;
    for (std::size_t begin = 0; begin < lines.size();) {
      const auto end = std::min(lines.find('\n', begin), lines.size());
      if (fold(lines.substr(begin, end - begin)) == folded) return unit.name;
      begin = end + 1;
    }
  }
  return std::nullopt;
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
  if (person == no_index && !key.entra_id.empty()) person = by_entra_id(key.entra_id);
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

}  // namespace store::detail
