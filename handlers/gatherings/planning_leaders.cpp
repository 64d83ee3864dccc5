#include "handlers/gatherings/planning_leaders.hpp"

#include "handlers/contacts.hpp"
#include "handlers/delivery.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/gatherings/planning_send.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using namespace std::chrono_literals;
using store::Approval;
using store::no_index;
using store::PersonIndex;

constexpr int answer_working_days = 2;
constexpr std::chrono::hours answer_at = 12h;
constexpr std::size_t buttons_in_section = 5;

PersonIndex leader_of(std::int64_t person, const Context& context) {
  const auto index = context.catalogue().person_by_id(person);
  const auto leader = index == no_index ? no_index : context.catalogue().person(index).leader;
  return leader == no_index || has_left(context.catalogue().person(leader), context.today) ? no_index
                                                                                           : leader;
}

/// Invitations of a leader's own staff, in the state given.
std::vector<store::Invitation> staff_of(PersonIndex leader, const store::Gathering& gathering,
                                        store::Database& database, const Context& context) {
  auto staff = store::invitations_of(database, gathering.id);
  std::erase_if(staff, [&](const store::Invitation& one) {
    return one.state == store::AnswerState::removed || one.approval == Approval::none ||
           leader_of(one.person, context) != leader;
  });
  std::sort(staff.begin(), staff.end(), [&](const auto& one, const auto& other) {
    return person_by_id(one.person, context) < person_by_id(other.person, context);
  });
  return staff;
}

std::string names_of(const std::vector<store::Invitation>& people, Approval approval,
                     const Context& context) {
  std::vector<std::string> names;
  for (const auto& one : people) {
    if (one.approval == approval) {
      names.push_back(person_by_id(one.person, context));
    }
  }
  return joined(names, context.texts);
}

Offer button_for(std::string title, cards::Verb verb, std::int64_t gathering, std::int64_t person) {
  Offer offer{std::move(title), {}};
  offer.button.verb = verb;
  offer.button.item = gathering;
  offer.button.person = person;
  return offer;
}

/// The card of one leader as it is now.
Sections leader_card(const store::Gathering& gathering, const store::Network& network,
                     const std::vector<store::Invitation>& staff, const Context& context) {
  const auto& texts = context.texts;
  OfferSection section{
      {texts.say("plan.leader_heading", {{"title", gathering_title(gathering, network, context)}}),
       sentence_case(gathering_when_in_full(gathering, context)) +
           (gathering.place.empty() ? "" : ", " + gathering.place) + "."},
      {}};
  const auto asked = names_of(staff, Approval::asked, context);
  const auto left_out = names_of(staff, Approval::left_out, context);
  const auto approved = names_of(staff, Approval::approved, context);
  if (!approved.empty()) {
    section.lines.push_back(texts.say("plan.leader_approved", {{"people", approved}}));
  }
  if (!left_out.empty()) {
    section.lines.push_back(texts.say("plan.leader_left_out", {{"people", left_out}}));
  }
  if (asked.empty()) {
    section.lines.push_back(texts.say("plan.leader_thanks"));
    return {std::move(section)};
  }
  section.lines.push_back(texts.say("plan.leader_ask", {{"people", asked}}));
  section.offers.push_back(button_for(texts.say(left_out.empty() ? "plan.leader_all" : "plan.leader_others"),
                                      cards::Verb::leader_approve, gathering.id, 0));
  Sections sections{std::move(section)};
  for (const auto& one : staff) {
    if (one.approval != Approval::asked) {
      continue;
    }
    auto* last = &std::get<OfferSection>(sections.back());
    if (last->offers.size() >= buttons_in_section) {
      sections.push_back(OfferSection{{texts.say("plan.leader_more")}, {}});
      last = &std::get<OfferSection>(sections.back());
    }
    last->offers.push_back(
        button_for(texts.say("plan.leader_out", {{"person", person_by_id(one.person, context)}}),
                   cards::Verb::leader_leave_out, gathering.id, one.person));
  }
  return sections;
}

store::Instant deadline_of(const store::Gathering& gathering, const Context& context, store::Instant now) {
  const auto day = add_working_days(context.today, answer_working_days, context.policy.calendar);
  const auto due = to_instant({day, answer_at}, context.policy.zone).instant;
  return std::max(now, std::min(due, gathering.starts - 1h));
}

void plan_deadline(const store::Gathering& gathering, store::Instant due, const Acting& acting) {
  for (const auto& one : store::reminders_of_gathering(acting.database(), gathering.id)) {
    if (one.kind == store::ReminderKind::approval) {
      return;  // asked before: the first deadline holds
    }
  }
  store::Reminder reminder;
  reminder.kind = store::ReminderKind::approval;
  reminder.due = due;
  reminder.useful_until = std::max(due, gathering.starts);
  reminder.gathering = gathering.id;
  reminder.network = gathering.network;
  reminder.tenant = gathering.tenant;
  reminder.language = gathering.language;
  store::plan_reminder(acting.transaction(), reminder);
}

/// Whoever planned it gets the preview once more, with what the leaders said.
void tell_planner(const store::Gathering& gathering, const store::Network& network, std::string_view key,
                  Outcome& outcome, const Services& services, const Context& from, store::Instant now) {
  const auto planner =
      gathering.organizer == 0 ? no_index : from.catalogue().person_by_id(gathering.organizer);
  if (planner == no_index) {
    return;
  }
  const auto context = in_language(language_of_code(gathering.language), from);
  auto& database = services.transaction.database();
  const auto left_out = names_of(store::invitations_of(database, gathering.id), Approval::left_out, context);
  std::vector<std::string> notes{context.texts.say(key)};
  if (!left_out.empty()) {
    notes.push_back(context.texts.say("plan.leader_left_out", {{"people", left_out}}));
  }
  auto reply = make_reply(
      preview_sections(gathering, network, planner, database, context, now, std::move(notes)), context);
  reply.copy.reset();
  send_copy(outcome, {gathering.id, gathering.organizer, store::CopyKind::notice}, gathering.tenant,
            std::move(reply), services.transaction, context, now);
}

bool anybody_asked(const store::Gathering& gathering, store::Database& database) {
  const auto all = store::invitations_of(database, gathering.id);
  return std::any_of(all.begin(), all.end(), [](const store::Invitation& one) {
    return one.approval == Approval::asked && one.state != store::AnswerState::removed;
  });
}

}  // namespace

Sections ask_leaders(const cards::Button& button, const Acting& acting) {
  auto [gathering, network, refusal] = tapped_draft(button, acting);
  if (!refusal.empty()) {
    return refusal;
  }
  const auto& context = acting.context;
  const auto& texts = context.texts;
  invite_members(*gathering, *network, acting.transaction(), context, acting.turn.now);
  std::map<PersonIndex, std::vector<std::int64_t>> staff;
  for (const auto& one : invited_people(*gathering, acting.database(), context)) {
    const auto leader = leader_of(one.person, context);
    if (leader != no_index && one.approval == Approval::none) {
      staff[leader].push_back(one.person);
    }
  }
  if (staff.empty()) {
    return show_draft(*gathering, acting,
                      {texts.say(anybody_asked(*gathering, acting.database()) ? "plan.leaders_asked_already"
                                                                              : "plan.no_leaders")});
  }
  std::vector<std::string> asked;
  std::vector<std::string> unreached;
  for (const auto& [leader, people] : staff) {
    const auto to = address_of(leader, gathering->tenant, acting.database(), context);
    (to ? asked : unreached).push_back(person_name(context, leader));
    if (!to) {
      continue;
    }
    for (const auto person : people) {
      store::set_approval(acting.transaction(), gathering->id, person, Approval::asked);
    }
    const auto there = elsewhere(context, language_of_code(to->language), *to, asked.size());
    auto reply = make_reply(
        leader_card(*gathering, *network, staff_of(leader, *gathering, acting.database(), context), there),
        there);
    send_copy(acting.outcome,
              {gathering->id, context.catalogue().person(leader).id, store::CopyKind::approval},
              gathering->tenant, std::move(reply), acting.transaction(), context, acting.turn.now);
  }
  acting.outcome.changed_data = true;
  std::vector<std::string> notes;
  if (!asked.empty()) {
    const auto due = deadline_of(*gathering, context, acting.turn.now);
    plan_deadline(*gathering, due, acting);
    notes.push_back(
        texts.say("plan.leaders_asked", {{"people", joined(asked, texts)},
                                         {"when", moment_in_words(local_time(due, context.policy.zone),
                                                                  std::nullopt, context.today, texts)}}));
  }
  if (!unreached.empty()) {
    notes.push_back(texts.say("plan.leaders_unreached", {{"people", joined(unreached, texts)}}));
  }
  return show_draft(*gathering, acting, std::move(notes));
}

Sections hear_leader(const cards::Button& button, const Acting& acting) {
  const auto& context = acting.context;
  const auto gathering = store::find_gathering(acting.database(), button.item);
  const auto network = gathering ? store::find_network(acting.database(), gathering->network) : std::nullopt;
  const auto staff = network && acting.sender != no_index
                         ? staff_of(acting.sender, *gathering, acting.database(), context)
                         : std::vector<store::Invitation>{};
  if (staff.empty()) {
    return one_line(context.texts.say(network ? "plan.not_your_staff" : "card.too_old"));
  }
  if (gathering->state != store::GatheringState::draft) {
    return one_line(context.texts.say("plan.leader_too_late",
                                      {{"title", gathering_title(*gathering, *network, context)}}));
  }
  const bool all = button.verb == cards::Verb::leader_approve;
  const bool waited = anybody_asked(*gathering, acting.database());
  for (const auto& one : staff) {
    if (one.approval == Approval::asked && (all || one.person == button.person)) {
      store::set_approval(acting.transaction(), gathering->id, one.person,
                          all ? Approval::approved : Approval::left_out);
      acting.outcome.changed_data = true;
    }
  }
  if (waited && !anybody_asked(*gathering, acting.database())) {
    store::withdraw_reminders_of_gathering(acting.transaction(), gathering->id, acting.turn.now);
    tell_planner(*gathering, *network, "plan.leaders_done", acting.outcome, acting.services, context,
                 acting.turn.now);
  }
  return leader_card(*gathering, *network, staff_of(acting.sender, *gathering, acting.database(), context),
                     context);
}

void end_approval(const store::Gathering& gathering, const store::Network& network, Outcome& outcome,
                  const Services& services, const Context& context, store::Instant now) {
  if (gathering.state != store::GatheringState::draft ||
      !anybody_asked(gathering, services.transaction.database())) {
    return;
  }
  for (const auto& one : store::invitations_of(services.transaction.database(), gathering.id)) {
    if (one.approval == Approval::asked) {
      store::set_approval(services.transaction, gathering.id, one.person, Approval::approved);
    }
  }
  outcome.changed_data = true;
  tell_planner(gathering, network, "plan.leaders_deadline", outcome, services, context, now);
}

}  // namespace handlers
