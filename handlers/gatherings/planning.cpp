#include "handlers/gatherings/planning.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/change_words.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/guests.hpp"
#include "handlers/gatherings/moving.hpp"
#include "handlers/gatherings/plan_words.hpp"
#include "handlers/gatherings/planning_draft.hpp"
#include "handlers/gatherings/planning_info.hpp"
#include "handlers/gatherings/planning_leaders.hpp"
#include "handlers/gatherings/planning_people.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/gatherings/planning_send.hpp"
#include "handlers/gatherings/room.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/networks/find_network.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/reply.hpp"
#include "handlers/time/zone.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using store::Gathering;
using store::GatheringState;

/// Before a form that waits, if something else was said meanwhile (handlers/pending.cpp).
constexpr char passed_by = '!';

std::string_view first_word(std::string_view pending) {
  return pending.substr(0, pending.find_first_of(" \n"));
}

std::string_view below_head(std::string_view pending) {
  const auto line = pending.find('\n');
  return line == std::string_view::npos ? std::string_view{} : pending.substr(line + 1);
}

/// The answer to what was asked about a plan that is not complete.
std::optional<Reply> hear_answer(const store::ConversationFocus& focus, const Acting& acting) {
  auto wish = read_wish(below_head(focus.pending));
  const auto context = in_language(wish.language, acting.context);
  const auto there = in_context(acting, context);
  const WhenContext event{
      wish.day && wish.start ? std::optional(LocalTime{*wish.day, *wish.start}) : std::nullopt, std::nullopt};
  const auto phrase = parse_plan(acting.text, plan_reading(there, wish.language, event));
  const bool names_network =
      wish.network == 0 && networks_meant(phrase.rest, store::networks(acting.database())).one() != nullptr &&
      phrase.unread <= 4;
  if (!names_network && (phrase.unread != 0 || phrase.empty())) {
    return (wish.network == 0 || !wish.unsure.empty()) && hear_person(wish, acting)
               ? std::optional(make_reply(plan_on(std::move(wish), {}, there), context))
               : std::nullopt;
  }
  return make_reply(plan_on(std::move(wish), phrase, there), context);
}

/// A change of the gathering at hand, said in so many words.
std::optional<Reply> hear_change(const store::ConversationFocus& focus, const Acting& acting) {
  const auto gathering = store::find_gathering(acting.database(), focus.gathering);
  if (!gathering || gathering->state == GatheringState::cancelled ||
      gathering->state == GatheringState::dropped) {
    return std::nullopt;
  }
  const auto language = language_of_code(gathering->language);
  const auto context = in_language(language, acting.context);
  const auto there = in_context(acting, context);
  const auto send = plan_words::send_words_in(store::fold(acting.text));
  if (send.send && gathering->state == GatheringState::draft) {
    cards::Button button;
    button.item = gathering->id;
    button.about = version_of(*gathering);
    return make_reply(send.leaders ? ask_leaders(button, there) : send_draft(button, there), context);
  }
  const auto network = store::find_network(acting.database(), gathering->network);
  if (gathering->state == GatheringState::draft && asks_who_is_invited(store::fold(acting.text)) && network &&
      may_change(*gathering, *network, acting)) {
    return make_reply(show_draft(*gathering, there), context);
  }
  auto phrase = parse_plan(with_target_as_start(acting.text),
                           plan_reading(there, language, {start_of(*gathering), end_of(*gathering)}));
  if (auto done = hear_scope(phrase, there)) {
    return make_reply(std::move(*done), context);
  }
  if (!phrase.invitees.empty()) {
    auto more = invite_more(*gathering, phrase, there);
    return more ? std::optional(make_reply(std::move(*more), context)) : std::nullopt;
  }
  phrase.kind.clear();  // "mødet" is the one at hand
  if (phrase.unread != 0 || phrase.empty()) {
    return std::nullopt;
  }
  const auto folded = store::fold(acting.text);
  const bool draft = gathering->state == GatheringState::draft;
  const bool asked = first_word(focus.pending) == "move-when";
  if (says_moved(folded) || (asks_to_move(folded) && draft)) {
    return make_reply(move_gathering(there), context);
  }
  if (!draft && !asked && !says_change(folded)) {
    return std::nullopt;
  }
  return make_reply(ask_to_change(*gathering, phrase, there), context);
}

/// "mødet er flyttet til lokale 3", "hæv max til 60", when nothing is at hand.
std::optional<Reply> hear_moved(const Acting& acting, std::string_view folded) {
  if (!says_moved(folded) && !raises_limit(folded)) {
    return std::nullopt;
  }
  const auto language =
      folded.starts_with("the ") || folded.starts_with("raise") ? Language::english : Language::danish;
  const auto context = in_language(language, acting.context);
  return make_reply(move_gathering(in_context(acting, context)), context);
}

store::ConversationFocus without_mark(std::optional<store::ConversationFocus> known) {
  auto focus = std::move(known).value_or(store::ConversationFocus{});
  if (focus.pending.starts_with(passed_by)) {
    focus.pending.erase(0, 1);
  }
  return focus;
}

}  // namespace

store::ConversationFocus focus_of(const Acting& acting) {
  return without_mark(store::focus(acting.database(), key_of(acting.turn), acting.turn.now));
}

void set_gathering_focus(const Acting& acting, std::int64_t gathering, std::int64_t network,
                         const std::string& pending) {
  store::set_focus(acting.transaction(), key_of(acting.turn), {gathering, network, pending}, acting.turn.now);
}

Offer yes_offer(std::string about, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::yes;
  offer.button.about = std::move(about);
  return offer;
}

bool may_change(const store::Gathering& gathering, const store::Network& network, const Acting& acting) {
  if (may_coordinate(network, acting.turn.sender, acting.context)) {
    return true;
  }
  const bool planner = acting.sender != store::no_index && gathering.organizer != 0 &&
                       acting.context.catalogue().person(acting.sender).id == gathering.organizer;
  return planner && may_plan(network, acting.turn.sender, acting.database(), acting.context);
}

Acting in_context(const Acting& acting, const Context& context) {
  return {acting.turn, acting.services, context, acting.outcome, acting.text, acting.sender, acting.named};
}

PlanReading plan_reading(const Acting& acting, Language language, const WhenContext& event) {
  return {local_time(acting.turn.now, acting.context.policy.zone),
          language,
          acting.context.policy.calendar,
          event,
          [networks = store::networks(acting.database())](std::string_view words) {
            const auto fit = networks_meant(words, networks).fit;
            return fit == NetworkFit::name || fit == NetworkFit::topic || fit == NetworkFit::english;
          },
          [sender = acting.sender, &context = acting.context](std::string_view words) {
            const auto named = people_named(words, sender, context);
            return !named.people.empty() || !named.several.empty();
          }};
}

std::optional<Reply> hear_planning(const Acting& acting, std::optional<store::ConversationFocus> known,
                                   std::string_view folded) {
  if (const auto language = asks_for_the_wheel(folded)) {
    const auto context = in_language(*language, acting.context);
    return make_reply(yearly_wheel(in_context(acting, context)), context);
  }
  const auto focus = without_mark(std::move(known));
  if (first_word(focus.pending) == "plan") {
    if (auto heard = hear_answer(focus, acting)) {
      return heard;
    }
  }
  if (focus.gathering != 0) {
    if (auto heard = hear_change(focus, acting)) {
      return heard;
    }
  }
  return hear_moved(acting, folded);
}

std::optional<Part> act_on_gatherings(const Intent& intent, const Acting& acting) {
  switch (intent.name) {
    case IntentName::gathering_create:
      return Part{plan_anew(acting), {}, {}};
    case IntentName::gathering_move:
      return Part{move_gathering(acting), {}, {}};
    case IntentName::gathering_cancel:
      return Part{cancel_gathering(acting), {}, {}};
    case IntentName::gathering_uninvite:
      return Part{take_off(intent, acting), {}, {}};
    case IntentName::gathering_info:
      return Part{
          intent.slot("want").empty() ? tell_about_gathering(acting) : tell_about_room(intent, acting),
          {},
          {}};
    default:
      return std::nullopt;
  }
}

std::optional<Sections> do_pending_plan(const std::string& pending, bool yes, const Acting& acting) {
  const auto word = first_word(pending);
  const auto& texts = acting.context.texts;
  if (word == "plan") {
    return yes ? plan_on(read_wish(below_head(pending)), {}, acting) : one_line(texts.say("plan.given_up"));
  }
  if (word != "plan-day-off") {
    return do_pending_move(pending, yes, acting);
  }
  std::int64_t id = 0;
  std::from_chars(pending.data() + std::min(pending.size(), word.size() + 1), pending.data() + pending.size(),
                  id);
  const auto gathering = store::find_gathering(acting.database(), id);
  if (!gathering || gathering->state != GatheringState::draft) {
    return one_line(texts.say("card.too_old"));
  }
  return yes ? show_draft(*gathering, acting) : call_off(id, "", false, acting);
}

std::optional<Sections> tap_gatherings(const cards::Button& button, const Acting& acting) {
  switch (button.verb) {
    case cards::Verb::gathering_send:
      return send_draft(button, acting);
    case cards::Verb::gathering_drop:
      return drop_draft(button, acting);
    case cards::Verb::gathering_leaders:
      return ask_leaders(button, acting);
    case cards::Verb::leader_approve:
    case cards::Verb::leader_leave_out:
      return hear_leader(button, acting);
    case cards::Verb::yes: {
      auto picked = tap_person(button, acting);
      picked = picked ? std::move(picked) : tap_guests(button, acting);
      return picked ? std::move(picked) : tap_moving(button, acting);
    }
    default:
      return std::nullopt;
  }
}

}  // namespace handlers
