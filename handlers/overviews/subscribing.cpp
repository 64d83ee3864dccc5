#include "handlers/overviews/subscribing.hpp"

#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/schedule.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/history.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <initializer_list>

namespace handlers {
namespace {

using store::no_index;
using store::Pace;
using store::Subscription;

constexpr std::chrono::days changes_shown{7};  ///< to somebody who has no overview yet

bool says(const std::string& folded, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return folded.find(phrase) != std::string::npos; });
}

Offer setting(std::string title, std::string what) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::overview_setting;
  offer.button.about = std::move(what);
  return offer;
}

/// "hver fredag kl. 9.00", "den første arbejdsdag i måneden kl. 8.00".
std::string pace_in_words(const Subscription& subscription, const Context& context) {
  const auto time = time_in_words(std::chrono::minutes(subscription.minute), std::nullopt, context.texts);
  if (pace_of(subscription, context.policy) == Pace::monthly) {
    return context.texts.say("overview.monthly", {{"time", time}});
  }
  const auto& weekdays = context.texts.list("time.weekdays");
  return context.texts.say(
      "overview.weekly",
      {{"weekday", weekdays[static_cast<std::size_t>(subscription.weekday - 1)]}, {"time", time}});
}

std::string next_in_words(const Subscription& subscription, store::Instant now, const Context& context) {
  const auto next = local_time(next_overview(subscription, now, context.policy), context.policy.zone);
  return moment_in_words(next, std::nullopt, context.today, context.texts);
}

/// What holds now, after a change.
Sections what_holds(const Subscription& subscription, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  if (pace_of(subscription, context.policy) == Pace::off) {
    return {OfferSection{{texts.say("overview.stopped")},
                         {setting(texts.say("overview.button.subscribe"), "weekly")}}};
  }
  if (subscription.paused_until && *subscription.paused_until == store::paused_for_good) {
    return {OfferSection{{texts.say("overview.paused_for_good")},
                         {setting(texts.say("overview.button.resume"), "resume")}}};
  }
  auto section = settings_section(subscription, context);
  section.lines.clear();
  if (is_paused(subscription, context.today)) {
    section.lines.push_back(texts.say(
        "overview.paused", {{"day", weekday_in_words(*subscription.paused_until, context.today, texts)},
                            {"next", next_in_words(subscription, acting.turn.now, context)}}));
    section.offers = {setting(texts.say("overview.button.resume"), "resume")};
    return {std::move(section)};
  }
  section.lines.push_back(
      texts.say("overview.comes", {{"pace", pace_in_words(subscription, context)},
                                   {"next", next_in_words(subscription, acting.turn.now, context)}}));
  section.lines.push_back(
      texts.say(subscription.even_if_none ? "overview.even_if_none" : "overview.only_something"));
  if (subscription.stand_in != 0) {
    const auto stand_in = context.catalogue().person_by_id(subscription.stand_in);
    if (stand_in != no_index) {
      section.lines.push_back(texts.say("overview.stand_in", {{"person", person_name(context, stand_in)}}));
    }
  }
  section.offers.push_back(setting(texts.say("overview.button.stop"), "stop"));
  return {std::move(section)};
}

Sections keep(const Subscription& subscription, const Acting& acting) {
  store::save_subscription(acting.transaction(), subscription);
  plan_overview(subscription, acting.turn.now, acting.turn.now, acting.transaction(), acting.context.policy);
  acting.outcome.changed_data = true;
  return what_holds(subscription, acting);
}

/// Nothing: the sender leads, coordinates and owns nothing, so there is no overview.
std::optional<Subscription> of_sender(const Acting& acting) {
  if (acting.turn.sender.guest || !works_here(acting.sender, acting.context)) {
    return std::nullopt;
  }
  const auto overview = look(acting.sender, store::last_change(acting.database()), ahead_of(Pace::weekly),
                             acting.turn.now, acting.database(), acting.context);
  if (!overview.has_role) {
    return std::nullopt;
  }
  const auto id = acting.context.catalogue().person(acting.sender).id;
  const auto known = store::find_subscription(acting.database(), id);
  return known ? *known : fresh_subscription(id, acting.database());
}

void begin_again(Subscription& subscription, const Acting& acting) {
  if (pace_of(subscription, acting.context.policy) == Pace::off) {
    subscription.pace = Pace::weekly;
    subscription.cursor = store::last_change(acting.database());
    subscription.message = 0;
  }
  subscription.paused_until = {};
}

void set_pause(Subscription& subscription, const When& when, const Acting& acting) {
  begin_again(subscription, acting);
  auto until = when.date ? when.date : when.days ? when.days->to : std::nullopt;
  if (!until && when.recurrence) {
    until = when.recurrence->until;  // "the weekly overview until 1 August"
  }
  subscription.paused_until = until ? *until : store::paused_for_good;
}

/// Day, hour and pace, as far as they are said. False if the day is one of the weekend.
bool set_times(Subscription& subscription, const When& when, const std::string& folded) {
  const bool monthly = says(folded, {"måned", "month"});
  const bool weekly = says(folded, {"uge", "week", "hver "});
  auto weekday = when.recurrence ? when.recurrence->weekday : std::nullopt;
  if (!weekday && when.date) {
    weekday = std::chrono::weekday(*when.date);
  }
  if (monthly) {
    subscription.pace = Pace::monthly;
  } else if (weekly || weekday || subscription.pace == Pace::unsaid) {
    subscription.pace = Pace::weekly;
  }
  if (when.start) {
    subscription.minute = static_cast<int>(when.start->count());
  }
  if (weekday && !monthly) {
    if (weekday->iso_encoding() > 5) {
      return false;
    }
    subscription.weekday = static_cast<int>(weekday->iso_encoding());
  }
  return true;
}

Sections choose_stand_in(const Intent& intent, Subscription subscription, const Acting& acting) {
  const auto& context = acting.context;
  const auto name = intent.slot("person");
  if (name.empty()) {
    subscription.stand_in = 0;
    keep(subscription, acting);
    return one_line(context.texts.say("overview.no_stand_in"));
  }
  auto people = people_called(name, context);
  std::erase_if(people, [&](store::PersonIndex person) {
    return context.catalogue().person(person).contact_point || person == acting.sender;
  });
  if (people.size() != 1) {
    return one_line(context.texts.say(people.empty() ? "overview.nobody_called" : "overview.several_called",
                                      {{"name", name}}));
  }
  subscription.stand_in = context.catalogue().person(people.front()).id;
  return keep(subscription, acting);
}

}  // namespace

Subscription fresh_subscription(std::int64_t person, store::Database& database) {
  Subscription subscription;
  subscription.person = person;
  subscription.cursor = store::last_change(database);
  return subscription;
}

void plan_overview(const Subscription& subscription, store::Instant after, store::Instant now,
                   store::Transaction& transaction, const Policy& policy) {
  const bool for_good = subscription.paused_until && *subscription.paused_until == store::paused_for_good;
  if (for_good || pace_of(subscription, policy) == Pace::off) {
    store::withdraw_duty(transaction, overview_duty, subscription.person, now);
    return;
  }
  store::plan_duty(transaction, overview_duty, subscription.person,
                   next_overview(subscription, after, policy), now);
}

OfferSection settings_section(const Subscription& subscription, const Context& context) {
  const auto& texts = context.texts;
  const bool monthly = pace_of(subscription, context.policy) == Pace::monthly;
  OfferSection section{{texts.say("overview.settings", {{"pace", pace_in_words(subscription, context)}})},
                       {}};
  section.offers.push_back(setting(texts.say("overview.button.pause"), "pause"));
  section.offers.push_back(monthly ? setting(texts.say("overview.button.weekly"), "weekly")
                                   : setting(texts.say("overview.button.monthly"), "monthly"));
  if (subscription.even_if_none) {
    section.offers.push_back(setting(texts.say("overview.button.something"), "something"));
  }
  return section;
}

Sections subscribe(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  auto subscription = of_sender(acting);
  if (!subscription) {
    return one_line(context.texts.say("overview.no_role"));
  }
  const auto folded = " " + store::fold(acting.text) + " ";
  const auto when = parse_when(acting.text, local_time(acting.turn.now, context.policy.zone),
                               context.texts.language(), context.policy.calendar);
  const auto want = intent.slot("want");
  if (want == "stand_in") {
    return choose_stand_in(intent, std::move(*subscription), acting);
  }
  if (intent.slot("off") == "yes") {
    return change_subscription("stop", acting);
  }
  if (want == "pause") {
    set_pause(*subscription, when, acting);
    if (*subscription->paused_until < context.today) {
      return one_line(context.texts.say("overview.pause_past"));
    }
    return keep(*subscription, acting);
  }
  if (want == "resume") {
    return change_subscription("resume", acting);
  }
  begin_again(*subscription, acting);
  if (!set_times(*subscription, when, folded)) {
    return one_line(context.texts.say("overview.weekend"));
  }
  subscription->even_if_none = !says(folded, {"kun når", "kun hvis", "only when", "only if"});
  return keep(*subscription, acting);
}

Sections change_subscription(std::string_view what, const Acting& acting) {
  auto subscription = of_sender(acting);
  if (!subscription) {
    return one_line(acting.context.texts.say("overview.no_role"));
  }
  if (what == "pause") {
    set_pause(*subscription, {}, acting);
  } else if (what == "resume") {
    begin_again(*subscription, acting);
  } else if (what == "weekly" || what == "monthly") {
    begin_again(*subscription, acting);
    subscription->pace = what == "weekly" ? Pace::weekly : Pace::monthly;
  } else if (what == "something" || what == "always") {
    subscription->even_if_none = what == "always";
  } else if (what == "stop") {
    subscription->pace = Pace::off;
    subscription->paused_until = {};
  } else {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  return keep(*subscription, acting);
}

Sections show_overview(const Acting& acting) {
  const auto& context = acting.context;
  if (context.scope != Scope::personal) {
    return one_line(context.texts.say("overview.in_private"));
  }
  if (acting.turn.sender.guest || !works_here(acting.sender, context)) {
    return one_line(context.texts.say("overview.no_role"));
  }
  const auto known =
      store::find_subscription(acting.database(), context.catalogue().person(acting.sender).id);
  const auto after = known && known->pace != Pace::off
                         ? known->cursor
                         : store::last_change(acting.database(), acting.turn.now - changes_shown);
  const auto overview =
      look(acting.sender, after, ahead_of(Pace::weekly), acting.turn.now, acting.database(), context);
  if (!overview.has_role) {
    return one_line(context.texts.say("overview.no_role"));
  }
  auto sections = sections_of(overview, context);
  if (!known || pace_of(*known, context.policy) == Pace::off) {
    sections.push_back(OfferSection{{context.texts.say("overview.offer")},
                                    {setting(context.texts.say("overview.button.subscribe"), "weekly")}});
  }
  return sections;
}

}  // namespace handlers
