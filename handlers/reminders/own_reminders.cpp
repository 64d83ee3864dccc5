#include "handlers/reminders/own_reminders.hpp"

#include "handlers/keep_memory.hpp"
#include "handlers/reminders/repeating.hpp"
#include "handlers/sentences.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/conversation_focus.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace handlers {
namespace {

using namespace std::chrono_literals;
using store::Reminder;

constexpr std::chrono::minutes usual_time = 9h;
constexpr auto useful_for = 24h;
constexpr std::size_t what_bytes_max = 300;
constexpr std::string_view pending_word = "reminder ";

constexpr std::array<std::string_view, 26> leads{"om at ",        "at ",           "om ",
                                                 "på at ",        "på ",           "to ",
                                                 "about ",        "that ",         "of ",
                                                 "mig om at ",    "mig om ",       "mig på ",
                                                 "me to ",        "me about ",     "mind mig om at ",
                                                 "mind mig om ",  "mind mig på ",  "minde mig om at ",
                                                 "minde mig om ", "husk mig på ",  "kan du ",
                                                 "vil du ",       "remind me to ", "remind me about ",
                                                 "can you ",      "please "};
constexpr std::array<std::string_view, 10> ends{" tak", " please", " thanks", " på", " den",
                                                " kl",  " d",      " on",     " at", " om"};

/// Of these words a message consists, beside a time, that changes the reminder before it.
constexpr std::array<std::string_view, 44> change_words{
    "nej",     "nå",     "ups", "hov",  "jo",       "så",          "i",     "stedet", "istedet",
    "hellere", "gør",    "det", "den",  "bare",     "flyt",        "ændr",  "ret",    "sæt",
    "skub",    "udsæt",  "til", "på",   "kl",       "påmindelsen", "skal",  "være",   "vent",
    "jeg",     "mente",  "no",  "oops", "instead",  "rather",      "make",  "it",     "that",
    "move",    "change", "to",  "the",  "reminder", "sorry",       "meant", "please"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n.,;:!?-";
  const auto first = text.find_first_not_of(marks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(marks) - first + 1);
}

/// Up to so many bytes, cut between words.
std::string shortened(std::string text) {
  if (text.size() > what_bytes_max) {
    const auto blank = text.rfind(' ', what_bytes_max);
    text.resize(blank == std::string::npos ? what_bytes_max : blank);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u) {
      text.pop_back();
    }
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) {
      text.pop_back();
    }
  }
  return text;
}

/// Whom "hende" means: the first that this message's answers named, else the one that was spoken of.
store::PersonIndex who_is_meant(const Acting& acting) {
  if (!acting.named.empty()) {
    return acting.named.front();
  }
  const auto memory = recall(acting.turn, acting.services);
  return memory.people.size() == 1 ? acting.context.catalogue().person_by_id(memory.people.front())
                                   : store::no_index;
}

/// The text is read days later, when "hende" says nothing any more.
std::string with_names(const std::string& text, const Acting& acting) {
  constexpr std::array<std::string_view, 7> pronouns{"ham", "hende", "vedkommende", "him",
                                                     "her", "them",  "dem"};
  std::string named;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto word = rest.substr(0, rest.find(' '));
    const auto letters = trimmed(word);
    const bool pronoun = std::find(pronouns.begin(), pronouns.end(), store::fold(letters)) != pronouns.end();
    const auto person = pronoun ? who_is_meant(acting) : store::no_index;
    named.append(named.empty() ? "" : " ");
    named.append(person == store::no_index ? word : acting.context.catalogue().person(person).name);
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return named;
}

/// When it is to be: the day and the time on the wall, and whether the time was said.
struct Moment {
  LocalTime at;
  bool usual = false;
};

std::optional<Moment> moment_of(const When& when, LocalTime now) {
  auto day = when.date;
  if (!day && when.not_before) {
    day = when.not_before;
  }
  if (!day && when.days) {
    day = when.days->from ? when.days->from : when.days->to;
  }
  if (!day && when.start) {
    day = *when.start > now.of_day ? now.day : now.day + std::chrono::days(1);
  }
  if (!day) {
    return std::nullopt;
  }
  return Moment{{*day, when.start.value_or(usual_time)}, !when.start.has_value()};
}

std::string day_off_line(store::Day day, const Context& context) {
  const auto off = why_not_working(day, context.policy.calendar);
  if (!off) {
    return "";
  }
  switch (off->reason) {
    case DayOff::Reason::weekend:
      return context.texts.say("remind.weekend");
    case DayOff::Reason::holiday:
      return context.texts.say("remind.holiday", {{"day", holiday_name(*off->holiday, context.texts)}});
    case DayOff::Reason::closing_day:
      break;
  }
  return context.texts.say("remind.closing_day");
}

/// What is worth saying about the time, a sentence each.
std::vector<std::string> remarks(const When& when, const Moment& moment, const ZonedInstant& zoned,
                                 const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  std::vector<std::string> lines;
  if (zoned.kind == ZonedInstant::Kind::skipped) {
    lines.push_back(texts.say("remind.skipped",
                              {{"time", time_in_words(moment.at.of_day, std::nullopt, texts)},
                               {"then", time_in_words(local_time(zoned.instant, context.policy.zone).of_day,
                                                      std::nullopt, texts)}}));
  } else if (zoned.kind == ZonedInstant::Kind::repeated) {
    lines.push_back(texts.say("remind.repeated"));
  }
  if (moment.usual) {
    lines.push_back(texts.say("remind.usual_time"));
  }
  if (auto off = day_off_line(moment.at.day, context); !off.empty()) {
    lines.push_back(std::move(off));
  }
  for (const auto& doubt : when.doubts) {
    if (doubt.kind == Doubt::Kind::day_or_month && doubt.other_day) {
      lines.push_back(
          texts.say("remind.other_day", {{"day", weekday_in_words(*doubt.other_day, context.today, texts)}}));
    }
  }
  if (context.scope != Scope::personal) {
    lines.push_back(texts.say("remind.in_private"));
  }
  return lines;
}

/// "ring til hende i morgen": the number may be wanted now.
void add_phone(store::PersonIndex person, Sections& sections, const Context& context) {
  const auto phone = context.catalogue().person(person).phone;
  if (!phone.empty()) {
    sections.push_back(PersonSection{
        context.texts.say("follow_up.phone", {{"person", person_name(context, person)}, {"phone", phone}}),
        person,
        {}});
  }
}

/// Plans it and says so. What follows in this conversation may still change it: change_own_reminder.
OfferSection planned(Reminder reminder, const When& when, const Moment& moment, const ZonedInstant& zoned,
                     const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  reminder.id = store::plan_reminder(acting.transaction(), reminder);
  acting.outcome.changed_data = true;
  const auto key = key_of(acting.turn);
  auto focus = store::focus(acting.database(), key, acting.turn.now).value_or(store::ConversationFocus{});
  // What else waits for a yes goes first; an earlier reminder is passed by.
  if (context.scope == Scope::personal && (focus.pending.empty() || focus.pending.find("reminder") <= 1)) {
    focus.pending = std::string(pending_word) + std::to_string(reminder.id);
    store::set_focus(acting.transaction(), key, focus, acting.turn.now);
  }
  const auto at = moment_line(reminder, context);
  OfferSection section{
      {reminder.text.empty() ? texts.say("remind.set_plain", {{"when", at}})
                             : texts.say("remind.set", {{"when", at}, {"what", reminder.text}})},
      {withdraw_offer(reminder.id, texts.say("remind.button.undo"))}};
  if (const auto repeating = read_repeating(reminder.rule)) {
    section.lines.push_back(texts.say("repeat.until_deleted", {{"rule", in_words(*repeating, context)}}));
  }
  for (auto& line : remarks(when, moment, zoned, acting)) {
    section.lines.push_back(std::move(line));
  }
  return section;
}

/// The reminder that a pending form names, as long as it is there.
std::optional<Reminder> reminder_in(const std::string& pending, const Acting& acting) {
  std::int64_t id = 0;
  const auto* end = pending.data() + pending.size();
  std::from_chars(std::min(pending.data() + pending_word.size(), end), end, id);
  for (auto& own :
       store::reminders_of(acting.database(), subject_of(acting.turn.sender, acting.context.catalogue()))) {
    if (own.id == id) {
      return std::move(own);
    }
  }
  return std::nullopt;
}

/// True if nothing is said beside the time but that it is to be another one.
bool only_changes(std::string_view text, const std::vector<ByteRange>& taken) {
  const auto left = store::fold(what_of(text, taken));
  for (std::string_view rest = left; !rest.empty();) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const auto letters = trimmed(word);
    if (!letters.empty() &&
        std::find(change_words.begin(), change_words.end(), letters) == change_words.end()) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string moment_line(const Reminder& reminder, const Context& context) {
  return moment_in_words(local_time(reminder.due, context.policy.zone), std::nullopt, context.today,
                         context.texts);
}

Offer withdraw_offer(std::int64_t id, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::reminder_withdraw;
  offer.button.item = id;
  return offer;
}

std::string what_of(std::string_view text, const std::vector<ByteRange>& taken) {
  std::string left;
  std::size_t at = 0;
  for (const auto& range : taken) {
    left.append(text.substr(at, range.begin - at)).append(" ");
    at = range.end;
  }
  left.append(text.substr(at));
  std::string words;
  for (const char c : left) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank || (!words.empty() && words.back() != ' ')) {
      words.push_back(blank ? ' ' : c);
    }
  }
  auto what = trimmed(words);
  for (bool again = true; again;) {
    again = false;
    for (const auto lead : leads) {
      if (what.size() > lead.size() && store::fold(what.substr(0, lead.size())) == lead) {
        what = trimmed(what.substr(lead.size()));
        again = true;
      }
    }
    for (const auto end : ends) {
      if (what.ends_with(end) || what == end.substr(1)) {
        what = trimmed(what.substr(0, what.size() - std::min(what.size(), end.size())));
        again = true;
      }
    }
  }
  return shortened(std::string(what));
}

std::optional<Sections> set_own_reminder(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto& zone = context.policy.zone;
  const bool follow_up = intent.slot("call") == "yes";
  const std::string text(follow_up || intent.slot("text").empty() ? std::string_view(acting.text)
                                                                  : intent.slot("text"));
  const auto now = local_time(acting.turn.now, zone);
  const auto when = parse_when(text, now, texts.language(), context.policy.calendar);
  const auto moment = moment_of(when, now);
  if (!moment || (follow_up && who_is_meant(acting) == store::no_index)) {
    return follow_up ? std::nullopt : std::optional(one_line(texts.say("remind.when")));
  }
  auto zoned = to_instant(moment->at, zone);
  const auto repeating = repeating_of(when, moment->at);
  if (repeating) {
    zoned.instant = next_time(*repeating, acting.turn.now, context.policy).value_or(zoned.instant);
  }
  if (zoned.instant <= acting.turn.now) {
    return one_line(texts.say("remind.past",
                              {{"when", moment_in_words(moment->at, std::nullopt, context.today, texts)}}));
  }
  Reminder reminder;
  reminder.kind = store::ReminderKind::personal;
  reminder.due = zoned.instant;
  reminder.useful_until = zoned.instant + useful_for;
  reminder.tenant = acting.turn.tenant;
  reminder.conversation = acting.turn.conversation;
  reminder.subject = subject_of(acting.turn.sender, acting.context.catalogue());
  reminder.language = code_of(texts.language());
  reminder.rule = repeating ? to_rule(*repeating) : "";
  // Without the slot the lead-in of the sentence is left out by hand.
  const bool whole = intent.slot("text").empty() && !follow_up;
  reminder.text = whole ? "" : shortened(with_names(what_of(text, when.taken), acting));
  Sections sections{planned(reminder, when, *moment, zoned, acting)};
  if (follow_up) {
    add_phone(who_is_meant(acting), sections, context);
  }
  return sections;
}

std::optional<Sections> change_own_reminder(const std::string& pending, const Acting& acting) {
  const auto& context = acting.context;
  const auto& zone = context.policy.zone;
  auto reminder = reminder_in(pending, acting);
  const auto when = parse_when(acting.text, local_time(acting.turn.now, zone), context.texts.language(),
                               context.policy.calendar);
  const auto day = when.date ? when.date : when.days ? when.days->from : std::nullopt;
  // One that comes again is a rule, and not changed by half a sentence.
  if (!reminder || !reminder->rule.empty() || when.recurrence || (!day && !when.start) ||
      !only_changes(acting.text, when.taken)) {
    return std::nullopt;
  }
  const auto before = local_time(reminder->due, zone);
  const Moment moment{{day.value_or(before.day), when.start.value_or(before.of_day)}, false};
  const auto zoned = to_instant(moment.at, zone);
  if (zoned.instant <= acting.turn.now) {
    return one_line(context.texts.say(
        "remind.past", {{"when", moment_in_words(moment.at, std::nullopt, context.today, context.texts)}}));
  }
  store::withdraw_reminder(acting.transaction(), reminder->id, reminder->subject, acting.turn.now);
  reminder->due = zoned.instant;
  reminder->useful_until = zoned.instant + useful_for;
  return Sections{planned(std::move(*reminder), when, moment, zoned, acting)};
}

std::optional<Sections> do_pending_reminder(const std::string& pending, bool yes, const Acting& acting) {
  const auto reminder = reminder_in(pending, acting);
  const auto folded = store::fold(acting.text);
  if (!reminder) {
    return std::nullopt;
  }
  if (!yes || folded.starts_with("slet") || folded.starts_with("delete")) {
    return withdraw_own_reminder(reminder->id, acting);
  }
  return one_line(
      acting.context.texts.say("remind.set_plain", {{"when", moment_line(*reminder, acting.context)}}));
}

}  // namespace handlers
