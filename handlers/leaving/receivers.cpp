#include "handlers/leaving/receivers.hpp"

#include "handlers/contacts.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/telling.hpp"
#include "store/networks.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::TaskIndex;

// How much speaks for somebody. Only the order counts, and that one near task weighs more than the same unit.
constexpr int has_a_role = 100;
constexpr int same_number = 20;
constexpr int same_group = 8;
constexpr int near_title = 12;
constexpr int same_unit = 4;
constexpr std::size_t near_tasks = 8;
constexpr std::size_t group_length = 5;  // "09.13"

bool may_receive(PersonIndex person, PersonIndex leaver, const Context& context) {
  return person != leaver && works_here(person, context) && !context.catalogue().person(person).left &&
         !context.catalogue().person(person).contact_point;
}

std::vector<std::string_view> numbers_of(std::string_view list) {
  std::vector<std::string_view> numbers;
  while (!list.empty()) {
    numbers.push_back(list.substr(0, list.find('\n')));
    list.remove_prefix(std::min(list.size(), numbers.back().size() + 1));
  }
  return numbers;
}

int nearness(const std::vector<std::string_view>& ours, std::string_view theirs) {
  int most = 0;
  for (const auto other : numbers_of(theirs)) {
    for (const auto number : ours) {
      const bool group = number.size() > group_length && other.size() > group_length &&
                         number.substr(0, group_length) == other.substr(0, group_length);
      most = std::max(most, number == other ? same_number : group ? same_group : 0);
    }
  }
  return most;
}

}  // namespace

GivenOnBy given_on_by(PersonIndex person, const Context& context) {
  const auto& catalogue = context.catalogue();
  return {person, catalogue.person(person).unit, leader_of(catalogue, person, context.today)};
}

std::vector<PersonIndex> receivers_for(TaskIndex task, const GivenOnBy& from, std::size_t limit,
                                       const Context& context) {
  const auto leaver = from.person;
  const auto& catalogue = context.catalogue();
  std::map<PersonIndex, int> weights;
  const auto count = [&](TaskIndex other, int weight) {
    for (const auto& hand : catalogue.responsibilities_of(other)) {
      if (weight > 0 && may_receive(hand.person, leaver, context)) {
        weights[hand.person] += weight;
      }
    }
  };
  count(task, has_a_role);
  const auto title = catalogue.task(task).title;
  for (const auto& hit : context.finder.find(title, near_tasks).hits) {
    count(hit.task, hit.task == task ? 0 : near_title);
  }
  const auto numbers = numbers_of(catalogue.task(task).kle);
  for (TaskIndex other = 0; !numbers.empty() && other < catalogue.task_count(); ++other) {
    count(other, other == task ? 0 : nearness(numbers, catalogue.task(other).kle));
  }
  const auto unit = from.unit;
  for (PersonIndex person = 0; unit != no_index && person < catalogue.people().size(); ++person) {
    if (catalogue.person(person).unit == unit && may_receive(person, leaver, context)) {
      weights[person] += same_unit;
    }
  }
  // A leader takes what nobody else is at hand for.
  if (const auto leader = weights.find(from.leader); leader != weights.end()) {
    leader->second = 1;
  }
  std::vector<PersonIndex> people;
  for (const auto& [person, weight] : weights) {
    people.push_back(person);
  }
  std::stable_sort(people.begin(), people.end(),
                   [&](PersonIndex one, PersonIndex other) { return weights[one] > weights[other]; });
  people.resize(std::min(people.size(), limit));
  return people;
}

std::vector<PersonIndex> receivers_for(const store::Handover& handover, const GivenOnBy& from,
                                       std::size_t limit, store::Database& database, const Context& context) {
  const auto leaver = from.person;
  const auto& catalogue = context.catalogue();
  if (handover.network == 0) {
    const auto task = catalogue.task_by_id(handover.task);
    if (task == no_index) {
      return {};
    }
    auto able = receivers_for(
        task, from, handover.role == store::Role::stand_in ? catalogue.people().size() : limit, context);
    if (handover.role == store::Role::stand_in) {  // nobody stands in for themselves
      std::erase_if(able, [&](PersonIndex person) {
        const auto all = catalogue.responsibilities_of(task);
        return std::any_of(all.begin(), all.end(), [&](const store::Responsibility& one) {
          return one.person == person && one.role == store::Role::responsible;
        });
      });
      able.resize(std::min(able.size(), limit));
    }
    return able;
  }
  std::vector<PersonIndex> people;
  const auto add = [&](PersonIndex person) {
    if (person != no_index && people.size() < limit && may_receive(person, leaver, context) &&
        std::find(people.begin(), people.end(), person) == people.end()) {
      people.push_back(person);
    }
  };
  if (const auto network = store::find_network(database, handover.network)) {
    add(catalogue.person_by_id(network->successor));
    add(catalogue.person_by_id(network->reference));
    for (const auto& member : members_of(*network, database, context)) {
      add(member.person);
    }
  }
  return people;
}

}  // namespace handlers
