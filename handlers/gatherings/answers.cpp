#include "handlers/gatherings/answers.hpp"

#include "handlers/access.hpp"
#include "handlers/calendar.hpp"
#include "handlers/gatherings/answer_lists.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace handlers {
namespace {

using store::Answered;
using store::AnswerState;
using store::CopyKind;
using store::no_index;

constexpr std::size_t offered_max = 5;

std::string_view done_key(AnswerState state) {
  switch (state) {
    case AnswerState::accepted:
      return "rsvp.accepted";
    case AnswerState::declined:
      return "rsvp.declined";
    case AnswerState::tentative:
      return "rsvp.tentative";
    case AnswerState::waiting:
    case AnswerState::invited:
    case AnswerState::removed:
      break;
  }
  return "rsvp.waiting";
}

std::string outcome_sentence(const Answered& answered, const GatheringAtHand& at_hand,
                             const Context& context) {
  const auto& texts = context.texts;
  const auto what = title_and_when(at_hand, context);
  switch (answered.kind) {
    case Answered::Kind::over:
      return texts.say("rsvp.over", {{"gathering", what}});
    case Answered::Kind::cancelled:
      return at_hand.gathering.cancel_reason.empty()
                 ? texts.say("rsvp.cancelled", {{"gathering", what}})
                 : texts.say("rsvp.cancelled_why",
                             {{"gathering", what}, {"reason", at_hand.gathering.cancel_reason}});
    case Answered::Kind::not_invited: {
      const auto coordinator = coordinator_of(at_hand.network, context);
      return coordinator == no_index
                 ? texts.say("rsvp.not_invited")
                 : texts.say("rsvp.not_invited_ask", {{"person", person_name(context, coordinator)}});
    }
    case Answered::Kind::done:
    case Answered::Kind::unchanged:
      break;
  }
  auto sentence = answered.state == AnswerState::waiting
                      ? texts.say("rsvp.waiting",
                                  {{"gathering", what}, {"number", std::to_string(answered.place_in_queue)}})
                      : texts.say(done_key(answered.state), {{"gathering", what}});
  if (answered.kind == Answered::Kind::unchanged) {
    sentence = texts.say("rsvp.unchanged", {{"answer", sentence}});
  } else if (answered.late) {
    sentence += " " + texts.say("rsvp.late");
  }
  return sentence;
}

/// Where the tapped card is not the invitation itself (a reminder, a note), it shows the answer, too. A card
/// that others see is left as it is.
void edit_tapped(const Acting& acting, const Mailing& mailing, const Make& card) {
  const auto& turn = acting.turn;
  if (!turn.action || turn.scope != Scope::personal || turn.replied_to.empty()) {
    return;
  }
  const auto& notices = acting.outcome.notices;
  const bool edited = std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) {
    return notice.reply.update_activity == turn.replied_to;
  });
  auto here =
      edited ? std::nullopt : store::find_conversation(acting.database(), turn.tenant, turn.conversation);
  if (!here) {
    return;
  }
  const auto there =
      elsewhere(mailing.context, mailing.context.texts.language(), *here, mailing.outcome.notices.size() + 1);
  auto reply = make_reply(card(there), there);
  reply.update_activity = turn.replied_to;
  acting.outcome.notices.push_back({std::move(*here), std::move(reply)});
}

/// The answer is written down, everything that shows it is edited, and who got a place is told.
Answered answer(const GatheringAtHand& at_hand, AnswerState state, const Acting& acting) {
  const auto person = acting.context.catalogue().person(acting.sender).id;
  const auto& gathering = at_hand.gathering;
  const auto& network = at_hand.network;
  auto answered =
      store::answer_invitation(acting.transaction(), gathering.id, person, state, acting.turn.now);
  const auto invitation = store::find_invitation(acting.database(), gathering.id, person);
  if (answered.kind == Answered::Kind::not_invited || !invitation) {
    return answered;
  }
  const Mailing mailing{gathering, network, acting.outcome, acting.services, acting.context, acting.turn.now};
  const auto place = place_in_queue(*invitation, acting.database());
  const Make card = [&](const Context& there) -> Sections {
    return {invitation_card(gathering, network, *invitation, place, there)};
  };
  if (answered.kind == Answered::Kind::done) {
    acting.outcome.changed_data = true;
    mail_edit(mailing, person, CopyKind::invitation, card);
  }
  edit_tapped(acting, mailing, card);
  if (answered.kind == Answered::Kind::done) {
    tell_promoted(gathering, network, answered.promoted, acting.outcome, acting.services, acting.context,
                  acting.turn.now);
    refresh(mailing);
    keep_at_hand(at_hand, acting);
  }
  return answered;
}

/// A button for each, which gives the answer.
std::vector<Offer> one_of(const std::vector<GatheringAtHand>& meant, AnswerState state,
                          const Context& context) {
  std::vector<Offer> offers;
  for (const auto& at_hand : meant) {
    if (offers.size() == offered_max) {
      break;
    }
    Offer offer{title_and_when(at_hand, context), {}};
    offer.button.verb = cards::Verb::rsvp;
    offer.button.item = at_hand.gathering.id;
    offer.button.about = state == AnswerState::accepted   ? "accepted"
                         : state == AnswerState::declined ? "declined"
                                                          : "tentative";
    offers.push_back(std::move(offer));
  }
  return offers;
}

/// "Hvilket møde mener du?"
Sections ask_which(const std::vector<GatheringAtHand>& meant, AnswerState state, const Context& context) {
  return {OfferSection{{context.texts.say("rsvp.which")}, one_of(meant, state, context)}};
}

/// In a shared conversation others read along: what somebody is invited to is for that person alone.
/// `several` tells those others no more than that there is something to ask.
Sections ask_in_private(const Make& question, bool several, const Acting& acting) {
  const bool told = tell_person(acting.sender, acting.turn.tenant, acting.outcome, acting.services,
                                acting.context, question);
  return one_line(acting.context.texts.say(several ? told ? "rsvp.which_in_private" : "rsvp.write_in_private"
                                           : told  ? "rsvp.day_in_private"
                                                   : "rsvp.day_write_in_private"));
}

bool is_invited(const GatheringAtHand& at_hand, const Acting& acting) {
  const auto invitation = store::find_invitation(acting.database(), at_hand.gathering.id,
                                                 acting.context.catalogue().person(acting.sender).id);
  return invitation && invitation->state != AnswerState::removed &&
         invitation->approval != store::Approval::left_out;
}

/// The invitations that the answer would change; all of them if it would change none.
std::vector<GatheringAtHand> candidates(AnswerState state, const std::optional<WhenMeant>& when,
                                        const Acting& acting) {
  const auto person = acting.context.catalogue().person(acting.sender).id;
  std::vector<std::int64_t> changeable;
  auto invited = gatherings_at_hand(
      acting,
      [&](const GatheringAtHand& at_hand) {
        if (!is_invited(at_hand, acting)) {
          return false;
        }
        const auto invitation = store::find_invitation(acting.database(), at_hand.gathering.id, person);
        const bool same = (invitation->state == state && !invitation->reconfirm) ||
                          (invitation->state == AnswerState::waiting && state == AnswerState::accepted);
        if (!same) {
          changeable.push_back(at_hand.gathering.id);
        }
        return true;
      },
      when);
  if (!changeable.empty()) {
    std::erase_if(invited, [&](const GatheringAtHand& at_hand) {
      return std::find(changeable.begin(), changeable.end(), at_hand.gathering.id) == changeable.end();
    });
  }
  return invited;
}

/// "Du er ikke inviteret til noget torsdag den 10. december.", and what to instead, unless another day was
/// answered for beside it.
Sections nothing_then(const WhenMeant& when, AnswerState state, bool beside, const Acting& acting,
                      const Context& context) {
  const auto& texts = context.texts;
  const auto& days = when.days.front();
  OfferSection section{
      {days.from == days.to
           ? texts.say("rsvp.nothing_on", {{"day", weekday_in_words(*days.from, context.today, texts)}})
           : texts.say("rsvp.nothing_between", {{"from", weekday_in_words(*days.from, context.today, texts)},
                                                {"to", weekday_in_words(*days.to, context.today, texts)}})},
      {}};
  if (beside) {
    return {std::move(section)};
  }
  std::vector<GatheringAtHand> invited;
  const auto person = context.catalogue().person(acting.sender).id;
  for (const auto& invitation : store::invitations_of_person(acting.database(), person, acting.turn.now)) {
    if (auto at_hand = load_at_hand(invitation.gathering, acting.database())) {
      invited.push_back(std::move(*at_hand));
    }
  }
  section.lines.push_back(texts.say(invited.empty() ? "rsvp.nothing_at_all" : "rsvp.invited_to"));
  section.offers = one_of(invited, state, context);
  return {std::move(section)};
}

/// "nej tak" may be about whatever was said last.
bool is_mere_thanks(const std::string& text) {
  constexpr std::array<std::string_view, 6> all{"ja tak",     "nej tak",   "yes please",
                                                "yes thanks", "no thanks", "no thank you"};
  auto folded = store::fold(text);
  folded.erase(folded.find_last_not_of(" .!,") + 1);
  return std::find(all.begin(), all.end(), folded) != all.end();
}

/// A mere "nej tak" answers an invitation that waits for it; it changes no answer, and calls off nothing for
/// whoever planned it, before that was asked.
bool is_doubtful(const GatheringAtHand& at_hand, const Acting& acting) {
  const auto invitation = store::find_invitation(acting.database(), at_hand.gathering.id,
                                                 acting.context.catalogue().person(acting.sender).id);
  return is_mere_thanks(acting.text) && invitation &&
         (invitation->state != AnswerState::invited || may_follow(at_hand, acting));
}

Sections ask_about(const GatheringAtHand& at_hand, AnswerState state, const Context& context) {
  return {OfferSection{{context.texts.say("rsvp.this_one")}, one_of({at_hand}, state, context)}};
}

}  // namespace

std::optional<AnswerState> answer_of(std::string_view about) {
  if (about == "accepted" || about == "yes") return AnswerState::accepted;
  if (about == "declined" || about == "no") return AnswerState::declined;
  if (about == "tentative" || about == "maybe") return AnswerState::tentative;
  return std::nullopt;
}

Sections answer_in_words(const Intent& intent, const Acting& acting) {
  const auto state = answer_of(intent.slot("answer"));
  const auto& texts = acting.context.texts;
  if (!state) {
    return one_line(texts.say("rsvp.unclear"));
  }
  if (acting.sender == no_index) {
    return one_line(texts.say("rsvp.unknown_you"));
  }
  const auto when = when_meant(intent);
  const bool beside = intent.slot("beside") == "yes";
  const auto meant = candidates(*state, when, acting);
  const bool shared = acting.turn.scope != Scope::personal;
  if (meant.empty() && !when) {
    return one_line(texts.say("rsvp.no_invitation"));
  }
  if (meant.size() != 1) {
    const Make question = [&](const Context& there) {
      return meant.empty() ? nothing_then(*when, *state, beside, acting, there)
                           : ask_which(meant, *state, there);
    };
    return shared ? ask_in_private(question, !meant.empty(), acting) : question(acting.context);
  }
  if (!shared && is_doubtful(meant.front(), acting)) {
    return ask_about(meant.front(), *state, acting.context);
  }
  const auto answered = answer(meant.front(), *state, acting);
  if (shared) {
    return one_line(texts.say("rsvp.noted"));
  }
  return one_line(outcome_sentence(answered, meant.front(), acting.context));
}

Sections answer_by_tap(const cards::Button& button, const Acting& acting) {
  const auto state = answer_of(button.about);
  const auto at_hand = state ? load_at_hand(button.item, acting.database()) : std::nullopt;
  const auto& texts = acting.context.texts;
  if (!at_hand) {
    return one_line(texts.say("card.too_old"));
  }
  if (acting.sender == no_index) {
    return one_line(texts.say("rsvp.unknown_you"));
  }
  const auto answered = answer(*at_hand, *state, acting);
  const auto sentence = outcome_sentence(answered, *at_hand, acting.context);
  const auto person = acting.context.catalogue().person(acting.sender).id;
  const auto invitation = store::find_invitation(acting.database(), button.item, person);
  const bool card_holds =
      invitation && answered.kind != Answered::Kind::not_invited && answered.kind != Answered::Kind::over;
  if (!card_holds || !acting.turn.action->execute) {
    return one_line(sentence);
  }
  auto card = invitation_card(at_hand->gathering, at_hand->network, *invitation,
                              place_in_queue(*invitation, acting.database()), acting.context);
  if (answered.late && answered.kind == Answered::Kind::done) {
    card.lines.push_back(texts.say("rsvp.late"));
  }
  if (!acting.context.policy.public_url.empty() && answered.state == AnswerState::accepted) {
    card.links.push_back(
        {texts.say("invite.calendar_feed"),
         feed_link(acting.context.policy, store::calendar_feed(acting.transaction(), person))});
  }
  return {std::move(card)};
}

std::optional<Part> act_on_answers(const Intent& intent, const Acting& acting) {
  switch (intent.name) {
    case IntentName::rsvp:
      return Part{answer_in_words(intent, acting), {}, std::nullopt};
    case IntentName::rsvp_status:
      return Part{who_answered(intent, acting), {}, std::nullopt};
    case IntentName::rsvp_nudge:
      return Part{nudge_in_words(acting), {}, std::nullopt};
    default:
      return std::nullopt;
  }
}

std::optional<Sections> tap_answers(const cards::Button& button, const Acting& acting) {
  switch (button.verb) {
    case cards::Verb::rsvp:
      return answer_by_tap(button, acting);
    case cards::Verb::gathering_answers:
    case cards::Verb::gathering_file:
      return answers_by_tap(button, acting);
    case cards::Verb::gathering_nudge:
      return nudge_by_tap(button, acting);
    case cards::Verb::gathering_announce:
      return names_in_private(button, acting);
    default:
      return std::nullopt;
  }
}

}  // namespace handlers
