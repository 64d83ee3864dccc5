#include "handlers/reminders/mutes.hpp"

#include "handlers/networks/find_network.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/networks.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using store::Mute;

constexpr std::string_view network_prefix = "network:";

bool says(const std::string& folded, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// What is spoken of: a network, meetings' reminders, everything; empty: not said. `meetings` alone makes
/// 'påmindelser' clear, because own reminders are ones, too.
struct Topic {
  std::string topic;
  bool clear = false;
};

Topic topic_in(const Acting& acting) {
  const auto found = networks_meant(acting.text, store::networks(acting.database()));
  const bool sure =
      found.fit == NetworkFit::name || found.fit == NetworkFit::english || found.fit == NetworkFit::typo;
  if (const auto* network = found.one(); network != nullptr && sure) {
    return {std::string(network_prefix) + std::to_string(network->id), true};
  }
  const auto folded = " " + store::fold(acting.text) + " ";
  const bool meetings = says(folded, {"om møder", "om mødet", "til møder", "about meetings", "of meetings"});
  if (says(folded, {"påmind", "remind", "rykker"}) || meetings) {
    return {"reminders", meetings};
  }
  return {"all", says(folded, {" alle ", " alt ", " all ", " everything ", " any "})};
}

/// The name of a topic, inside a sentence.
std::string in_words(const std::string& topic, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (topic == "all") {
    return texts.say("mute.topic.all");
  }
  if (!topic.starts_with(network_prefix)) {
    return texts.say("mute.topic.reminders");
  }
  std::int64_t id = 0;
  std::from_chars(topic.data() + network_prefix.size(), topic.data() + topic.size(), id);
  const auto network = store::find_network(acting.database(), id);
  return texts.say("mute.topic.network",
                   {{"network", network ? std::string_view(network->name) : std::string_view("?")}});
}

store::Instant midnight(store::Day day, const Policy& policy) {
  return to_instant({day, std::chrono::minutes(0)}, policy.zone).instant;
}

/// From when to when: both ends of the time in words, the last day included; without an end until taken back.
Mute period_of(const When& when, const Acting& acting) {
  const auto& policy = acting.context.policy;
  Mute mute;
  mute.from = acting.turn.now;
  auto from = when.days ? when.days->from : when.date;
  auto to = when.days ? when.days->to : when.date;
  for (const auto& doubt : when.doubts) {
    if (doubt.kind == Doubt::Kind::last_day_open) {
      to = doubt.other_day;  // "ingen beskeder før mandag": from Monday on they may come
    }
  }
  if (from && *from > acting.context.today) {
    mute.from = midnight(*from, policy);
  }
  if (to) {
    mute.until = midnight(*to + std::chrono::days(1), policy);
  }
  return mute;
}

/// Empty: until taken back.
std::string period_in_words(const Mute& mute, const Acting& acting) {
  const auto& context = acting.context;
  const auto& zone = context.policy.zone;
  const auto first = local_day(mute.from, zone);
  const auto last = local_day(mute.until - std::chrono::seconds(1), zone);
  const bool ends = mute.until != store::Instant{};
  const auto from = weekday_in_words(first, context.today, context.texts);
  const auto to = ends ? weekday_in_words(last, context.today, context.texts) : "";
  if (mute.from <= acting.turn.now) {
    return ends ? context.texts.say("mute.until", {{"to", to}}) : "";
  }
  if (ends && first == last) {
    return context.texts.say("mute.day", {{"day", from}});
  }
  return ends ? context.texts.say("mute.period", {{"from", from}, {"to", to}})
              : context.texts.say("mute.from", {{"from", from}});
}

/// When it is to be quiet. "I 2 uger", "for two weeks" is a length from today on, which elsewhere is no day.
When time_said(const Acting& acting) {
  const auto& context = acting.context;
  const auto read = [&](const std::string& text) {
    return parse_when(text, local_time(acting.turn.now, context.policy.zone), context.texts.language(),
                      context.policy.calendar);
  };
  auto when = read(acting.text);
  for (const auto& [length, ahead] : {std::pair{std::string_view(" i "), std::string_view(" om ")},
                                      {" de næste ", " om "},
                                      {" for ", " in "}}) {
    const auto at = acting.text.rfind(length);
    if (when.date || when.days || at == std::string::npos) {
      continue;
    }
    const auto end = read(std::string(acting.text).replace(at, length.size(), ahead)).date;
    if (end && *end > context.today) {
      when.days = DayRange{context.today, *end};
    }
  }
  return when;
}

Offer unmute_offer(const std::string& topic, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::unmute;
  offer.button.about = topic;
  return offer;
}

Sections ask_what_to_stop(const Acting& acting) {
  const auto& texts = acting.context.texts;
  TextSection section{{texts.say("mute.what"), texts.say("mute.rule")},
                      {texts.say("mute.say_reminders"), texts.say("mute.say_all")}};
  const auto person = acting.sender;
  const auto own = person == store::no_index
                       ? std::vector<std::int64_t>{}
                       : store::networks_of(acting.database(), acting.context.catalogue().person(person).id);
  for (const auto id : own) {
    const auto network = store::find_network(acting.database(), id);
    if (network && (network->open || acting.context.scope == Scope::personal) &&
        section.examples.size() < Shown::choices) {
      section.examples.push_back(texts.say("mute.say_network", {{"network", network->name}}));
    }
  }
  return {std::move(section)};
}

}  // namespace

Sections mute_messages(const Intent&, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto when = time_said(acting);
  const auto topic = topic_in(acting);
  if (!topic.clear && !when.date && !when.days) {
    return ask_what_to_stop(acting);
  }
  auto mute = period_of(when, acting);
  if (mute.until != store::Instant{} && mute.until <= acting.turn.now) {
    return one_line(texts.say("mute.past"));
  }
  mute.subject = subject_of(acting.turn.sender, context.catalogue());
  mute.topic = topic.topic;
  store::mute(acting.transaction(), mute);
  acting.outcome.changed_data = true;
  const auto spoken_of = in_words(mute.topic, acting);
  const auto period = period_in_words(mute, acting);
  return {OfferSection{{period.empty() ? texts.say("mute.done_for_good", {{"topic", spoken_of}})
                                       : texts.say("mute.done", {{"topic", spoken_of}, {"period", period}}),
                        texts.say("mute.rule")},
                       {unmute_offer(mute.topic, texts.say("mute.button.unmute"))}}};
}

Sections show_mutes(const Acting& acting) {
  const auto& texts = acting.context.texts;
  OfferSection section{{texts.say("mute.list")}, {}};
  for (const auto& mute :
       store::mutes_of(acting.database(), subject_of(acting.turn.sender, acting.context.catalogue()))) {
    if (mute.until != store::Instant{} && mute.until <= acting.turn.now) {
      continue;
    }
    const auto topic = in_words(mute.topic, acting);
    const auto period = period_in_words(mute, acting);
    section.lines.push_back(period.empty() ? texts.say("mute.line_for_good", {{"topic", topic}})
                                           : texts.say("mute.line", {{"topic", topic}, {"period", period}}));
    if (section.offers.size() < Shown::choices) {
      section.offers.push_back(
          unmute_offer(mute.topic, texts.say("mute.button.unmute_topic", {{"topic", topic}})));
    }
  }
  if (section.lines.size() == 1) {
    return one_line(texts.say("mute.none"));
  }
  section.lines.push_back(texts.say("mute.rule"));
  return {std::move(section)};
}

Sections unmute_messages(const Intent& intent, const Acting& acting) {
  const auto subject = subject_of(acting.turn.sender, acting.context.catalogue());
  const auto topic = topic_in(acting);
  if (intent.slot("it") == "yes" && store::mutes_of(acting.database(), subject).size() > 1) {
    return show_mutes(acting);  // "slå det til igen": which?
  }
  if (topic.topic.starts_with(network_prefix)) {
    return unmute_topic(topic.topic, acting);
  }
  const auto mutes = store::mutes_of(acting.database(), subject);
  for (const auto& mute : mutes) {
    store::unmute(acting.transaction(), subject, mute.topic);
    acting.outcome.changed_data = true;
  }
  return one_line(acting.context.texts.say(mutes.empty() ? "mute.none" : "mute.all_back"));
}

Sections unmute_topic(const std::string& topic, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto subject = subject_of(acting.turn.sender, acting.context.catalogue());
  if (!store::unmute(acting.transaction(), subject, topic)) {
    return one_line(texts.say("mute.not_muted"));
  }
  acting.outcome.changed_data = true;
  return one_line(texts.say("mute.back", {{"topic", in_words(topic, acting)}}));
}

}  // namespace handlers
