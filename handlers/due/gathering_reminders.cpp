#include "handlers/contacts.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/status.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::AnswerState;
using store::CopyKind;
using store::no_index;

/// At work today, and wants it.
bool can_be_reminded(const store::Invitation& invitation, const Mailing& mailing) {
  const auto& context = mailing.context;
  const auto person = context.catalogue().person_by_id(invitation.person);
  if (invitation.approval == store::Approval::left_out || !works_here(person, context) ||
      away_to(context.catalogue().person(person), context.today)) {
    return false;
  }
  auto& database = mailing.database();
  return !is_muted(person, "reminders", database, context, mailing.now) &&
         !is_muted(person, topic_of(mailing.network), database, context, mailing.now);
}

bool comes(const store::Invitation& invitation) {
  return invitation.state == AnswerState::accepted && !invitation.reconfirm;
}

/// Truth is looked up now: whoever declined or waits for a place is none of them.
bool is_concerned(const store::Invitation& invitation) {
  return invitation.state == AnswerState::accepted || invitation.state == AnswerState::tentative ||
         invitation.state == AnswerState::invited;
}

void add_late(std::vector<std::string>& lines, store::Instant due, const Mailing& mailing,
              const Context& there) {
  if (mailing.now - due > late_after) {
    lines.push_back(there.texts.say("due.late", {{"when", moment_of(due, there)}}));
  }
}

OfferSection reminder_card(const store::Invitation& invitation, store::Instant due, const Mailing& mailing,
                           const Context& there) {
  const auto title = gathering_title(mailing.gathering, mailing.network, there);
  OfferSection card;
  card.lines = {there.texts.say(comes(invitation) ? "due.remember" : "due.do_you_come", {{"title", title}}),
                full_when(mailing.gathering, there)};
  if (!comes(invitation)) {
    card.lines.push_back(own_answer(invitation, 0, there));
  }
  add_late(card.lines, due, mailing, there);
  card.offers = answer_offers(invitation, there);
  return card;
}

void finish(const std::vector<store::Reminder>& reminders, const DueRun& run) {
  for (const auto& reminder : reminders) {
    store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  }
}

Mailing mailing_of(const store::Gathering& gathering, const store::Network& network, const DueRun& run) {
  return {gathering, network, run.outcome, run.services, run.context, run.now};
}

}  // namespace

void remind_people(const std::vector<store::Reminder>& reminders, const store::Gathering& gathering,
                   const store::Network& network, DueRun& run) {
  finish(reminders, run);
  const auto mailing = mailing_of(gathering, network, run);
  const auto due = reminders.back().due;
  for (const auto& invitation : store::invitations_of(run.database(), gathering.id)) {
    if (is_concerned(invitation) && can_be_reminded(invitation, mailing)) {
      mail(mailing, invitation.person, CopyKind::reminder, [&](const Context& there) -> std::vector<Section> {
        return {reminder_card(invitation, due, mailing, there)};
      });
    }
  }
}

void remind_channel(const store::Reminder& reminder, const store::Gathering& gathering,
                    const store::Network& network, DueRun& run) {
  finish({reminder}, run);
  const auto mailing = mailing_of(gathering, network, run);
  const bool left = post(mailing, CopyKind::reminder, [&](const Context& there) -> std::vector<Section> {
    TextSection words{
        {there.texts.say("due.remember", {{"title", gathering_title(gathering, network, there)}}),
         full_when(gathering, there),
         counts_in_words(store::count_answers(run.database(), gathering.id), there)},
        {}};
    add_late(words.lines, reminder.due, mailing, there);
    return {std::move(words)};
  });
  if (!left) {
    refresh_card(mailing);
  }
}

void remind_of_answers(const store::Reminder& reminder, const store::Gathering& gathering,
                       const store::Network& network, DueRun& run) {
  finish({reminder}, run);
  const auto mailing = mailing_of(gathering, network, run);
  for (const auto& invitation : silent_ones(gathering.id, run.database())) {
    if (!can_be_reminded(invitation, mailing)) {
      continue;
    }
    mail(mailing, invitation.person, CopyKind::reminder, [&](const Context& there) -> std::vector<Section> {
      auto card = reminder_card(invitation, reminder.due, mailing, there);
      card.lines.insert(
          card.lines.begin() + 2,
          there.texts.say("invite.answer_by", {{"when", moment_of(gathering.answer_by, there)}}));
      return {std::move(card)};
    });
  }
}

}  // namespace handlers
