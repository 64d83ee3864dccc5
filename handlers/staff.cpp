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

std::vector<PersonIndex> people_under(PersonIndex leader, const Context& context) {
  const auto people = context.catalogue().people();
  std::vector<PersonIndex> found;
  for (PersonIndex person = 0; person < people.size(); ++person) {
    if (person != leader && !people[person].contact_point && !has_left(people[person], context.today) &&
        leads(leader, person, context)) {
      found.push_back(person);
    }
  }
  return found;
}

}  // namespace handlers
