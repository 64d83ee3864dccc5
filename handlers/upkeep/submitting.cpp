#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/upkeep/facts.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/catalogue_edits.hpp"
#include "store/reminders.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using store::Approver;
using store::no_index;
using store::PersonIndex;
using store::Proposal;
using store::ProposalKind;

/// Who must approve; nobody, if the author may say so alone.
struct Route {
  bool at_once = false;
  Approver waits_for = Approver::owner;
  PersonIndex approver = no_index;
};

bool can_be_asked(PersonIndex person, const Context& context) {
  return works_here(person, context) && !context.catalogue().person(person).contact_point;
}

Route ask_person(PersonIndex person) {
  return {false, Approver::person, person};
}

/// The leader of somebody, who approves at once what they say themselves; without a leader the owner.
Route ask_leader_of(PersonIndex person, const Acting& acting) {
  const auto leader =
      person == no_index ? no_index : leader_of(acting.context.catalogue(), person, acting.context.today);
  if (leader == no_index) {
    return {};
  }
  return leader == acting.sender ? Route{true} : Route{false, Approver::leader, leader};
}

Route route_of_transfer(const Proposal& proposal, const Acting& acting) {
  const auto& context = acting.context;
  const auto person = person_at(proposal.person, context);
  const auto receiver = person_at(proposal.receiver, context);
  const auto& sender = acting.turn.sender;
  if (acting.sender == receiver) {
    return can_be_asked(person, context) ? ask_person(person)
                                         : ask_leader_of(person == no_index ? receiver : person, acting);
  }
  if (acting.sender == person && receiver != no_index) {
    return can_be_asked(receiver, context) ? ask_person(receiver) : Route{};
  }
  if (acting.sender == person) {
    const auto holders = holders_of(task_at(proposal.task, context), context).here;
    const bool others =
        std::any_of(holders.begin(), holders.end(), [&](PersonIndex one) { return one != acting.sender; });
    return others ? Route{true} : ask_leader_of(person, acting);
  }
  const bool both = (receiver == no_index || may_assign(receiver, sender, context)) &&
                    (!works_here(person, context) || may_assign(person, sender, context));
  return both ? Route{true} : Route{};
}

Route route_of_correction(const Proposal& proposal, const Acting& acting) {
  const auto person = person_at(proposal.person, acting.context);
  const bool complete = !needs_value(proposal);
  if (complete && is_new_address(proposal)) {
    return {may_set_address(acting.turn.sender, acting.context)};
  }
  const bool own_fact =
      proposal.fault == "task" || proposal.fault == "details" || fact_of(proposal.fault) != nullptr;
  if (own_fact && acting.sender == person && complete) {
    return {true};
  }
  if (complete &&
      may_correct(task_at(proposal.task, acting.context), person, acting.turn.sender, acting.context)) {
    return {true};
  }
  return own_fact && can_be_asked(person, acting.context) ? ask_person(person) : Route{};
}

Route route_of(const Proposal& proposal, const Acting& acting) {
  const auto receiver = person_at(proposal.receiver, acting.context);
  switch (proposal.kind) {
    case ProposalKind::transfer:
      return route_of_transfer(proposal, acting);
    case ProposalKind::assign:
      return may_assign(receiver, acting.turn.sender, acting.context) ? Route{true}
                                                                      : ask_leader_of(receiver, acting);
    case ProposalKind::add:
      return {may_add_task(acting.turn.sender, acting.context)};
    case ProposalKind::correct:
      return route_of_correction(proposal, acting);
  }
  return {};
}

/// Both claim it: the leader of whoever has it chooses, else the owner; each claim waits for the same one.
void let_somebody_choose(Proposal& proposal, const Acting& acting) {
  auto rivals = store::open_transfers(acting.database(), proposal.task);
  std::erase_if(rivals,
                [&](const Proposal& one) { return one.receiver == 0 || one.receiver == proposal.receiver; });
  if (proposal.kind != ProposalKind::transfer || proposal.receiver == 0 || rivals.empty()) {
    return;
  }
  const auto person = person_at(proposal.person, acting.context);
  const auto leader =
      person == no_index ? no_index : leader_of(acting.context.catalogue(), person, acting.context.today);
  proposal.waits_for = leader == no_index ? Approver::owner : Approver::leader;
  proposal.approver = leader == no_index ? 0 : acting.context.catalogue().person(leader).id;
  for (const auto& rival : rivals) {
    store::ask_instead(acting.transaction(), rival.id, proposal.waits_for, proposal.approver);
  }
}

/// The leaders of both sides know what goes on before it happens: one message to each.
void inform_leaders(const std::vector<Proposal>& proposals, const Acting& acting) {
  std::map<PersonIndex, std::vector<const Proposal*>> told;
  for (const auto& proposal : proposals) {
    if (proposal.kind != ProposalKind::transfer || proposal.waits_for != Approver::person) {
      continue;
    }
    for (const auto id : {proposal.person, proposal.receiver}) {
      const auto person = person_at(id, acting.context);
      const auto leader =
          person == no_index ? no_index : leader_of(acting.context.catalogue(), person, acting.context.today);
      auto& theirs = told[leader];
      if (theirs.empty() || theirs.back() != &proposal) {
        theirs.push_back(&proposal);
      }
    }
  }
  told.erase(no_index);
  told.erase(acting.sender);
  for (const auto& leader_and_theirs : told) {
    tell(leader_and_theirs.first, desk_of(acting), [&](const Context& there) -> Sections {
      TextSection words;
      for (const auto* proposal : leader_and_theirs.second) {
        words.lines.push_back(there.texts.say(
            "upkeep.leader_informed", {{"person", person_name(there, acting.sender)},
                                       {"change", change_in_words(*proposal, there)},
                                       {"asked", person_name(there, person_at(proposal->approver, there))}}));
      }
      return {std::move(words)};
    });
  }
}

void offer_to_withdraw(OfferSection& section, std::int64_t proposal, const Context& context) {
  Offer undo{context.texts.say("upkeep.button_withdraw"), {}};
  undo.button.verb = cards::Verb::proposal_withdraw;
  undo.button.item = proposal;
  section.offers.push_back(std::move(undo));
}

std::string waits_for_in_words(const Proposal& proposal, bool reached, const Context& context) {
  const auto asked = approvers(proposal, context);
  const auto who = names_of(asked, context);
  const auto* key = who.empty()        ? "upkeep.waits_for_nobody"
                    : !reached         ? "upkeep.not_reached"
                    : asked.size() > 1 ? "upkeep.waits_for_one"
                                       : "upkeep.waits_for";
  return context.texts.say(key, {{"people", who}});
}

Sections sent(const Proposal& proposal, const store::Proposed& opened, bool reached, const Acting& acting) {
  const auto& texts = acting.context.texts;
  OfferSection section;
  section.lines.push_back(
      texts.say(opened.outcome == store::ProposeOutcome::already_said ? "upkeep.already" : "upkeep.proposed",
                {{"change", change_in_words(proposal, acting.context)}}));
  if (opened.outcome == store::ProposeOutcome::joined) {
    section.lines.push_back(texts.say("upkeep.joined"));
  }
  section.lines.push_back(waits_for_in_words(proposal, reached, acting.context));
  if (opened.outcome == store::ProposeOutcome::opened) {
    offer_to_withdraw(section, opened.id, acting.context);
  }
  return {std::move(section)};
}

/// A task that begins later: until then somebody looks every day whether it still fits.
void watch(const Proposal& proposal, const Acting& acting) {
  if (proposal.task != 0 && proposal.receiver != 0 && proposal.from &&
      *proposal.from > acting.context.today) {
    plan_watch(proposal.id, desk_of(acting));
  }
}

/// False if it does not fit any more.
bool publish_now(Proposal& proposal, const Acting& acting) {
  const auto by = id_of(acting.turn.sender);
  if (!publish(proposal, by, desk_of(acting))) {
    return false;
  }
  const auto opened = store::open_proposal(acting.transaction(), proposal, acting.turn.now);
  proposal.id = opened.id;
  auto said = store::close_proposal(acting.transaction(), opened.id, store::ProposalState::published, by,
                                    acting.turn.now);
  store::withdraw_duty(acting.transaction(), "proposal", opened.id, acting.turn.now);
  watch(proposal, acting);
  proposal.decided_by = by;
  tell_of_decision(proposal, said.value_or(std::vector<std::string>{}), true, desk_of(acting));
  acting.outcome.changed_data = true;
  return true;
}

enum class Taken { unfit, published, opened, known };

/// Publishes or keeps it; whoever must approve is not asked yet.
Taken take(Proposal& proposal, store::Proposed& opened, const Acting& acting) {
  proposal.author = id_of(acting.turn.sender);
  if (proposal.kind != ProposalKind::correct) {
    const auto receiver = person_at(proposal.receiver, acting.context);
    const auto unit = receiver == no_index ? no_index : acting.context.catalogue().person(receiver).unit;
    proposal.fault = unit == no_index ? "" : std::string(acting.context.catalogue().unit(unit).name);
  }
  const auto route = route_of(proposal, acting);
  proposal.waits_for = route.waits_for;
  proposal.approver = route.approver == no_index ? 0 : acting.context.catalogue().person(route.approver).id;
  const auto asked = approvers(proposal, acting.context);
  const bool asks_oneself = acting.sender != no_index && !needs_value(proposal) &&
                            std::find(asked.begin(), asked.end(), acting.sender) != asked.end();
  if (route.at_once || asks_oneself) {
    return publish_now(proposal, acting) ? Taken::published : Taken::unfit;
  }
  let_somebody_choose(proposal, acting);
  opened = store::open_proposal(acting.transaction(), proposal, acting.turn.now);
  proposal.id = opened.id;
  acting.outcome.changed_data = true;
  if (opened.outcome != store::ProposeOutcome::opened) {
    proposal = store::find_proposal(acting.database(), opened.id).value();
    return Taken::known;
  }
  plan_reminder_of(proposal.id, desk_of(acting));
  return Taken::opened;
}

}  // namespace

OfferSection own_open(const Proposal& proposal, const Acting& acting) {
  OfferSection section;
  section.lines.push_back(
      acting.context.texts.say("upkeep.own_open", {{"change", change_in_words(proposal, acting.context)}}));
  section.lines.push_back(waits_for_in_words(proposal, true, acting.context));
  offer_to_withdraw(section, proposal.id, acting.context);
  return section;
}

Sections submit(Proposal proposal, const Acting& acting) {
  const auto& texts = acting.context.texts;
  store::Proposed opened;
  const auto taken = take(proposal, opened, acting);
  if (taken == Taken::unfit) {
    return {TextSection{{texts.say("upkeep.does_not_fit")}, {}}};
  }
  if (taken == Taken::published) {
    return {TextSection{
        {texts.say("upkeep.published", {{"change", change_in_words(proposal, acting.context)}})}, {}}};
  }
  bool reached = true;
  if (taken == Taken::opened) {
    reached = ask_approvers({proposal}, desk_of(acting));
    inform_leaders({proposal}, acting);
  }
  return sent(proposal, opened, reached, acting);
}

Submitted submit_all(std::vector<Proposal> proposals, const Acting& acting) {
  Submitted done;
  std::vector<Proposal> to_ask;
  for (auto& proposal : proposals) {
    store::Proposed opened;
    const auto taken = take(proposal, opened, acting);
    if (taken == Taken::opened) {
      to_ask.push_back(proposal);
    }
    if (taken != Taken::unfit) {
      (taken == Taken::published ? done.published : done.waiting).push_back(std::move(proposal));
    }
  }
  ask_approvers(to_ask, desk_of(acting));
  inform_leaders(to_ask, acting);
  return done;
}

}  // namespace handlers
