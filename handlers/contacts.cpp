#include "handlers/contacts.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Catalogue;
using store::Day;
using store::no_index;
using store::PersonIndex;
using store::Role;

bool is_valid(const store::Responsibility& responsibility, Day today) {
  return (!responsibility.from || *responsibility.from <= today) &&
         (!responsibility.to || today <= *responsibility.to);
}

bool at_work(const store::Person& person, Day today) {
  return !has_left(person, today) && !away_to(person, today);
}

ContactRole role_of(const store::Responsibility& responsibility, const store::Person& person) {
  if (person.contact_point) {
    return ContactRole::contact_point;
  }
  switch (responsibility.role) {
    case Role::responsible:
      return ContactRole::responsible;
    case Role::coordinator:
      return ContactRole::coordinator;
    case Role::stand_in:
      return ContactRole::stand_in;
  }
  return ContactRole::responsible;
}

bool listed(const std::vector<Contact>& contacts, PersonIndex person) {
  return std::any_of(contacts.begin(), contacts.end(),
                     [&](const Contact& contact) { return contact.person == person; });
}

/// What the catalogue says about one task today, sorted into owners and stand-ins.
struct Hands {
  std::vector<Contact> owners;
  std::vector<PersonIndex> stand_ins;
};

Hands hands_of(const Catalogue& catalogue, store::TaskIndex task, Day today) {
  Hands hands;
  for (const auto& responsibility : catalogue.responsibilities_of(task)) {
    const auto& person = catalogue.person(responsibility.person);
    if (!is_valid(responsibility, today) || has_left(person, today)) {
      continue;
    }
    if (responsibility.role == Role::stand_in) {
      hands.stand_ins.push_back(responsibility.person);
    } else if (!listed(hands.owners, responsibility.person)) {
      hands.owners.push_back({responsibility.person, role_of(responsibility, person), away_to(person, today),
                              no_index, responsibility.confirmed});
    }
  }
  if (hands.owners.size() > 1) {  // the library takes memory for it, and most tasks have one owner
    std::stable_partition(hands.owners.begin(), hands.owners.end(),
                          [](const Contact& owner) { return owner.role == ContactRole::coordinator; });
  }
  return hands;
}

PersonIndex cover_for(const Catalogue& catalogue, const Contact& owner, const Hands& hands, Day today) {
  for (const auto person : hands.stand_ins) {
    if (person != owner.person && at_work(catalogue.person(person), today)) {
      return person;
    }
  }
  return stand_in_of(catalogue, owner.person, today);
}

/// The person whose unit a task without reachable people belongs to.
PersonIndex last_known(const Catalogue& catalogue, store::TaskIndex task) {
  const auto all = catalogue.responsibilities_of(task);
  return all.empty() ? no_index : all.front().person;
}

PersonIndex contact_point_of_unit(const Catalogue& catalogue, store::UnitIndex unit, Day today) {
  if (unit == no_index) {
    return no_index;
  }
  const auto people = catalogue.people();
  const auto found = std::find_if(people.begin(), people.end(), [&](const store::Person& person) {
    return person.contact_point && person.unit == unit && !has_left(person, today);
  });
  return found == people.end() ? no_index : static_cast<PersonIndex>(found - people.begin());
}

}  // namespace

std::string_view to_string(ContactRole role) {
  switch (role) {
    case ContactRole::responsible:
      return "responsible";
    case ContactRole::coordinator:
      return "coordinator";
    case ContactRole::stand_in:
      return "stand-in";
    case ContactRole::contact_point:
      return "contact point";
  }
  return "";
}

TaskContacts find_contacts(const Catalogue& catalogue, store::TaskIndex task, Day today) {
  auto hands = hands_of(catalogue, task, today);
  TaskContacts contacts;
  contacts.vacant = hands.owners.empty();
  const bool all_present = std::none_of(hands.owners.begin(), hands.owners.end(),
                                        [](const Contact& owner) { return owner.away_to.has_value(); });
  if (all_present && !contacts.vacant) {
    contacts.people = std::move(hands.owners);
    return contacts;
  }
  std::vector<Contact> absent;
  for (const auto& owner : hands.owners) {
    if (!owner.away_to) {
      if (!listed(contacts.people, owner.person)) {
        contacts.people.push_back(owner);
      }
      continue;
    }
    const auto cover = cover_for(catalogue, owner, hands, today);
    absent.push_back(owner);
    if (cover == no_index) {
      const auto entered = std::find_if(hands.stand_ins.begin(), hands.stand_ins.end(),
                                        [&](PersonIndex person) { return person != owner.person; });
      absent.back().stand_in_away =
          entered == hands.stand_ins.end() ? absent_stand_in_of(catalogue, owner.person, today) : *entered;
    }
    if (cover != no_index && !listed(contacts.people, cover)) {
      contacts.people.push_back({cover, ContactRole::stand_in, std::nullopt, owner.person, std::nullopt});
    }
  }
  if (contacts.vacant) {
    for (const auto person : hands.stand_ins) {
      if (at_work(catalogue.person(person), today) && !listed(contacts.people, person)) {
        contacts.people.push_back({person, ContactRole::stand_in, std::nullopt, no_index, std::nullopt});
      }
    }
  }
  contacts.people.insert(contacts.people.end(), absent.begin(), absent.end());
  return contacts;
}

std::optional<Contact> find_first_contact(const Catalogue& catalogue, store::TaskIndex task, Day today) {
  const store::Responsibility* first = nullptr;
  ContactRole role = ContactRole::responsible;
  for (const auto& responsibility : catalogue.responsibilities_of(task)) {
    const auto& person = catalogue.person(responsibility.person);
    if (responsibility.role == Role::stand_in || !is_valid(responsibility, today) ||
        has_left(person, today)) {
      continue;
    }
    const auto role_here = role_of(responsibility, person);
    const bool goes_before = first != nullptr && role_here == ContactRole::coordinator;
    if (goes_before || away_to(person, today)) {
      first = nullptr;
      break;
    }
    if (first == nullptr) {
      first = &responsibility;
      role = role_here;
    }
  }
  if (first != nullptr) {
    return Contact{first->person, role, std::nullopt, no_index, first->confirmed};
  }
  const auto contacts = find_contacts(catalogue, task, today);
  return contacts.people.empty() ? std::nullopt : std::optional(contacts.people.front());
}

TaskContacts find_contacts_or_others(const store::Finder& finder, store::TaskIndex task, Day today,
                                     const Policy& policy) {
  const auto& catalogue = finder.catalogue();
  auto contacts = find_contacts(catalogue, task, today);
  if (contacts.reachable()) {
    return contacts;
  }
  const auto known = contacts.people.empty() ? last_known(catalogue, task) : contacts.people.front().person;
  if (known != no_index) {
    contacts.leader = leader_at_work(catalogue, known, today);
    contacts.contact_point = contact_point_of_unit(catalogue, catalogue.person(known).unit, today);
  }
  if (contacts.contact_point == no_index) {
    contacts.contact_point = general_contact_point(finder, policy);
  }
  return contacts;
}

std::optional<Day> away_to(const store::Person& person, Day today) {
  if (person.absence && person.absence->from <= today && today <= person.absence->to) {
    return person.absence->to;
  }
  return std::nullopt;
}

bool has_left(const store::Person& person, Day today) {
  return person.left && *person.left <= today;
}

PersonIndex leader_of(const Catalogue& catalogue, PersonIndex index, Day today) {
  const auto& person = catalogue.person(index);
  const auto unit_leader = person.unit == no_index ? no_index : catalogue.unit(person.unit).leader;
  for (const auto leader : {person.leader, unit_leader}) {
    if (leader != no_index && leader != index && !has_left(catalogue.person(leader), today)) {
      return leader;
    }
  }
  return no_index;
}

PersonIndex stand_in_of(const Catalogue& catalogue, PersonIndex index, Day today) {
  const auto stand_in = catalogue.person(index).stand_in;
  return stand_in != no_index && stand_in != index && at_work(catalogue.person(stand_in), today) ? stand_in
                                                                                                 : no_index;
}

PersonIndex absent_stand_in_of(const Catalogue& catalogue, PersonIndex index, Day today) {
  const auto stand_in = catalogue.person(index).stand_in;
  return stand_in != no_index && stand_in != index && !has_left(catalogue.person(stand_in), today) &&
                 away_to(catalogue.person(stand_in), today)
             ? stand_in
             : no_index;
}

PersonIndex leader_at_work(const Catalogue& catalogue, PersonIndex index, Day today) {
  constexpr int levels_max = 6;  // leaders may lead each other by mistake
  auto leader = index;
  for (int level = 0; level < levels_max; ++level) {
    leader = leader_of(catalogue, leader, today);
    if (leader == no_index || leader == index) return no_index;
    if (at_work(catalogue.person(leader), today)) return leader;
  }
  return no_index;
}

PersonIndex general_contact_point(const store::Finder& finder, const Policy& policy) {
  for (const auto index : finder.find_people(policy.contact_point)) {
    const auto& person = finder.catalogue().person(index);
    if (person.contact_point && person.name == policy.contact_point) {
      return index;
    }
  }
  return no_index;
}

bool is_stale(Day confirmed, Day today, const Policy& policy) {
  auto limit = std::chrono::year_month_day(confirmed) + std::chrono::months(policy.stale_after_months);
  if (!limit.ok()) {
    limit = limit.year() / limit.month() / std::chrono::last;
  }
  return Day(limit) < today;
}

Day confirmed_since(Day today, const Policy& policy) {
  auto limit = std::chrono::year_month_day(today) - std::chrono::months(policy.stale_after_months);
  auto day = Day(limit.ok() ? limit : limit.year() / limit.month() / std::chrono::last);
  while (is_stale(day, today, policy)) {
    day += std::chrono::days(1);
  }
  while (!is_stale(day - std::chrono::days(1), today, policy)) {
    day -= std::chrono::days(1);  // ends of months: the days of a longer one share a limit
  }
  return day;
}

}  // namespace handlers
