#include "handlers/gatherings/planning_draft.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/guests.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_people.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/pending.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::string_view head = "plan";

/// Asks one thing; what is known so far waits for the answer.
Sections ask(const Wish& wish, std::vector<std::string> lines, std::vector<std::string> examples,
             const Acting& acting) {
  set_gathering_focus(acting, wish.gathering, wish.network, write_wish(head, wish));
  return {TextSection{std::move(lines), std::move(examples)}};
}

/// The names of networks for which the sender may plan.
std::vector<std::string> own_networks(const Acting& acting) {
  std::vector<std::string> names;
  for (const auto& network : store::networks(acting.database())) {
    if (names.size() < Shown::choices &&
        may_plan(network, acting.turn.sender, acting.database(), acting.context)) {
      names.push_back(network.name);
    }
  }
  return names;
}

std::vector<std::string> names_of(const std::vector<store::Network>& networks) {
  std::vector<std::string> names;
  for (const auto& network : networks) {
    names.push_back(network.name);
  }
  names.resize(std::min(names.size(), Shown::choices));
  return names;
}

/// The network that was named, else the one at hand; a question if several may be meant.
std::optional<std::vector<std::string>> find_network_for(Wish& wish, const PlanPhrase& phrase,
                                                         const Acting& acting) {
  const auto meant = networks_meant(phrase.rest, store::networks(acting.database()));
  if (meant.one() != nullptr && meant.fit != NetworkFit::part) {
    wish.network = meant.one()->id;
    return std::nullopt;
  }
  if (meant.meant.size() > 1) {
    return names_of(meant.meant);
  }
  if (meant.one() != nullptr) {
    return names_of(meant.meant);
  }
  const auto here = network_at_hand("", acting);
  if (here.one() != nullptr) {
    wish.network = here.one()->id;
    return std::nullopt;
  }
  auto names = names_of(meant.near);
  return names.empty() ? own_networks(acting) : names;
}

std::optional<std::string> missing(const Wish& wish, const Context& context) {
  if (!wish.day) {
    return context.texts.say(wish.start ? "plan.ask_day" : "plan.ask_when");
  }
  if (!wish.start) {
    return context.texts.say("plan.ask_time",
                             {{"day", weekday_in_words(*wish.day, store::Day{}, context.texts)}});
  }
  return std::nullopt;
}

Sections day_off_question(const store::Gathering& gathering, const store::Network& network,
                          const std::string& why, const std::string& skipped, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto pending = "plan-day-off " + std::to_string(gathering.id);
  set_gathering_focus(acting, gathering.id, network.id, pending);
  OfferSection section{
      {texts.say("plan.day_off",
                 {{"day", sentence_case(gathering_when_in_full(gathering, acting.context))}, {"why", why}}),
       texts.say("plan.day_off_how")},
      yes_or_no(pending, texts.say("plan.button_anyway"), texts.say("plan.button_drop"))};
  if (!skipped.empty()) {
    section.lines.push_back(skipped);
  }
  section.copy = store::CopyOf{gathering.id, 0, store::CopyKind::status};
  return {std::move(section)};
}

/// A new draft, or the one that the wish changes as it then is; nothing if somebody else was faster.
std::optional<store::Gathering> put_into_store(const Wish& wish, const Acting& acting) {
  const auto& context = acting.context;
  if (wish.gathering != 0) {
    auto gathering = store::find_gathering(acting.database(), wish.gathering);
    return gathering && change_draft(wish, *gathering, acting) ? gathering : std::nullopt;
  }
  store::Gathering gathering;
  gathering.organizer = acting.sender == store::no_index ? 0 : context.catalogue().person(acting.sender).id;
  gathering.reminders = context.policy.gathering_reminders;
  gathering.tenant = acting.turn.tenant;
  gathering.language = code_of(wish.language);
  apply_wish(wish, gathering, context, acting.turn.now);
  if (!wish.recurrence.empty()) {
    gathering.series = store::add_series(acting.transaction(), {0, wish.network, wish.recurrence, {}, false});
  }
  return store::add_gathering(acting.transaction(), gathering, acting.turn.now);
}

/// Everything that is known is complete or asked about.
Sections go_on(Wish wish, Unclear unclear, const Acting& acting) {
  const auto& context = acting.context;
  if (!unclear.questions.empty()) {
    return ask(wish, {unclear.questions.front()}, {}, acting);
  }
  if (auto question = missing(wish, context)) {
    auto lines = std::move(unclear.notes);
    lines.push_back(std::move(*question));
    return ask(wish, std::move(lines), {}, acting);
  }
  if (to_instant({*wish.day, *wish.start}, context.policy.zone).instant <= acting.turn.now) {
    const auto when = moment_in_words({*wish.day, *wish.start}, std::nullopt, store::Day{}, context.texts);
    wish.day.reset();
    return ask(wish, {context.texts.say("plan.past", {{"when", sentence_case(when)}})}, {}, acting);
  }
  return put_down(wish, std::move(unclear.notes), acting);
}

}  // namespace

std::string day_off_in_words(store::Day day, const Context& context) {
  const auto why = why_not_working(day, context.policy.calendar);
  if (!why) {
    return "";
  }
  switch (why->reason) {
    case DayOff::Reason::holiday:
      return holiday_name(*why->holiday, context.texts);
    case DayOff::Reason::closing_day:
      return context.texts.say("plan.closing_day");
    case DayOff::Reason::weekend:
      break;
  }
  return context.texts.say("plan.weekend");
}

bool change_draft(const Wish& wish, store::Gathering& gathering, const Acting& acting) {
  if (gathering.state != store::GatheringState::draft || gathering.version != wish.version) {
    return false;
  }
  apply_wish(wish, gathering, acting.context, acting.turn.now);
  if (!wish.recurrence.empty()) {
    gathering.series = store::add_series(acting.transaction(), {0, wish.network, wish.recurrence, {}, false});
  }
  if (!store::update_gathering(acting.transaction(), gathering, acting.turn.now)) {
    return false;
  }
  gathering = store::find_gathering(acting.database(), gathering.id).value();
  return true;
}

Sections put_down(Wish wish, std::vector<std::string> notes, const Acting& acting) {
  const auto& context = acting.context;
  if (wish.network == 0) {
    make_network(wish, acting);
  }
  const auto network = store::find_network(acting.database(), wish.network);
  const auto gathering = network ? put_into_store(wish, acting) : std::nullopt;
  if (!gathering) {
    return one_line(context.texts.say("plan.changed_meanwhile"));
  }
  acting.outcome.changed_data = true;
  invite_members(*gathering, *network, acting.transaction(), context, acting.turn.now);
  for (const auto person : invitable(wish.people, *network, acting.database(), context, notes)) {
    store::invite(acting.transaction(), gathering->id, person, "added");
  }
  if (!wish.length) {
    notes.push_back(context.texts.say("plan.usual_length"));
  }
  const auto skipped = skipped_hour({*wish.day, *wish.start}, context);
  if (const auto why = day_off_in_words(*wish.day, context); !why.empty()) {
    return day_off_question(*gathering, *network, why, skipped, acting);
  }
  if (!skipped.empty()) {
    notes.push_back(skipped);
  }
  set_gathering_focus(acting, gathering->id, network->id, "");
  return preview_sections(*gathering, *network, acting.sender, acting.database(), context, acting.turn.now,
                          std::move(notes));
}

Sections plan_on(Wish wish, const PlanPhrase& phrase, const Acting& acting) {
  const auto& context = acting.context;
  auto unclear = add_to_wish(wish, phrase, context);
  const bool had_people = !wish.people.empty() || !wish.unsure.empty();
  if (wish.network == 0 && (take_people(wish, phrase, acting) || had_people)) {
    auto question = ask_about_people(wish, acting);
    return question ? std::move(*question) : go_on(std::move(wish), std::move(unclear), acting);
  }
  if (wish.network == 0) {
    if (const auto names = find_network_for(wish, phrase, acting)) {
      return ask(wish, {context.texts.say(names->empty() ? "plan.ask_who" : "plan.ask_network")}, *names,
                 acting);
    }
  }
  const auto network = store::find_network(acting.database(), wish.network);
  if (!network || network->closed) {
    return one_line(context.texts.say("plan.no_network"));
  }
  if (!may_plan(*network, acting.turn.sender, acting.database(), context)) {
    set_gathering_focus(acting, 0, network->id, "");
    return one_line(coordinator_refusal(*network, context));
  }
  if (!wish.unsure.empty()) {
    if (auto question = ask_about_people(wish, acting)) {
      return std::move(*question);
    }
  }
  return go_on(std::move(wish), std::move(unclear), acting);
}

Sections plan_anew(const Acting& acting) {
  Wish wish;
  wish.language = acting.context.texts.language();
  const auto phrase = parse_plan(acting.text, plan_reading(acting, wish.language));
  if (auto planned = invite_to_planned(phrase, acting)) {
    return std::move(*planned);
  }
  return plan_on(std::move(wish), phrase, acting);
}

}  // namespace handlers
