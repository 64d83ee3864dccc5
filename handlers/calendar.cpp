#include "handlers/calendar.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "handlers/ical.hpp"
#include "handlers/public_link.hpp"
#include "handlers/sentences.hpp"
#include "store/gatherings.hpp"

namespace handlers {
namespace {

using store::AnswerState;
using store::GatheringState;
using store::no_index;

constexpr std::chrono::days past_shown{90};
constexpr std::chrono::days cancelled_shown{30};

void add_organizer(ical::Event& event, const GatheringAtHand& at_hand, const Context& context) {
  auto person = coordinator_of(at_hand.network, context);
  if (person == no_index) {
    person = context.catalogue().person_by_id(at_hand.gathering.organizer);
  }
  if (person != no_index) {
    event.organizer_name = person_name(context, person);
    event.organizer_email = context.catalogue().person(person).email;
  }
}

std::string description(const store::Gathering& gathering, const store::Invitation& invitation,
                        const Context& context) {
  std::string text = gathering.agenda.empty()
                         ? ""
                         : context.texts.say("invite.agenda", {{"agenda", gathering.agenda}}) + "\n";
  if (gathering.state == GatheringState::cancelled && !gathering.cancel_reason.empty()) {
    text += context.texts.say("invite.cancelled_why", {{"reason", gathering.cancel_reason}}) + "\n";
  } else if (invitation.state == AnswerState::waiting) {
    text += context.texts.say("invite.waiting") + "\n";
  }
  return text.empty() ? text : text.substr(0, text.size() - 1);
}

ical::Event event_of(const GatheringAtHand& at_hand, const store::Invitation& invitation,
                     const Context& context) {
  const auto& gathering = at_hand.gathering;
  ical::Event event;
  event.uid = gathering.uid;
  event.sequence = gathering.sequence;
  event.starts = gathering.starts;
  event.ends = gathering.ends;
  event.summary = gathering_title(gathering, at_hand.network, context);
  event.location = gathering.place;
  event.description = description(gathering, invitation, context);
  add_organizer(event, at_hand, context);
  event.status = gathering.state == GatheringState::cancelled ? ical::Status::cancelled
                 : invitation.state == AnswerState::accepted  ? ical::Status::confirmed
                                                              : ical::Status::tentative;
  return event;
}

Context context_for(const store::Gathering& gathering, const Context& context) {
  return in_language(language_of_code(gathering.language), context);
}

bool is_shown(const store::Invitation& invitation) {
  return invitation.state != AnswerState::removed && invitation.approval != store::Approval::left_out;
}

/// Invitations have gone out for it.
bool was_sent(const store::Gathering& gathering) {
  return gathering.state == GatheringState::invited || gathering.state == GatheringState::cancelled;
}

}  // namespace

std::string invitation_link(const Policy& policy, const std::string& token) {
  return public_link(policy, invitation_path, token, ".ics");
}

std::string feed_link(const Policy& policy, const std::string& token) {
  return public_link(policy, feed_path, token, ".ics");
}

std::optional<std::string> calendar_of_invitation(const std::string& token, store::Instant now,
                                                  const Services& services) {
  auto& database = services.transaction.database();
  const auto invitation = store::find_invitation(database, token);
  const auto at_hand =
      invitation && is_shown(*invitation) ? load_at_hand(invitation->gathering, database) : std::nullopt;
  if (!at_hand || !was_sent(at_hand->gathering)) {
    return std::nullopt;
  }
  const auto context = context_for(at_hand->gathering, context_at(now, services, ""));
  const bool cancelled = at_hand->gathering.state == GatheringState::cancelled;
  return ical::calendar({event_of(*at_hand, *invitation, context)}, cancelled ? "CANCEL" : "PUBLISH", "",
                        now);
}

std::optional<std::string> calendar_of_feed(const std::string& token, store::Instant now,
                                            const Services& services) {
  auto& database = services.transaction.database();
  const auto person = store::person_of_feed(database, token);
  if (!person) {
    return std::nullopt;
  }
  const auto context = context_at(now, services, "");
  std::vector<ical::Event> events;
  for (const auto& invitation : store::calendar_of_person(database, *person, now - past_shown)) {
    const auto at_hand = load_at_hand(invitation.gathering, database);
    if (!at_hand) {
      continue;
    }
    const auto& gathering = at_hand->gathering;
    const bool cancelled = gathering.state == GatheringState::cancelled;
    const bool declined = invitation.state == AnswerState::declined && !cancelled;
    if (declined || (cancelled && gathering.starts + cancelled_shown < now)) {
      continue;
    }
    events.push_back(event_of(*at_hand, invitation, context_for(gathering, context)));
  }
  return ical::calendar(events, "PUBLISH", context.texts.say("calendar.name"), now);
}

}  // namespace handlers
