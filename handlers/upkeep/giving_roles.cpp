#include "handlers/access.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/roles.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::GivenRole;
using store::no_index;
using store::PersonIndex;
using store::RoleGrant;

GivenRole role_in(const Intent& intent) {
  const auto role = intent.slot("role");
  return role == "owner"         ? GivenRole::owner
         : role == "coordinator" ? GivenRole::coordinator
                                 : GivenRole::administrator;
}

/// "områdeejer for Vej og Trafik", "administrator".
std::string role_in_words(GivenRole role, const std::string& unit, const Texts& texts) {
  switch (role) {
    case GivenRole::owner:
      return unit.empty() ? texts.say("roles.owner_of_all") : texts.say("roles.owner_of", {{"unit", unit}});
    case GivenRole::coordinator:
      return texts.say("roles.coordinator");
    case GivenRole::administrator:
      break;
  }
  return texts.say("roles.administrator");
}

/// Ids of everybody with the role, of the unit if it is an owner's, as settings and chat say together.
std::vector<std::string> having(GivenRole role, const std::string& unit, const Context& context) {
  if (role == GivenRole::coordinator) {
    return context.policy.coordinators;
  }
  if (role == GivenRole::administrator) {
    return context.policy.administrators;
  }
  std::vector<std::string> who;
  for (const auto& owner : context.policy.owners) {
    if (store::fold(owner.unit) == store::fold(unit)) {
      who.push_back(owner.who);
    }
  }
  return who;
}

std::vector<PersonIndex> people_having(GivenRole role, const std::string& unit, const Context& context) {
  std::vector<PersonIndex> people;
  for (const auto& who : having(role, unit, context)) {
    const auto person = person_of(who, context.catalogue());
    if (works_here(person, context) && std::find(people.begin(), people.end(), person) == people.end()) {
      people.push_back(person);
    }
  }
  return people;
}

Sections show(GivenRole role, const std::string& unit, const Context& context) {
  const auto& texts = context.texts;
  auto people = people_having(role, unit, context);
  auto of = unit;
  if (people.empty() && role == GivenRole::owner && !unit.empty()) {
    people = people_having(role, "", context);  // whoever owns everything answers for this area, too
    of.clear();
  }
  if (people.empty()) {
    return one_line(texts.say("roles.nobody", {{"role", role_in_words(role, unit, texts)}}));
  }
  return one_line(texts.say(
      "roles.have", {{"people", names_of(people, context)}, {"role", role_in_words(role, of, texts)}}));
}

/// Everybody with a role: administrators, owners of everything and of each area, coordinators; a line each.
Sections show_all(const Context& context) {
  TextSection section;
  const auto add = [&](GivenRole role, const std::string& unit) {
    const auto people = people_having(role, unit, context);
    if (people.empty()) {
      return;
    }
    auto said = context.texts.say("roles.have", {{"people", names_of(people, context)},
                                                 {"role", role_in_words(role, unit, context.texts)}});
    if (std::find(section.lines.begin(), section.lines.end(), said) == section.lines.end()) {
      section.lines.push_back(std::move(said));
    }
  };
  add(GivenRole::administrator, "");
  add(GivenRole::owner, "");
  for (const auto& owner : context.policy.owners) {
    if (!owner.unit.empty()) add(GivenRole::owner, owner.unit);
  }
  add(GivenRole::coordinator, "");
  if (section.lines.empty()) {
    section.lines.push_back(context.texts.say("roles.none"));
  }
  return {std::move(section)};
}

Sections give(const RoleGrant& grant, PersonIndex person, const Acting& acting) {
  const auto& context = acting.context;
  const auto name = person_name(context, person);
  const auto had = people_having(grant.role, grant.unit, context);
  const auto role = role_in_words(grant.role, grant.unit, context.texts);
  if (std::find(had.begin(), had.end(), person) != had.end()) {
    return one_line(context.texts.say("roles.has_already", {{"person", name}, {"role", role}}));
  }
  if (!store::give_role(acting.transaction(), grant, store::RoleOrigin::chat,
                        {id_of(acting.turn.sender), {}, acting.turn.now})) {
    return one_line(context.texts.say("roles.cannot_have", {{"person", name}}));
  }
  acting.outcome.changed_data = true;
  tell(person, desk_of(acting), [&](const Context& there) {
    return one_line(
        there.texts.say("roles.told_given", {{"role", role_in_words(grant.role, grant.unit, there.texts)}}));
  });
  return one_line(context.texts.say("roles.given", {{"person", name}, {"role", role}}));
}

/// An area without an owner of its own is answered for by whoever owns everything.
bool leaves_nobody(const RoleGrant& grant, PersonIndex person, const Context& context) {
  auto left = people_having(grant.role, grant.unit, context);
  std::erase(left, person);
  if (left.empty() && grant.role == GivenRole::owner && !grant.unit.empty()) {
    left = people_having(grant.role, "", context);
  }
  return left.empty() && grant.role != GivenRole::coordinator;
}

Sections take(const RoleGrant& grant, PersonIndex person, const Acting& acting) {
  const auto& context = acting.context;
  const auto name = person_name(context, person);
  const auto role = role_in_words(grant.role, grant.unit, context.texts);
  const auto had = people_having(grant.role, grant.unit, context);
  if (std::find(had.begin(), had.end(), person) == had.end()) {
    return one_line(context.texts.say("roles.has_not", {{"person", name}, {"role", role}}));
  }
  if (leaves_nobody(grant, person, context)) {
    return one_line(context.texts.say("roles.last", {{"person", name}, {"role", role}}));
  }
  if (store::has_role(acting.database(), grant, store::RoleOrigin::file)) {
    return one_line(context.texts.say("roles.in_file", {{"person", name}, {"role", role}}));
  }
  if (!store::take_role(acting.transaction(), grant, store::RoleOrigin::chat,
                        {id_of(acting.turn.sender), {}, acting.turn.now})) {
    return one_line(context.texts.say("roles.in_settings", {{"person", name}, {"role", role}}));
  }
  acting.outcome.changed_data = true;
  if (person != acting.sender) {
    tell(person, desk_of(acting), [&](const Context& there) {
      return one_line(there.texts.say("roles.told_taken",
                                      {{"role", role_in_words(grant.role, grant.unit, there.texts)}}));
    });
  }
  return one_line(context.texts.say("roles.taken", {{"person", name}, {"role", role}}));
}

}  // namespace

Sections change_roles(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  if (intent.slot("role") == "stand_in") {
    return one_line(context.texts.say("roles.stand_in"));  // stands in the list of people, as absence does
  }
  const auto role = role_in(intent);
  const auto unit = role == GivenRole::owner ? std::string(intent.slot("unit")) : std::string();
  if (intent.slot("do") == "show") {
    return intent.slot("role").empty() ? show_all(context) : show(role, unit, context);
  }
  if (!may_give_roles(acting.turn.sender, context)) {
    return one_line(roles_refusal(context));
  }
  const auto named = named_in_slot(intent.slot("person"), intent.slot("do") == "take", acting);
  if (named.person == no_index) {
    return one_line(named.unclear.empty() ? context.texts.say("roles.how") : named.unclear);
  }
  const RoleGrant grant{role, context.catalogue().person(named.person).id, unit, {}};
  return intent.slot("do") == "give" ? give(grant, named.person, acting) : take(grant, named.person, acting);
}

}  // namespace handlers
