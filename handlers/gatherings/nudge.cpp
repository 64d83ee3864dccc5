#include "handlers/gatherings/nudge.hpp"

#include "handlers/contacts.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/status.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::CopyKind;
using store::CopyState;
using store::no_index;

constexpr std::chrono::hours nudge_rest{48};

/// At work, wants reminders, and can have got the invitation.
bool can_be_nudged(const store::Invitation& invitation, const Mailing& mailing) {
  const auto& context = mailing.context;
  const auto person = context.catalogue().person_by_id(invitation.person);
  if (!works_here(person, context) || away_to(context.catalogue().person(person), context.today)) {
    return false;
  }
  auto& database = mailing.database();
  if (is_muted(person, "reminders", database, context, mailing.now) ||
      is_muted(person, topic_of(mailing.network), database, context, mailing.now)) {
    return false;
  }
  const auto copy =
      store::latest_copy(database, mailing.gathering.id, invitation.person, CopyKind::invitation);
  return copy &&
         (copy->state == CopyState::sent || copy->state == CopyState::uncertain || !copy->activity.empty());
}

void nudge(const Mailing& mailing, const store::Invitation& invitation) {
  mail(mailing, invitation.person, CopyKind::reminder, [&](const Context& there) -> Sections {
    auto card = invitation_card(mailing.gathering, mailing.network, invitation, 0, there);
    const bool answered_before = invitation.state != store::AnswerState::invited;
    card.lines.front() =
        there.texts.say(answered_before ? "rsvp.nudge_new_time" : "rsvp.nudge",
                        {{"title", gathering_title(mailing.gathering, mailing.network, there)}});
    return {std::move(card)};
  });
  store::mark_nudged(mailing.services.transaction, mailing.gathering.id, invitation.person, mailing.now);
}

}  // namespace

Sections nudge_silent(const GatheringAtHand& at_hand, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto& gathering = at_hand.gathering;
  if (gathering.state == store::GatheringState::cancelled) {
    return one_line(texts.say("invite.cancelled"));
  }
  if (gathering.state != store::GatheringState::invited || gathering.starts <= acting.turn.now) {
    return one_line(texts.say("status.g_over"));
  }
  auto silent = silent_ones(gathering.id, acting.database());
  if (silent.empty()) {
    return one_line(texts.say("status.g_nobody_missing"));
  }
  std::erase_if(silent, [&](const store::Invitation& one) {  // who asks for it needs no reminder
    return acting.sender == acting.context.catalogue().person_by_id(one.person);
  });
  if (silent.empty()) {
    return one_line(texts.say("rsvp.only_you_missing"));
  }
  const Mailing mailing{gathering,       at_hand.network, acting.outcome,
                        acting.services, acting.context,  acting.turn.now};
  std::optional<store::Instant> last;
  int nudged = 0;
  for (const auto& invitation : silent) {
    if (invitation.nudged && acting.turn.now - *invitation.nudged < nudge_rest) {
      last = std::max(last.value_or(*invitation.nudged), *invitation.nudged);
    } else if (can_be_nudged(invitation, mailing)) {
      nudge(mailing, invitation);
      ++nudged;
    }
  }
  keep_at_hand(at_hand, acting);
  if (nudged > 0) {
    acting.outcome.changed_data = true;
    return one_line(nudged == 1 ? texts.say("rsvp.nudged_one")
                                : texts.say("rsvp.nudged", {{"count", std::to_string(nudged)}}));
  }
  return one_line(last ? texts.say("rsvp.nudged_already", {{"when", moment_of(*last, acting.context)}})
                       : texts.say("rsvp.nobody_to_nudge"));
}

}  // namespace handlers
