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

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::Proposal;
using store::ProposalKind;
using store::ProposalState;

constexpr int proposals_read = 1000;

/// The roles that go with a task when it is handed over. Standing in does if it is all that somebody has.
bool is_handed_over(store::Role role) {
  return role != store::Role::stand_in;
}

/// The person has the task until the new days begin, or not at all any more.
void end_entry(const store::Assignment& entry, store::OptionalDay from, const store::ChangedBy& by,
               const Desk& desk) {
  const bool later = from && *from > desk.context.today;
  const auto last = later ? std::optional(*from - std::chrono::days(1)) : std::nullopt;
  const bool begins_before = last && (!entry.from || *entry.from <= *last);
  store::withdraw(desk.transaction(), entry.task, entry.person, entry.role,
                  begins_before ? last : std::nullopt, by);
}

/// From `person` to `receiver`, either of which may be nobody (0). With a last day both have it: there is one
/// entry for a person, a task and a role, so that nobody's can stop and begin again.
bool hand_over(const Proposal& proposal, std::int64_t receiver, const store::ChangedBy& by,
               const Desk& desk) {
  auto entries = proposal.person == 0 ? std::vector<store::Assignment>{}
                                      : store::assignments(desk.database(), proposal.task, proposal.person);
  const bool all_roles = receiver == 0 || std::none_of(entries.begin(), entries.end(), [](const auto& entry) {
                           return is_handed_over(entry.role);
                         });
  if (!all_roles) {
    std::erase_if(entries, [](const store::Assignment& entry) { return !is_handed_over(entry.role); });
  }
  if (proposal.person != 0 && entries.empty()) {
    return false;
  }
  if (entries.empty()) {
    entries.push_back({proposal.task, 0, store::Role::responsible, {}, {}});
  }
  const auto from =
      proposal.from && *proposal.from > desk.context.today ? proposal.from : store::OptionalDay{};
  for (const auto& entry : entries) {
    if (receiver != 0 &&
        !store::assign(desk.transaction(), {proposal.task, receiver, entry.role, from, proposal.to},
                       desk.context.today, by)) {
      return false;
    }
    if (entry.person != 0 && !proposal.to) {
      end_entry(entry, from, by, desk);
    }
  }
  return true;
}

/// Whoever only said that it is wrong gets the right one, too.
void settle_fact(const Proposal& right, const store::ChangedBy& by, const Desk& desk) {
  for (auto& other : store::open_proposals(desk.database(), proposals_read)) {
    const bool same = other.fault == right.fault || other.fault == "details";
    if (other.id == right.id || !same || other.person != right.person || !needs_value(other)) {
      continue;
    }
    other.decided_by = by.approver.empty() ? by.actor : by.approver;
    const auto said = store::close_proposal(desk.transaction(), other.id, ProposalState::published,
                                            other.decided_by, desk.now);
    store::withdraw_duty(desk.transaction(), "proposal", other.id, desk.now);
    other.fault = right.fault;
    other.text = right.text;
    tell_of_decision(other, said.value_or(std::vector<std::string>{}), true, desk);
  }
}

bool correct(const Proposal& proposal, const store::ChangedBy& by, const Desk& desk) {
  if (proposal.fault == "left") {
    return store::set_left(desk.transaction(), proposal.person, desk.context.today, by);
  }
  if (const auto* fact = fact_of(proposal.fault)) {
    const auto value =
        right_value(*fact, proposal.text, person_at(proposal.person, desk.context), desk.context);
    if (value.empty() ||
        !store::correct_person(desk.transaction(), proposal.person, fact->field, value, by)) {
      return false;
    }
    settle_fact(proposal, by, desk);
    return true;
  }
  return proposal.fault != "details" && hand_over(proposal, proposal.receiver, by, desk);
}

/// Who has it already, until some day, goes on as they are.
store::Assignment given(const Proposal& proposal, const Desk& desk) {
  const bool later = proposal.from && *proposal.from > desk.context.today;
  store::Assignment entry{proposal.task, proposal.receiver, store::Role::responsible,
                          later ? proposal.from : store::OptionalDay{}, proposal.to};
  for (const auto& known : store::assignments(desk.database(), proposal.task, proposal.receiver)) {
    const bool goes_on = known.to && is_handed_over(known.role) &&
                         *known.to >= desk.context.today - std::chrono::days{1} &&
                         (!later || *known.to + std::chrono::days{1} >= *proposal.from);
    if (goes_on) {
      entry.role = known.role;
      entry.from = known.from;
    }
  }
  return entry;
}

/// Other claims of the same task are over when one is decided.
void refuse_rivals(const Proposal& chosen, const Desk& desk) {
  for (const auto& rival : store::open_transfers(desk.database(), chosen.task)) {
    if (rival.id == chosen.id) {
      continue;
    }
    const auto said = store::close_proposal(desk.transaction(), rival.id, ProposalState::refused,
                                            chosen.decided_by, desk.now);
    store::withdraw_duty(desk.transaction(), "proposal", rival.id, desk.now);
    auto refused = rival;
    refused.decided_by = chosen.decided_by;
    tell_of_decision(refused, said.value_or(std::vector<std::string>{}), false, desk);
  }
}

Sections decided_already(const Proposal& proposal, const Context& context) {
  const auto change = change_in_words(proposal, context);
  switch (proposal.state) {
    case ProposalState::published:
      return one_line(context.texts.say("upkeep.was_published", {{"change", change}}));
    case ProposalState::withdrawn:
      return one_line(context.texts.say("upkeep.was_withdrawn", {{"change", change}}));
    case ProposalState::refused:
    case ProposalState::open:
      break;
  }
  return one_line(context.texts.say("upkeep.was_refused", {{"change", change}}));
}

/// The person says that it is not so: the owner decides, and both see the outcome.
Sections deny(Proposal proposal, const Acting& acting) {
  proposal.waits_for = store::Approver::owner;
  proposal.approver = 0;
  store::ask_instead(acting.transaction(), proposal.id, proposal.waits_for, 0);
  ask_approvers({proposal}, desk_of(acting));
  plan_reminder_of(proposal.id, desk_of(acting));
  acting.outcome.changed_data = true;
  const auto who = approvers_in_words(proposal, acting.context);
  return one_line(who.empty() ? acting.context.texts.say("upkeep.denied_plain")
                              : acting.context.texts.say("upkeep.denied", {{"people", who}}));
}

/// A task that nobody has any more is the leader's to give.
void tell_of_vacancy(const Proposal& proposal, const Desk& desk) {
  const auto person = person_at(proposal.person, desk.context);
  const auto task = task_at(proposal.task, desk.context);
  auto others = holders_of(task, desk.context).here;
  std::erase(others, person);
  if (!is_given_up(proposal) || person == no_index || !others.empty()) {
    return;
  }
  const auto leader = leader_of(desk.context.catalogue(), person, desk.context.today);
  if (leader != no_index && leader != person_of(proposal.decided_by, desk.context.catalogue())) {
    tell(leader, desk, [&](const Context& there) {
      return one_line(there.texts.say(
          "upkeep.told_vacant", {{"task", task_title(there, task)}, {"person", person_name(there, person)}}));
    });
  }
}

Sections close(Proposal proposal, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto desk = desk_of(acting);
  proposal.decided_by = id_of(acting.turn.sender);
  const bool fits = !yes || publish(proposal, proposal.decided_by, desk);
  const bool published = yes && fits;
  const auto said = store::close_proposal(acting.transaction(), proposal.id,
                                          published ? ProposalState::published : ProposalState::refused,
                                          proposal.decided_by, acting.turn.now);
  store::withdraw_duty(acting.transaction(), "proposal", proposal.id, acting.turn.now);
  acting.outcome.changed_data = true;
  if (!fits) {
    return one_line(texts.say("upkeep.does_not_fit"));
  }
  tell_of_decision(proposal, said.value_or(std::vector<std::string>{}), published, desk);
  if (published) {
    tell_of_vacancy(proposal, desk);
  }
  if (published && proposal.kind == ProposalKind::transfer) {
    refuse_rivals(proposal, desk);
  }
  return one_line(texts.say(published ? "upkeep.published" : "upkeep.refused",
                            {{"change", change_in_words(proposal, acting.context)}}));
}

}  // namespace

bool publish(const Proposal& proposal, const std::string& approver, const Desk& desk) {
  store::ChangedBy by{proposal.author, approver == proposal.author ? "" : approver, desk.now};
  switch (proposal.kind) {
    case ProposalKind::transfer:
      return hand_over(proposal, proposal.receiver, by, desk);
    case ProposalKind::assign:
      return store::assign(desk.transaction(), given(proposal, desk), desk.context.today, by);
    case ProposalKind::add: {
      const auto task =
          store::add_task(desk.transaction(), proposal.text, proposal.kle, proposal.keywords, "", by);
      return proposal.receiver == 0 ||
             store::assign(desk.transaction(),
                           {task, proposal.receiver, store::Role::responsible, proposal.from, proposal.to},
                           desk.context.today, by);
    }
    case ProposalKind::correct:
      return correct(proposal, by, desk);
  }
  return false;
}

void tell_of_decision(const Proposal& proposal, const std::vector<std::string>& said, bool published,
                      const Desk& desk) {
  const auto& catalogue = desk.context.catalogue();
  const auto decider = person_of(proposal.decided_by, catalogue);
  std::vector<PersonIndex> told;
  const auto say = [&](PersonIndex person, std::string_view key) {
    if (person == no_index || person == decider ||
        std::find(told.begin(), told.end(), person) != told.end()) {
      return;
    }
    told.push_back(person);
    tell(person, desk, [&](const Context& there) -> Sections {
      return one_line(
          there.texts.say(key, {{"change", change_in_words(proposal, there)},
                                {"person", decider == no_index ? there.texts.say("upkeep.somebody")
                                                               : person_name(there, decider)}}));
    });
  };
  for (const auto& who : said) {
    say(person_of(who, catalogue), published ? "upkeep.told_thanks" : "upkeep.told_refused");
  }
  for (const auto id : {proposal.person, proposal.receiver}) {
    say(person_at(id, desk.context), published ? "upkeep.told_published" : "upkeep.told_refused");
  }
}

Sections decide(std::int64_t id, bool yes, const Acting& acting, std::int64_t receiver) {
  auto proposal = store::find_proposal(acting.database(), id);
  if (!proposal) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  if (proposal->state != ProposalState::open) {
    return decided_already(*proposal, acting.context);
  }
  if (!may_decide(*proposal, acting.turn.sender, acting.context)) {
    return one_line(decide_refusal(*proposal, acting.context));
  }
  if (yes && needs_value(*proposal)) {
    return ask_for_value(*proposal, acting.context);
  }
  if (yes && receiver != 0) {
    const auto person = person_at(receiver, acting.context);
    if (!is_given_up(*proposal) || !works_here(person, acting.context)) {
      return one_line(acting.context.texts.say("card.too_old"));
    }
    if (!may_assign(person, acting.turn.sender, acting.context)) {
      return one_line(assign_refusal(person, acting.context));
    }
    store::set_receiver(acting.transaction(), id, receiver);
    proposal->receiver = receiver;
  }
  const bool denied =
      !yes && proposal->kind == ProposalKind::correct && proposal->waits_for == store::Approver::person;
  return denied ? deny(*proposal, acting) : close(*proposal, yes, acting);
}

Sections refuse_all(std::int64_t id, const Acting& acting) {
  const auto proposal = store::find_proposal(acting.database(), id);
  if (!proposal) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  Sections sections = decide(id, false, acting);
  for (const auto& rival : store::open_transfers(acting.database(), proposal->task)) {
    if (may_decide(rival, acting.turn.sender, acting.context)) {
      decide(rival.id, false, acting);
    }
  }
  return sections;
}

Sections withdraw_proposal(std::int64_t id, const Acting& acting) {
  const auto proposal = store::find_proposal(acting.database(), id);
  if (!proposal || (proposal->author != id_of(acting.turn.sender) &&
                    !is_sender(proposal->author, acting.turn.sender, acting.context))) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  if (proposal->state != ProposalState::open) {
    return decided_already(*proposal, acting.context);
  }
  if (store::supporters(acting.database(), id).size() > 1) {
    return one_line(acting.context.texts.say("upkeep.others_say_so"));
  }
  store::close_proposal(acting.transaction(), id, ProposalState::withdrawn, id_of(acting.turn.sender),
                        acting.turn.now);
  store::withdraw_duty(acting.transaction(), "proposal", id, acting.turn.now);
  acting.outcome.changed_data = true;
  return one_line(acting.context.texts.say("upkeep.withdrawn"));
}

}  // namespace handlers
