#include "handlers/reminders/own_reminders.hpp"

#include "handlers/keep_memory.hpp"
#include "handlers/reminders/repeating.hpp"
#include "handlers/sentences.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>

namespace handlers {
namespace {

using namespace std::chrono_literals;
using store::Reminder;

constexpr std::chrono::minutes usual_time = 9h;
constexpr auto useful_for = 24h;
constexpr std::size_t what_bytes_max = 300;
constexpr std::size_t buttons_max = 5;

constexpr std::array<std::string_view, 14> leads{"om at ",  "at ",     "om ",    "på at ",   "på ",
                                                 "to ",     "about ",  "that ",  "of ",      "mig om at ",
                                                 "mig om ", "mig på ", "me to ", "me about "};
constexpr std::array<std::string_view, 10> ends{" tak", " please", " thanks", " på", " den",
                                                " kl",  " d",      " on",     " at", " om"};

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

Offer withdraw_offer(std::int64_t id, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::reminder_withdraw;
  offer.button.item = id;
  return offer;
}

std::string moment_line(const Reminder& reminder, const Context& context) {
  return moment_in_words(local_time(reminder.due, context.policy.zone), std::nullopt, context.today,
                         context.texts);
}

std::string line_of(const Reminder& reminder, const Context& context) {
  const auto repeating = read_repeating(reminder.rule);
  const auto when = moment_line(reminder, context) +
                    (repeating ? " (" + in_words(*repeating, context) + ")" : std::string());
  return reminder.text.empty() ? context.texts.say("remind.line_plain", {{"when", when}})
                               : context.texts.say("remind.line", {{"when", when}, {"what", reminder.text}});
}

std::string subject_here(const Acting& acting) {
  return subject_of(acting.turn.sender, acting.context.catalogue());
}

/// True if the reminder's own words hold all that was said, in any form.
bool is_about(const Reminder& reminder, std::string_view said) {
  store::Stemmer stemmer;
  store::Words words;
  std::vector<std::string> wanted;
  words.read(said);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!store::is_function_word(words[i])) {
      wanted.emplace_back(stemmer.danish(words[i]));
    }
  }
  std::vector<std::string> own;
  words.read(reminder.text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    own.emplace_back(stemmer.danish(words[i]));
  }
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& stem) {
    return std::find(own.begin(), own.end(), stem) != own.end();
  });
}

Sections list(const std::vector<Reminder>& reminders, std::string heading, const Context& context) {
  OfferSection section{{std::move(heading)}, {}};
  for (std::size_t i = 0; i < std::min(reminders.size(), Shown::lines); ++i) {
    const auto number = std::to_string(i + 1);
    section.lines.push_back(number + ". " + line_of(reminders[i], context));
    if (i < buttons_max) {
      section.offers.push_back(
          withdraw_offer(reminders[i].id, context.texts.say("remind.button.delete", {{"number", number}})));
    }
  }
  return {std::move(section)};
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

}  // namespace

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
  reminder.subject = subject_here(acting);
  reminder.language = code_of(texts.language());
  reminder.rule = repeating ? to_rule(*repeating) : "";
  // Without the slot the lead-in of the sentence is left out by hand.
  const bool whole = intent.slot("text").empty() && !follow_up;
  reminder.text = whole ? "" : shortened(with_names(what_of(text, when.taken), acting));
  reminder.id = store::plan_reminder(acting.transaction(), reminder);
  acting.outcome.changed_data = true;
  const auto at = moment_line(reminder, context);
  OfferSection section{
      {reminder.text.empty() ? texts.say("remind.set_plain", {{"when", at}})
                             : texts.say("remind.set", {{"when", at}, {"what", reminder.text}})},
      {withdraw_offer(reminder.id, texts.say("remind.button.undo"))}};
  if (repeating) {
    section.lines.push_back(texts.say("repeat.until_deleted", {{"rule", in_words(*repeating, context)}}));
  }
  for (auto& line : remarks(when, *moment, zoned, acting)) {
    section.lines.push_back(std::move(line));
  }
  Sections sections{std::move(section)};
  if (follow_up) {
    add_phone(who_is_meant(acting), sections, context);
  }
  return sections;
}

Sections show_own_reminders(const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.context.scope != Scope::personal) {
    return one_line(texts.say("remind.list_private"));
  }
  const auto reminders = store::reminders_of(acting.database(), subject_here(acting));
  return reminders.empty() ? one_line(texts.say("remind.none"))
                           : list(reminders, texts.say("remind.list"), acting.context);
}

Sections delete_own_reminders(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto subject = subject_here(acting);
  auto reminders = store::reminders_of(acting.database(), subject);
  if (reminders.empty()) {
    return one_line(texts.say("remind.none"));
  }
  const auto folded = " " + store::fold(acting.text) + " ";
  const bool all = folded.find(" alle ") != std::string::npos || folded.find(" all ") != std::string::npos;
  if (!all && !intent.slot("text").empty()) {
    const auto text = intent.slot("text");
    const auto when = parse_when(text, local_time(acting.turn.now, context.policy.zone), texts.language(),
                                 context.policy.calendar);
    const auto what = what_of(text, when.taken);
    std::erase_if(reminders, [&](const Reminder& reminder) {
      const bool other_day = when.date && local_day(reminder.due, context.policy.zone) != *when.date;
      return other_day || (!what.empty() && !is_about(reminder, what)) || (what.empty() && !when.date);
    });
  }
  if (reminders.empty()) {
    return list(store::reminders_of(acting.database(), subject), texts.say("remind.which"), context);
  }
  if (!all && reminders.size() > 1) {
    return list(reminders, texts.say("remind.which"), context);
  }
  for (const auto& reminder : reminders) {
    store::withdraw_reminder(acting.transaction(), reminder.id, subject, acting.turn.now);
  }
  acting.outcome.changed_data = true;
  return one_line(reminders.size() == 1
                      ? texts.say("remind.deleted", {{"when", moment_line(reminders.front(), context)}})
                      : texts.say("remind.deleted_all", {{"count", std::to_string(reminders.size())}}));
}

Sections withdraw_own_reminder(std::int64_t id, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto subject = subject_here(acting);
  const auto own = store::reminders_of(acting.database(), subject);
  const auto reminder =
      std::find_if(own.begin(), own.end(), [&](const Reminder& one) { return one.id == id; });
  if (reminder == own.end() ||
      !store::withdraw_reminder(acting.transaction(), id, subject, acting.turn.now)) {
    return one_line(texts.say("remind.gone"));
  }
  acting.outcome.changed_data = true;
  return one_line(texts.say("remind.deleted", {{"when", moment_line(*reminder, acting.context)}}));
}

}  // namespace handlers
