#include "handlers/access.hpp"

#include "handlers/contacts.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/staff.hpp"
#include "store/roles.hpp"
#include "store/subscriptions.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

bool named_in(const std::vector<std::string>& who, const Sender& sender, const Context& context) {
  return std::any_of(who.begin(), who.end(),
                     [&](const std::string& one) { return is_sender(one, sender, context); });
}

/// Somebody of the catalogue who still works here.
PersonIndex working(std::int64_t id, const Context& context) {
  const auto person = id == 0 ? no_index : context.catalogue().person_by_id(id);
  return person == no_index || has_left(context.catalogue().person(person), context.today) ? no_index
                                                                                           : person;
}

/// The sender, if the catalogue has somebody who still works here.
PersonIndex colleague(const Sender& sender, const Context& context) {
  const auto person = sender_in_catalogue(sender, context.catalogue());
  return person == no_index || has_left(context.catalogue().person(person), context.today) ? no_index
                                                                                           : person;
}

/// Those whom a proposal is about, in and out of the catalogue's areas.
std::vector<PersonIndex> concerned(const store::Proposal& proposal, const Context& context) {
  std::vector<PersonIndex> people;
  for (const auto id : {proposal.person, proposal.receiver}) {
    if (const auto person = id == 0 ? no_index : context.catalogue().person_by_id(id); person != no_index) {
      people.push_back(person);
    }
  }
  if (const auto author = person_of(proposal.author, context.catalogue());
      author != no_index && people.empty()) {
    people.push_back(author);
  }
  return people;
}

store::TaskIndex task_of(const store::Proposal& proposal, const Context& context) {
  return proposal.task == 0 ? no_index : context.catalogue().task_by_id(proposal.task);
}

/// Who decides in place of an approver who has left.
PersonIndex leader_of_asked(const store::Proposal& proposal, const Context& context) {
  const auto asked = proposal.approver == 0 ? no_index : context.catalogue().person_by_id(proposal.approver);
  return asked == no_index ? no_index : leader_of(context.catalogue(), asked, context.today);
}

void add_new(std::vector<PersonIndex>& people, PersonIndex person, const Context& context) {
  if (person != no_index && !has_left(context.catalogue().person(person), context.today) &&
      std::find(people.begin(), people.end(), person) == people.end()) {
    people.push_back(person);
  }
}

std::string names_of(const std::vector<PersonIndex>& people, const Context& context) {
  std::vector<std::string> names;
  for (const auto person : people) {
    names.push_back(person_name(context, person));
  }
  return joined(names, context.texts);
}

}  // namespace

std::optional<Policy> with_given_roles(const Policy& policy, store::Database& database) {
  const auto grants = store::role_grants(database);
  if (grants.empty()) {
    return std::nullopt;
  }
  auto merged = policy;
  for (const auto& grant : grants) {
    switch (grant.role) {
      case store::GivenRole::owner:
        merged.owners.push_back({grant.who, grant.unit});
        break;
      case store::GivenRole::coordinator:
        merged.coordinators.push_back(grant.who);
        break;
      case store::GivenRole::administrator:
        merged.administrators.push_back(grant.who);
        break;
    }
  }
  return merged;
}

bool is_administrator(const Sender& sender, const Context& context) {
  return !sender.guest && named_in(context.policy.administrators, sender, context);
}

bool may_arrange_departure(const Sender& sender, PersonIndex person, const Context& context) {
  if (sender.guest || person == no_index) {
    return false;
  }
  const auto who = colleague(sender, context);
  const auto& owners = context.policy.owners;
  return is_administrator(sender, context) || (who != no_index && leads(who, person, context)) ||
         std::any_of(owners.begin(), owners.end(), [&](const CatalogueOwner& owner) {
           return owner.unit.empty() && is_sender(owner.who, sender, context);
         });
}

bool is_leader(PersonIndex person, const store::Catalogue& catalogue) {
  if (person == no_index) {
    return false;
  }
  const auto units = catalogue.units();
  const auto people = catalogue.people();
  return std::any_of(units.begin(), units.end(),
                     [&](const store::Unit& unit) { return unit.leader == person; }) ||
         std::any_of(people.begin(), people.end(),
                     [&](const store::Person& one) { return one.leader == person; });
}

bool may_create(store::NetworkKind kind, const Sender& sender, const Context& context) {
  if (sender.guest) {
    return false;
  }
  const auto person = colleague(sender, context);
  if (kind == store::NetworkKind::informal && person != no_index) {
    return true;
  }
  return is_administrator(sender, context) || named_in(context.policy.coordinators, sender, context) ||
         is_leader(person, context.catalogue());
}

bool may_coordinate(const store::Network& network, const Sender& sender, const Context& context) {
  if (sender.guest) {
    return false;
  }
  const auto person = colleague(sender, context);
  return is_administrator(sender, context) ||
         (person != no_index &&
          (person == coordinator_of(network, context) || person == working(network.reference, context)));
}

bool may_plan(const store::Network& network, const Sender& sender, store::Database& database,
              const Context& context) {
  return may_coordinate(network, sender, context) ||
         (!sender.guest && network.kind == store::NetworkKind::informal &&
          !membership(colleague(sender, context), network, database, context).empty());
}

bool may_see(const store::Network& network, const Sender& sender, store::Database& database,
             const Context& context) {
  return !sender.guest && (network.open || may_coordinate(network, sender, context) ||
                           !membership(colleague(sender, context), network, database, context).empty());
}

bool may_confirm_for(PersonIndex person, const Sender& sender, const Context& context) {
  const auto me = sender.guest ? no_index : colleague(sender, context);
  return me != no_index && me != person &&
         (leader_of(context.catalogue(), person, context.today) == me || leads(me, person, context) ||
          may_correct(no_index, person, sender, context));
}

std::vector<PersonIndex> who_confirms_for(PersonIndex person, const Context& context) {
  std::vector<PersonIndex> people;
  add_new(people, leader_of(context.catalogue(), person, context.today), context);
  for (const auto* owner : owners_about(no_index, {person}, context)) {
    add_new(people, person_of(owner->who, context.catalogue()), context);
  }
  for (const auto& one : context.policy.administrators) {
    add_new(people, person_of(one, context.catalogue()), context);
  }
  std::erase_if(people, [&](PersonIndex one) {
    return !may_confirm_for(person, as_sender(one, context.catalogue()), context);
  });
  return people;
}

bool may_assign(PersonIndex person, const Sender& sender, const Context& context) {
  if (sender.guest || person == no_index) {
    return false;
  }
  const auto me = colleague(sender, context);
  return is_administrator(sender, context) || answers_for(sender, no_index, {person}, context) ||
         (me != no_index && me != person && leads(me, person, context));
}

bool may_add_task(const Sender& sender, const Context& context) {
  return !sender.guest && (is_administrator(sender, context) ||
                           answers_for(sender, no_index, {colleague(sender, context)}, context));
}

bool may_correct(store::TaskIndex task, PersonIndex person, const Sender& sender, const Context& context) {
  return !sender.guest && (is_administrator(sender, context) || answers_for(sender, task, {person}, context));
}

bool may_decide(const store::Proposal& proposal, const Sender& sender, const Context& context) {
  if (sender.guest) {
    return false;
  }
  if (is_administrator(sender, context)) {
    return true;
  }
  if (is_new_address(proposal)) {
    return may_set_address(sender, context);
  }
  const auto me = colleague(sender, context);
  const auto asked = working(proposal.approver, context);
  if (proposal.waits_for != store::Approver::owner && asked != no_index) {
    return me == asked;
  }
  const auto owners = owners_about(task_of(proposal, context), concerned(proposal, context), context);
  return std::any_of(owners.begin(), owners.end(),
                     [&](const CatalogueOwner* owner) { return is_sender(owner->who, sender, context); }) ||
         (me != no_index && me == leader_of_asked(proposal, context));
}

bool is_new_address(const store::Proposal& proposal) {
  return proposal.kind == store::ProposalKind::correct && proposal.fault == "email" && !proposal.text.empty();
}

bool may_set_address(const Sender& sender, const Context& context) {
  return !sender.guest && (is_administrator(sender, context) || owns_everything(sender, context));
}

std::vector<PersonIndex> approvers(const store::Proposal& proposal, const Context& context) {
  std::vector<PersonIndex> people;
  if (proposal.waits_for != store::Approver::owner) {
    add_new(people, working(proposal.approver, context), context);
  }
  if (people.empty()) {
    for (const auto* owner : owners_about(
             task_of(proposal, context),
             is_new_address(proposal) ? std::vector<PersonIndex>{} : concerned(proposal, context), context)) {
      if (owner->unit.empty() || !is_new_address(proposal)) {
        add_new(people, person_of(owner->who, context.catalogue()), context);
      }
    }
  }
  if (people.empty()) {
    for (const auto& one : context.policy.administrators) {
      add_new(people, person_of(one, context.catalogue()), context);
    }
  }
  return people;
}

bool may_give_roles(const Sender& sender, const Context& context) {
  return is_administrator(sender, context);
}

std::string assign_refusal(PersonIndex person, const Context& context) {
  auto who = std::vector<PersonIndex>{};
  add_new(who, leader_of(context.catalogue(), person, context.today), context);
  if (who.empty()) {
    for (const auto* owner : owners_about(no_index, {person}, context)) {
      add_new(who, person_of(owner->who, context.catalogue()), context);
    }
  }
  const auto name = person_name(context, person);
  return who.empty()
             ? context.texts.say("access.assign_plain", {{"person", name}})
             : context.texts.say("access.assign", {{"person", name}, {"people", names_of(who, context)}});
}

std::string decide_refusal(const store::Proposal& proposal, const Context& context) {
  const auto who = approvers(proposal, context);
  return who.empty() ? context.texts.say("access.decide_plain")
                     : context.texts.say("access.decide", {{"people", names_of(who, context)}});
}

std::string roles_refusal(const Context& context) {
  const auto names = names_for(context.policy.administrators, context);
  return names.empty() ? context.texts.say("access.roles_plain")
                       : context.texts.say("access.roles", {{"people", names}});
}

bool may_see_overview(PersonIndex of, const Sender& sender, store::Database& database,
                      const Context& context) {
  const auto person = sender.guest ? no_index : colleague(sender, context);
  if (person == no_index || of == no_index || person == of) {
    return person != no_index && person == of;
  }
  const auto& catalogue = context.catalogue();
  const auto subscription = store::find_subscription(database, catalogue.person(of).id);
  return subscription && subscription->stand_in == catalogue.person(person).id &&
         away_to(catalogue.person(of), context.today).has_value();
}

PeopleMask entries_to_see(const Sender& sender, store::Database& database, const Context& context) {
  const auto& catalogue = context.catalogue();
  PeopleMask seen(catalogue.people().size(), 0);
  if (is_administrator(sender, context) || owns_everything(sender, context)) {
    return PeopleMask(seen.size(), 1);
  }
  const auto person = sender.guest ? no_index : colleague(sender, context);
  if (person == no_index) {
    return seen;
  }
  std::vector<PersonIndex> instead{person};
  for (const auto id : store::stands_in_for(database, catalogue.person(person).id)) {
    const auto other = catalogue.person_by_id(id);
    if (may_see_overview(other, sender, database, context)) {
      instead.push_back(other);
    }
  }
  for (const auto one : instead) {
    if (const auto people = own_people(one, context)) {
      for (PersonIndex i = 0; i < seen.size(); ++i) {
        seen[i] = seen[i] != 0 || (*people)[i] != 0 ? 1 : 0;
      }
    }
  }
  return seen;
}

PersonIndex coordinator_of(const store::Network& network, const Context& context) {
  for (const auto id : {network.coordinator, network.successor, network.reference}) {
    if (const auto person = working(id, context); person != no_index) {
      return person;
    }
  }
  return no_index;
}

std::string coordinator_refusal(const store::Network& network, const Context& context) {
  const auto coordinator = coordinator_of(network, context);
  if (coordinator != no_index && network.for_one) {
    return context.texts.say("access.organizer", {{"person", person_with_title(context, coordinator)}});
  }
  if (coordinator != no_index) {
    return context.texts.say("access.coordinator", {{"network", network.name},
                                                    {"person", person_with_title(context, coordinator)}});
  }
  const auto administrators = names_for(context.policy.administrators, context);
  return administrators.empty() ? context.texts.say("access.nobody", {{"network", network.name}})
                                : context.texts.say("access.administrator",
                                                    {{"network", network.name}, {"people", administrators}});
}

std::string create_refusal(const Context& context) {
  const auto names = names_for(context.policy.administrators, context);
  return names.empty() ? context.texts.say("access.create_plain")
                       : context.texts.say("access.create", {{"people", names}});
}

}  // namespace handlers
