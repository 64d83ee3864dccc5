#include "handlers/overviews/scope.hpp"

#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::UnitIndex;
using Kind = OverviewScope::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 5> kinds{{{Kind::staff, "staff"},
                                                                  {Kind::area, "area"},
                                                                  {Kind::own, "own"},
                                                                  {Kind::unit, "unit"},
                                                                  {Kind::all, "all"}}};

void add(PeopleMask& to, const PeopleMask& more) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i] = to[i] != 0 || more[i] != 0 ? 1 : 0;
  }
}

PeopleMask under(PersonIndex leader, const store::Catalogue& catalogue) {
  PeopleMask heads(catalogue.people().size(), 0);
  heads[leader] = 1;
  auto below = staff_below(heads, catalogue);
  below[leader] = 0;
  return below;
}

PeopleMask area_of(PersonIndex owner, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto sender = as_sender(owner, catalogue);
  const auto people = catalogue.people();
  if (owns_everything(sender, context)) {
    return PeopleMask(people.size(), 1);
  }
  PeopleMask units(catalogue.units().size(), 0);
  for (UnitIndex unit = 0; unit < units.size(); ++unit) {
    units[unit] = owns_unit(sender, unit, context) ? 1 : 0;
  }
  PeopleMask area(people.size(), 0);
  for (PersonIndex person = 0; person < area.size(); ++person) {
    area[person] = people[person].unit == no_index ? 0 : units[people[person].unit];
  }
  return area;
}

UnitIndex unit_by_id(std::int64_t id, const store::Catalogue& catalogue) {
  const auto units = catalogue.units();
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const store::Unit& unit) { return unit.id == id; });
  return found == units.end() ? no_index : static_cast<UnitIndex>(found - units.begin());
}

bool owns_if(const Sender& sender, const Context& context, const auto& fits) {
  return !sender.guest && std::any_of(context.policy.owners.begin(), context.policy.owners.end(),
                                      [&](const CatalogueOwner& owner) {
                                        return fits(owner) && is_sender(owner.who, sender, context);
                                      });
}

}  // namespace

std::string to_string(const OverviewScope& scope) {
  const auto known =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == scope.kind; });
  return std::string(known->second) + " " + std::to_string(scope.id);
}

std::optional<OverviewScope> read_scope(std::string_view text) {
  const auto blank = text.find(' ');
  const auto known = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& one) { return one.second == text.substr(0, blank); });
  OverviewScope scope;
  if (known == kinds.end() || blank == std::string_view::npos) {
    return std::nullopt;
  }
  scope.kind = known->first;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + blank + 1, end, scope.id);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(scope) : std::nullopt;
}

std::optional<PeopleMask> people_of(const OverviewScope& scope, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto people = catalogue.people();
  if (scope.kind == Kind::all) {
    return PeopleMask(people.size(), 1);
  }
  if (scope.kind == Kind::unit) {
    const auto unit = unit_by_id(scope.id, catalogue);
    if (unit == no_index) {
      return std::nullopt;
    }
    PeopleMask members(people.size(), 0);
    for (PersonIndex person = 0; person < members.size(); ++person) {
      members[person] = people[person].unit == unit ? 1 : 0;
    }
    add(members, staff_below(members, catalogue));
    return members;
  }
  const auto person = catalogue.person_by_id(scope.id);
  if (person == no_index) {
    return std::nullopt;
  }
  auto found = scope.kind == Kind::area ? PeopleMask(people.size(), 0) : under(person, catalogue);
  if (scope.kind != Kind::staff) {
    add(found, area_of(person, context));
  }
  return found;
}

std::string in_words(const OverviewScope& scope, const Context& context) {
  switch (scope.kind) {
    case Kind::all:
      return "";
    case Kind::unit: {
      const auto unit = unit_by_id(scope.id, context.catalogue());
      return unit == no_index
                 ? std::string()
                 : context.texts.say("overview.in_unit", {{"unit", context.catalogue().unit(unit).name}});
    }
    case Kind::area:
      return context.texts.say("overview.in_area");
    case Kind::staff:
    case Kind::own:
      break;
  }
  const auto person = context.catalogue().person_by_id(scope.id);
  return person == no_index
             ? std::string()
             : context.texts.say("overview.in_staff", {{"person", person_name(context, person)}});
}

Sender as_sender(PersonIndex index, const store::Catalogue& catalogue) {
  const auto& person = catalogue.person(index);
  Sender sender;
  sender.entra_id = person.entra_id;
  sender.email = person.email;
  return sender;
}

bool owns_everything(const Sender& sender, const Context& context) {
  return owns_if(sender, context, [](const CatalogueOwner& owner) { return owner.unit.empty(); });
}

bool owns_unit(const Sender& sender, UnitIndex unit, const Context& context) {
  const auto name = context.catalogue().unit(unit).name;
  return owns_if(sender, context, [&](const CatalogueOwner& owner) {
    return !owner.unit.empty() && store::fold(owner.unit) == store::fold(name);
  });
}

std::optional<PeopleMask> own_people(PersonIndex person, const Context& context) {
  auto people = people_of({Kind::own, context.catalogue().person(person).id}, context);
  const bool any = people && std::any_of(people->begin(), people->end(), [](char one) { return one != 0; });
  return any ? std::move(people) : std::nullopt;
}

}  // namespace handlers
