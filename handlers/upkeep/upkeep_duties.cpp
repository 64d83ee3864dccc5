#include "handlers/upkeep/upkeep_duties.hpp"

#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/catalogue_edits.hpp"
#include "store/reminders.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Approver;
using store::no_index;
using store::PersonIndex;
using store::Proposal;

constexpr std::chrono::hours looked_at{8};
constexpr int nudges_max = 2;  ///< the approver once, the leader once
constexpr int proposals_read = 1000;

Desk desk_of_run(DueRun& run) {
  return {run.outcome, run.services, run.context, run.now};
}

void plan_at(std::string_view what, std::int64_t id, store::Day day, const Desk& desk) {
  store::plan_duty(desk.transaction(), what, id,
                   to_instant({day, looked_at}, desk.context.policy.zone).instant, desk.now);
}

/// The leader of whoever was asked, else the owner of the area.
void hand_on(Proposal& proposal, const Desk& desk) {
  const auto asked = approvers(proposal, desk.context);
  const auto first = asked.empty() ? person_at(proposal.approver, desk.context) : asked.front();
  const auto leader =
      first == no_index ? no_index : leader_of(desk.context.catalogue(), first, desk.context.today);
  if (leader == no_index && proposal.waits_for == Approver::owner) {
    return;  // nobody is above: it stays with the owners
  }
  proposal.waits_for = leader == no_index ? Approver::owner : Approver::leader;
  proposal.approver = leader == no_index ? 0 : desk.context.catalogue().person(leader).id;
  store::ask_instead(desk.transaction(), proposal.id, proposal.waits_for, proposal.approver);
}

/// When somebody who is away is back, or may want messages again; nothing if nobody was asked by name, or
/// can be asked now.
std::optional<store::Day> back_on(const Proposal& proposal, const Desk& desk) {
  const auto& context = desk.context;
  const auto asked = proposal.waits_for == Approver::owner ? no_index : person_at(proposal.approver, context);
  const auto until =
      asked == no_index ? std::nullopt : away_to(context.catalogue().person(asked), context.today);
  if (asked != no_index && !until && wants_peace(asked, desk)) {
    return next_working_day(context.today, context.policy.calendar);
  }
  return until ? std::optional(next_working_day(*until, context.policy.calendar)) : std::nullopt;
}

/// The author, if still here; else whoever leads the receiver; else the owners.
std::vector<PersonIndex> who_gave(const Proposal& proposal, PersonIndex receiver, const Context& context) {
  const auto author = person_of(proposal.author, context.catalogue());
  if (works_here(author, context)) {
    return {author};
  }
  const auto leader =
      receiver == no_index ? no_index : leader_of(context.catalogue(), receiver, context.today);
  if (leader != no_index) {
    return {leader};
  }
  std::vector<PersonIndex> owners;
  for (const auto* owner : owners_about(task_at(proposal.task, context), {}, context)) {
    owners.push_back(person_of(owner->who, context.catalogue()));
  }
  return owners;
}

void flag(const Proposal& proposal, PersonIndex receiver, bool leaves, const Desk& desk) {
  for (const auto person : who_gave(proposal, receiver, desk.context)) {
    tell(person, desk, [&](const Context& there) -> Sections {
      OfferSection section;
      section.lines.push_back(there.texts.say(leaves ? "upkeep.flag_left" : "upkeep.flag_moved",
                                              {{"person", person_name(there, receiver)},
                                               {"task", task_title(there, task_at(proposal.task, there))},
                                               {"days", days_in_words(proposal, there)}}));
      section.lines.push_back(there.texts.say("upkeep.flag_else"));
      Offer back{there.texts.say("upkeep.button_take_back"), {}};
      back.button.verb = cards::Verb::task_take_back;
      back.button.item = proposal.id;
      section.offers.push_back(std::move(back));
      return {std::move(section)};
    });
  }
}

bool still_given(const Proposal& proposal, const Desk& desk) {
  const auto all = store::assignments(desk.database(), proposal.task, proposal.receiver);
  return std::any_of(all.begin(), all.end(), [&](const store::Assignment& one) {
    return one.from == proposal.from && one.role != store::Role::stand_in;
  });
}

}  // namespace

void plan_watch(std::int64_t proposal, const Desk& desk) {
  plan_at("assignment", proposal, next_working_day(desk.context.today, desk.context.policy.calendar), desk);
}

/// Everything that is due is asked about at once, so that nobody gets a message for each task of a colleague.
void remind_of_proposal(std::int64_t about, DueRun& run) {
  const auto desk = desk_of_run(run);
  const auto first = store::find_proposal(run.database(), about);
  if (!first || first->state != store::ProposalState::open || first->nudges >= nudges_max ||
      store::duty_due(run.database(), "proposal", about)) {
    return;  // decided, or asked about with another one
  }
  std::vector<Proposal> due;
  for (auto& proposal : store::open_proposals(run.database(), proposals_read)) {
    const auto planned = store::duty_due(run.database(), "proposal", proposal.id);
    if (proposal.id != about && (!planned || *planned > run.now || proposal.nudges >= nudges_max)) {
      continue;
    }
    store::withdraw_duty(run.transaction(), "proposal", proposal.id, run.now);
    if (const auto day = back_on(proposal, desk)) {
      plan_at("proposal", proposal.id, *day, desk);
      continue;
    }
    const bool gone = proposal.waits_for != Approver::owner &&
                      !works_here(person_at(proposal.approver, run.context), run.context);
    if (proposal.nudges > 0 || gone) {
      hand_on(proposal, desk);
    }
    store::count_nudge(run.transaction(), proposal.id);
    if (proposal.nudges + 1 < nudges_max) {
      plan_reminder_of(proposal.id, desk);
    }
    due.push_back(std::move(proposal));
  }
  ask_approvers(due, desk);
}

void watch_assignment(std::int64_t about, DueRun& run) {
  const auto desk = desk_of_run(run);
  const auto proposal = store::find_proposal(run.database(), about);
  const auto receiver = proposal ? person_at(proposal->receiver, run.context) : no_index;
  if (receiver == no_index || task_at(proposal->task, run.context) == no_index || !proposal->from ||
      !still_given(*proposal, desk)) {
    return;
  }
  const auto& known = run.context.catalogue().person(receiver);
  const bool leaves = known.left && *known.left <= std::max(*proposal->from, run.context.today);
  const auto unit =
      known.unit == no_index ? std::string_view() : run.context.catalogue().unit(known.unit).name;
  if (leaves || unit != proposal->fault) {
    flag(*proposal, receiver, leaves, desk);
  } else if (run.context.today < *proposal->from) {
    plan_watch(about, desk);
  }
}

Sections take_back(std::int64_t id, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto proposal = store::find_proposal(acting.database(), id);
  const auto receiver = proposal ? person_at(proposal->receiver, acting.context) : no_index;
  if (receiver == no_index || !still_given(*proposal, desk_of(acting))) {
    return {TextSection{{texts.say("card.too_old")}, {}}};
  }
  if (!is_sender(proposal->author, acting.turn.sender, acting.context) &&
      !may_assign(receiver, acting.turn.sender, acting.context)) {
    return {TextSection{{assign_refusal(receiver, acting.context)}, {}}};
  }
  for (const auto& one : store::assignments(acting.database(), proposal->task, proposal->receiver)) {
    if (one.from == proposal->from && one.role != store::Role::stand_in) {
      store::withdraw(acting.transaction(), one.task, one.person, one.role, std::nullopt,
                      {id_of(acting.turn.sender), {}, acting.turn.now});
    }
  }
  store::withdraw_duty(acting.transaction(), "assignment", id, acting.turn.now);
  acting.outcome.changed_data = true;
  const auto task = task_at(proposal->task, acting.context);
  tell(receiver, desk_of(acting), [&](const Context& there) -> Sections {
    return {
        TextSection{{there.texts.say("upkeep.told_taken_back", {{"task", task_title(there, task)}})}, {}}};
  });
  return {TextSection{{texts.say("upkeep.taken_back", {{"person", person_name(acting.context, receiver)},
                                                       {"task", task_title(acting.context, task)}})},
                      {}}};
}

}  // namespace handlers
