#include "handlers/overviews/coverage.hpp"

#include "handlers/contacts.hpp"
#include "store/history.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::OptionalDay;
using store::PersonIndex;
using store::Role;
using store::TaskIndex;

constexpr std::chrono::days leavers_shown{31};
constexpr int history_read = 8;

bool holds(const store::Responsibility& role, store::Day today) {
  return (!role.from || *role.from <= today) && (!role.to || today <= *role.to);
}

/// Whoever has a stand-in of their own is not alone with a task.
bool has_stand_in(PersonIndex index, const store::Catalogue& catalogue, store::Day today) {
  const auto stand_in = catalogue.person(index).stand_in;
  return stand_in != no_index && stand_in != index && !has_left(catalogue.person(stand_in), today);
}

/// What one task says about its people.
struct Hands {
  bool responsible = false;  ///< somebody is, today
  std::vector<TaskGap> all;  ///< who have a role today, each once, with the latest confirmation
};

void read(std::span<const store::Responsibility> roles, const Context& context, Hands& hands) {
  hands.responsible = false;
  hands.all.clear();
  for (const auto& role : roles) {
    if (!holds(role, context.today) || has_left(context.catalogue().person(role.person), context.today)) {
      continue;
    }
    hands.responsible = hands.responsible || role.role != Role::stand_in;
    const auto known = std::find_if(hands.all.begin(), hands.all.end(),
                                    [&](const TaskGap& one) { return one.person == role.person; });
    if (known == hands.all.end()) {
      hands.all.push_back({role.task, role.person, role.confirmed});
    } else if (role.confirmed && (!known->confirmed || *known->confirmed < *role.confirmed)) {
      known->confirmed = role.confirmed;
    }
  }
}

/// The first of a person's roles in the task that hold today.
bool counts_anew(std::span<const store::Responsibility> roles, std::size_t at, store::Day today) {
  const auto same = [&](const store::Responsibility& other) {
    return other.person == roles[at].person && holds(other, today);
  };
  const auto earlier = roles.first(at);
  return holds(roles[at], today) && std::none_of(earlier.begin(), earlier.end(), same);
}

bool is_leaver(const store::Person& person, store::Day today) {
  return person.left && !person.contact_point && today - leavers_shown < *person.left;
}

}  // namespace

std::vector<Orphan> orphans(store::Database& database, const store::Catalogue& catalogue) {
  std::vector<Orphan> found;
  for (TaskIndex task = 0; task < catalogue.task_count(); ++task) {
    if (!catalogue.responsibilities_of(task).empty()) {
      continue;
    }
    Orphan orphan{task, no_index};
    for (const auto& change : store::history_of_task(database, catalogue.task(task).id, history_read)) {
      if (orphan.last == no_index && change.person != 0) {
        orphan.last = catalogue.person_by_id(change.person);
      }
    }
    found.push_back(orphan);
  }
  return found;
}

Coverage coverage_of(const PeopleMask& people, const std::vector<Orphan>& orphans, store::Day confirmed_since,
                     const Context& context) {
  const auto& catalogue = context.catalogue();
  Coverage coverage;
  std::vector<std::uint32_t> tasks_of(people.size(), 0);
  PeopleMask with_entries(people.size(), 0);
  Hands hands;
  for (TaskIndex task = 0; task < catalogue.task_count(); ++task) {
    const auto roles = catalogue.responsibilities_of(task);
    if (std::none_of(roles.begin(), roles.end(),
                     [&](const store::Responsibility& role) { return people[role.person] != 0; })) {
      continue;
    }
    read(roles, context, hands);
    if (!hands.responsible) {
      coverage.vacant.push_back({task});
    } else if (hands.all.size() == 1) {
      const auto& one = hands.all.front();
      if (people[one.person] != 0 && !catalogue.person(one.person).contact_point &&
          !has_stand_in(one.person, catalogue, context.today)) {
        coverage.single.push_back(one);
      }
    }
    for (const auto& hand : hands.all) {
      if (people[hand.person] == 0 || catalogue.person(hand.person).contact_point) {
        continue;
      }
      coverage.entries += 1;
      with_entries[hand.person] = 1;
      if (!hand.confirmed || *hand.confirmed < confirmed_since) {
        coverage.unconfirmed.push_back(hand);
      }
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
      tasks_of[roles[i].person] += counts_anew(roles, i, context.today) ? 1 : 0;
    }
  }
  for (const auto& orphan : orphans) {
    const bool everything = std::find(people.begin(), people.end(), 0) == people.end();
    if (orphan.last == no_index ? everything : people[orphan.last] != 0) {
      coverage.vacant.push_back({orphan.task});
    }
  }
  coverage.people = static_cast<std::size_t>(std::count(with_entries.begin(), with_entries.end(), 1));
  for (PersonIndex person = 0; person < people.size(); ++person) {
    const auto& one = catalogue.person(person);
    if (people[person] == 0 || !is_leaver(one, context.today) ||
        (has_left(one, context.today) && tasks_of[person] == 0)) {
      continue;
    }
    coverage.leavers.push_back({person, *one.left, tasks_of[person]});
  }
  return coverage;
}

bool concerns(TaskIndex task, const PeopleMask& people, const store::Catalogue& catalogue) {
  const auto roles = catalogue.responsibilities_of(task);
  return std::any_of(roles.begin(), roles.end(),
                     [&](const store::Responsibility& role) { return people[role.person] != 0; });
}

}  // namespace handlers
