// What people are told when a gathering moves or is called off.
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/status.hpp"

#include <algorithm>
#include <optional>

namespace handlers {
namespace {

using store::AnswerState;
using store::CopyKind;
using store::CopyState;

/// So near that somebody who said yes may be on the way: no mute holds the news back.
constexpr std::chrono::hours urgent{24};

/// What reached a person so far.
struct Reached {
  bool card_waits = false;  ///< the invitation has not left: its exchange says everything
  bool knows = false;       ///< the invitation arrived, or may have
  bool note_waits = false;  ///< an earlier note has not left
  bool note_arrived = false;
};

Reached reached(const Mailing& mailing, const store::Invitation& invitation) {
  Reached result;
  const auto latest = [&](CopyKind kind) {
    return store::latest_copy(mailing.database(), mailing.gathering.id, invitation.person, kind);
  };
  const auto card = latest(CopyKind::invitation);
  const auto note = latest(CopyKind::notice);
  const auto waits = [](const std::optional<store::MessageCopy>& copy) {
    return copy && copy->state == CopyState::waiting;
  };
  // An edit that waits has the id of the message that arrived before.
  result.card_waits = waits(card) && card->activity.empty();
  result.knows = invitation.answered || (card && !result.card_waits && card->state != CopyState::given_up &&
                                         card->state != CopyState::withdrawn);
  result.note_waits = waits(note);
  result.note_arrived = note && note->state == CopyState::sent;
  return result;
}

/// Cards and reminders that lie in the person's chat say what holds now.
void edit_cards(const Mailing& mailing, const store::Invitation& invitation) {
  const auto place = place_in_queue(invitation, mailing.database());
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder}) {
    mail_edit(mailing, invitation.person, kind, [&](const Context& there) -> std::vector<Section> {
      return {invitation_card(mailing.gathering, mailing.network, invitation, place, there)};
    });
  }
}

/// One note about the gathering holds at a time: a waiting one is exchanged, one that arrived is struck.
void tell(const Mailing& mailing, const store::Invitation& invitation, const Reached& before,
          const Make& make) {
  if (before.note_waits) {
    mail_edit(mailing, invitation.person, CopyKind::notice, make);
    return;
  }
  if (before.note_arrived) {
    mail_edit(mailing, invitation.person, CopyKind::notice,
              [&](const Context& there) -> std::vector<Section> {
                OfferSection outdated{{gathering_title(mailing.gathering, mailing.network, there),
                                       there.texts.say("invite.outdated")},
                                      {}};
                outdated.struck = true;
                return {std::move(outdated)};
              });
  }
  mail(mailing, invitation.person, CopyKind::notice, make);
}

bool wants_no_news(const Mailing& mailing, const store::Invitation& invitation, store::Instant starts) {
  const bool on_the_way = invitation.state == AnswerState::accepted && starts - mailing.now <= urgent;
  const auto person = mailing.context.catalogue().person_by_id(invitation.person);
  return !on_the_way &&
         is_muted(person, topic_of(mailing.network), mailing.database(), mailing.context, mailing.now);
}

bool is_told(const Mailing& mailing, const store::Invitation& invitation) {
  return !hosts(mailing.gathering, mailing.network, invitation.person) &&
         invitation.state != AnswerState::removed && invitation.state != AnswerState::declined &&
         invitation.approval != store::Approval::left_out &&
         works_here(mailing.context.catalogue().person_by_id(invitation.person), mailing.context);
}

struct Change {
  bool time = false;
  bool place = false;
  bool other = false;  ///< that stands on the card
};

Change change_between(const store::Gathering& before, const store::Gathering& after) {
  Change change;
  change.time = before.starts != after.starts || before.ends != after.ends;
  change.place = before.place != after.place;
  change.other = before.agenda != after.agenda || before.chair != after.chair ||
                 before.minutes != after.minutes || before.answer_by != after.answer_by ||
                 before.case_number != after.case_number;
  return change;
}

/// "Flyttet: ...", from what to what.
std::vector<std::string> moved_lines(const store::Gathering& before, const Mailing& mailing, bool with_old,
                                     const Context& there) {
  const auto title = gathering_title(mailing.gathering, mailing.network, there);
  std::vector<std::string> lines{there.texts.say("invite.moved", {{"title", title}})};
  if (with_old) {
    lines.push_back(there.texts.say("invite.moved_from", {{"when", full_when(before, there)}}));
  }
  lines.push_back(there.texts.say("invite.moved_to", {{"when", full_when(mailing.gathering, there)}}));
  return lines;
}

}  // namespace

void tell_changed(const store::Gathering& before, const store::Gathering& after,
                  const store::Network& network, Outcome& outcome, const Services& services,
                  const Context& context, store::Instant now) {
  const auto change = change_between(before, after);
  // What nothing changed for stays planned: planned anew within half an hour before, a reminder would be
  // lost.
  if (change.time || before.reminders != after.reminders || before.answer_by != after.answer_by) {
    plan_reminders(after, network, services.transaction, context, now);
  }
  if (after.state != store::GatheringState::invited || (!change.time && !change.place && !change.other)) {
    return;
  }
  const Mailing mailing{after, network, outcome, services, context, now};
  for (const auto& invitation : store::invitations_of(mailing.database(), after.id)) {
    const auto known = reached(mailing, invitation);
    edit_cards(mailing, invitation);
    if ((!change.time && !change.place) || !is_told(mailing, invitation) || known.card_waits ||
        !known.knows || wants_no_news(mailing, invitation, std::min(before.starts, after.starts))) {
      continue;
    }
    tell(mailing, invitation, known, [&](const Context& there) -> std::vector<Section> {
      OfferSection note{moved_lines(before, mailing, !known.note_waits, there), {}};
      note.lines.push_back(own_answer(invitation, place_in_queue(invitation, mailing.database()), there));
      note.offers = answer_offers(invitation, there);
      return {std::move(note)};
    });
  }
  if (change.time || change.place) {
    post(mailing, CopyKind::notice, [&](const Context& there) -> std::vector<Section> {
      return {TextSection{moved_lines(before, mailing, true, there), {}}};
    });
  }
  refresh(mailing);
}

bool tell_taken_off(const store::Invitation& invitation, const std::string& by,
                    const store::Gathering& gathering, const store::Network& network, Outcome& outcome,
                    const Services& services, const Context& context, store::Instant now) {
  const Mailing mailing{gathering, network, outcome, services, context, now};
  const auto known = reached(mailing, invitation);
  for (const auto kind : {CopyKind::reminder, CopyKind::notice}) {
    store::withdraw_waiting(services.transaction, gathering.id, invitation.person, kind, now);
  }
  if (known.card_waits) {
    store::withdraw_waiting(services.transaction, gathering.id, invitation.person, CopyKind::invitation, now);
  } else {
    auto gone = invitation;
    gone.state = AnswerState::removed;
    edit_cards(mailing, gone);
  }
  if (!known.knows || !is_told(mailing, invitation) || wants_no_news(mailing, invitation, gathering.starts)) {
    return false;
  }
  mail(mailing, invitation.person, CopyKind::notice, [&](const Context& there) -> std::vector<Section> {
    const auto what = gathering_title(gathering, network, there) + ", " + full_when(gathering, there);
    return {
        TextSection{{by.empty() ? there.texts.say("guests.told", {{"gathering", what}})
                                : there.texts.say("guests.told_by", {{"gathering", what}, {"person", by}})},
                    {}}};
  });
  return true;
}

void tell_cancelled(const store::Gathering& gathering, const store::Network& network, Outcome& outcome,
                    const Services& services, const Context& context, store::Instant now) {
  const Mailing mailing{gathering, network, outcome, services, context, now};
  for (const auto& invitation : store::invitations_of(mailing.database(), gathering.id)) {
    const auto known = reached(mailing, invitation);
    edit_cards(mailing, invitation);
    if (!is_told(mailing, invitation) || !known.knows ||
        wants_no_news(mailing, invitation, gathering.starts)) {
      continue;
    }
    tell(mailing, invitation, known, [&](const Context& there) -> std::vector<Section> {
      auto card = invitation_card(gathering, network, invitation, 0, there);
      card.lines.insert(
          card.lines.begin() + 1,
          there.texts.say("invite.called_off", {{"title", gathering_title(gathering, network, there)}}));
      if (invitation.state == AnswerState::waiting) {
        card.lines.push_back(there.texts.say("invite.queue_closed"));
      }
      return {std::move(card)};
    });
  }
  post(mailing, CopyKind::notice, [&](const Context& there) -> std::vector<Section> {
    return {invitation_card(gathering, network, {}, 0, there)};
  });
  refresh(mailing);
}

}  // namespace handlers
