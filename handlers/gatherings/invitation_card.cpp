#include "handlers/gatherings/invitation_card.hpp"

#include "handlers/calendar.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>
#include <sstream>

namespace handlers {
namespace {

using store::AnswerState;
using store::no_index;

std::string name_of(std::int64_t person, const Context& context) {
  const auto index = context.catalogue().person_by_id(person);
  return index == no_index ? "" : person_name(context, index);
}

std::string why_you(const store::Gathering& gathering, const store::Network& network,
                    const store::Invitation& invitation, const Context& context) {
  const auto& texts = context.texts;
  const auto organizer = name_of(gathering.organizer, context);
  if (network.for_one) {
    return hosts(gathering, network, invitation.person)
               ? texts.say("invite.why_own")
               : texts.say("invite.why_named", {{"person", organizer}});
  }
  if (invitation.reason == "rule" && !network.rule.empty()) {
    return texts.say("invite.why_rule", {{"word", network.rule}});
  }
  if (invitation.reason == "coordinator") {
    return texts.say("invite.why_coordinator", {{"network", network.name}});
  }
  if (invitation.reason == "added" && !organizer.empty()) {
    return texts.say("invite.why_added", {{"person", organizer}});
  }
  return texts.say("invite.why_member", {{"network", network.name}});
}

void add_people(std::vector<std::string>& lines, const store::Gathering& gathering, const Context& context) {
  if (const auto chair = name_of(gathering.chair, context); !chair.empty()) {
    lines.push_back(context.texts.say("invite.chair", {{"person", chair}}));
  }
  if (const auto minutes = name_of(gathering.minutes, context); !minutes.empty()) {
    lines.push_back(context.texts.say("invite.minutes", {{"person", minutes}}));
  }
}

void add_agenda(std::vector<std::string>& lines, const store::Gathering& gathering, const Context& context) {
  if (gathering.agenda.empty()) {
    return;
  }
  std::istringstream agenda(gathering.agenda);
  std::string line;
  bool first = true;
  while (std::getline(agenda, line)) {
    lines.push_back(first ? context.texts.say("invite.agenda", {{"agenda", line}}) : line);
    first = false;
  }
}

OfferSection cancelled_card(const store::Gathering& gathering, const store::Network& network,
                            const Context& context) {
  OfferSection card;
  card.struck = true;
  card.lines.push_back(gathering_title(gathering, network, context) + ", " + full_when(gathering, context));
  card.lines.push_back(
      gathering.cancel_reason.empty()
          ? context.texts.say("invite.cancelled")
          : context.texts.say("invite.cancelled_why", {{"reason", gathering.cancel_reason}}));
  return card;
}

/// Of somebody who is not invited any more: nothing on it is to be answered.
OfferSection struck_card(const store::Gathering& gathering, const store::Network& network,
                         const Context& context) {
  OfferSection card;
  card.struck = true;
  card.lines = {gathering_title(gathering, network, context) + ", " + full_when(gathering, context),
                context.texts.say("invite.removed")};
  return card;
}

}  // namespace

std::string full_when(const store::Gathering& gathering, const Context& context) {
  const auto when = gathering_when_in_full(gathering, context);
  return gathering.place.empty() ? when : when + ", " + gathering.place;
}

std::string moment_of(store::Instant instant, const Context& context) {
  return moment_in_words(local_time(instant, context.policy.zone), std::nullopt, store::Day{}, context.texts);
}

std::string own_answer(const store::Invitation& invitation, int place, const Context& context) {
  const auto& texts = context.texts;
  switch (invitation.state) {
    case AnswerState::accepted:
      return texts.say(invitation.reconfirm ? "invite.confirm_yes" : "invite.yes");
    case AnswerState::declined:
      return texts.say("invite.no");
    case AnswerState::tentative:
      return texts.say(invitation.reconfirm ? "invite.confirm_maybe" : "invite.maybe");
    case AnswerState::waiting:
      return place > 0 ? texts.say("invite.waiting_place", {{"number", std::to_string(place)}})
                       : texts.say("invite.waiting");
    case AnswerState::removed:
      return texts.say("invite.removed");
    case AnswerState::invited:
      break;
  }
  return texts.say("invite.question");
}

std::vector<Offer> answer_offers(const store::Invitation& invitation, const Context& context) {
  std::vector<Offer> offers;
  if (invitation.state == AnswerState::removed) {
    return offers;
  }
  const auto add = [&](AnswerState state, std::string_view answer, std::string_view key) {
    const bool waiting_for_it = invitation.state == AnswerState::waiting && state == AnswerState::accepted;
    if ((invitation.state == state && !invitation.reconfirm) || waiting_for_it) {
      return;
    }
    Offer offer{context.texts.say(key), {}};
    offer.button.verb = cards::Verb::rsvp;
    offer.button.item = invitation.gathering;
    offer.button.about = answer;
    offers.push_back(std::move(offer));
  };
  const bool confirm = invitation.reconfirm && invitation.state == AnswerState::accepted;
  add(AnswerState::accepted, "accepted", confirm ? "invite.button_confirm" : "invite.button_yes");
  add(AnswerState::declined, "declined", "invite.button_no");
  add(AnswerState::tentative, "tentative", "invite.button_maybe");
  return offers;
}

OfferSection invitation_card(const store::Gathering& gathering, const store::Network& network,
                             const store::Invitation& invitation, int place, const Context& context) {
  if (gathering.state == store::GatheringState::cancelled) {
    return cancelled_card(gathering, network, context);
  }
  if (invitation.state == AnswerState::removed) {
    return struck_card(gathering, network, context);
  }
  const auto& texts = context.texts;
  OfferSection card;
  card.lines = {texts.say("invite.heading", {{"title", gathering_title(gathering, network, context)}}),
                full_when(gathering, context), why_you(gathering, network, invitation, context)};
  add_people(card.lines, gathering, context);
  if (!gathering.case_number.empty()) {
    card.lines.push_back(texts.say("invite.case_number", {{"number", gathering.case_number}}));
  }
  add_agenda(card.lines, gathering, context);
  if (gathering.answer_by != store::Instant{}) {
    card.lines.push_back(texts.say("invite.answer_by", {{"when", moment_of(gathering.answer_by, context)}}));
  }
  card.lines.push_back(own_answer(invitation, place, context));
  card.offers = answer_offers(invitation, context);
  if (const auto link = invitation_link(context.policy, invitation.token); !link.empty()) {
    card.links.push_back({texts.say("invite.calendar"), link});
  }
  return card;
}

int place_in_queue(const store::Invitation& invitation, store::Database& database) {
  if (invitation.state != AnswerState::waiting) {
    return 0;
  }
  const auto all = store::invitations_of(database, invitation.gathering);
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const store::Invitation& other) {
    return other.state == AnswerState::waiting && other.queue <= invitation.queue;
  }));
}

std::vector<Section> invitation_sections(const store::Gathering& gathering, const store::Network& network,
                                         const store::Invitation& invitation, const Context& context) {
  return {invitation_card(gathering, network, invitation, 0, context)};
}

}  // namespace handlers
