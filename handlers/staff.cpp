#include "handlers/staff.hpp"

#include "handlers/contacts.hpp"

#include <algorithm>
#include <unordered_set>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

/// As the catalogue says, whether they have left or not: who worked under a leader that left is no orphan.
PersonIndex above(PersonIndex person, const store::Catalogue& catalogue) {
  const auto& known = catalogue.person(person);
  if (known.leader != no_index) {
    return known.leader;
  }
  const auto leader = known.unit == no_index ? no_index : catalogue.unit(known.unit).leader;
  return leader == person ? no_index : leader;
}

}  // namespace

bool leads(PersonIndex leader, PersonIndex person, const Context& context) {
  const auto& catalogue = context.catalogue();
  std::unordered_set<PersonIndex> seen{person};  // a circle in the file must not hold us
  for (auto next = above(person, catalogue); next != no_index && seen.insert(next).second;
       next = above(next, catalogue)) {
    if (next == leader) {
      return true;
    }
  }
  return false;
}

PeopleMask staff_below(const PeopleMask& heads, const store::Catalogue& catalogue) {
  const auto count = static_cast<PersonIndex>(catalogue.people().size());
  enum : char { unknown, walked };
  PeopleMask state(count, unknown);
  PeopleMask below(count, 0);
  std::vector<PersonIndex> chain;
  for (PersonIndex start = 0; start < count; ++start) {
    chain.clear();
    auto next = start;
    for (; next != no_index && state[next] == unknown; next = above(next, catalogue)) {
      state[next] = walked;
      chain.push_back(next);
    }
    // In a circle the first answer is not known yet: twice round it is.
    for (int round = 0; round < 2; ++round) {
      auto leader = next;
      for (auto one = chain.rbegin(); one != chain.rend(); leader = *one, ++one) {
        below[*one] = leader != no_index && (heads[leader] != 0 || below[leader] != 0) ? 1 : 0;
      }
    }
  }
  return below;
}

std::vector<PersonIndex> people_under(PersonIndex leader, const Context& context) {
  const auto people = context.catalogue().people();
  PeopleMask heads(people.size(), 0);
  heads[leader] = 1;
  const auto below = staff_below(heads, context.catalogue());
  std::vector<PersonIndex> found;
  for (PersonIndex person = 0; person < people.size(); ++person) {
    if (person != leader && below[person] != 0 && !people[person].contact_point &&
        !has_left(people[person], context.today)) {
      found.push_back(person);
    }
  }
  return found;
}

}  // namespace handlers
