// Who is at work and who covers, on any day that the catalogue knows of. Never a reason.
#include "handlers/person_parts.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/local_time.hpp"
#include "handlers/time/phrases.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Day;
using store::no_index;
using store::PersonIndex;

/// The days that were asked about, both included.
struct Days {
  Day from;
  Day to;
  bool other_than_today = false;
};

Days days_in(const Intent& intent, const Context& context) {
  const auto date = read_day(intent.slot("date"));
  const auto from = date ? date : read_day(intent.slot("from"));
  const auto to = date ? date : read_day(intent.slot("to"));
  Days days{from.value_or(context.today), to.value_or(from.value_or(context.today))};
  if (days.to < days.from) days.to = days.from;
  days.other_than_today = days.from != context.today || days.to != context.today;
  return days;
}

std::string in_words(const Days& days, const Context& context) {
  const auto first = weekday_in_words(days.from, context.today, context.texts);
  return days.from == days.to
             ? context.texts.say("presence.on_day", {{"day", first}})
             : context.texts.say(
                   "presence.between",
                   {{"from", first}, {"to", weekday_in_words(days.to, context.today, context.texts)}});
}

/// The first of the days on which the person is away, as far as is known.
std::optional<Day> first_day_away(PersonIndex index, const Days& days, const Context& context) {
  const auto& absence = context.catalogue().person(index).absence;
  if (!absence || absence->to < days.from || absence->from > days.to) return std::nullopt;
  return std::max(absence->from, days.from);
}

/// "Søren er væk til og med ...", or from when, if it begins later than what was asked about.
std::string away_sentence(PersonIndex person, Day first, const Days& days, const Context& context) {
  const auto& absence = *context.catalogue().person(person).absence;
  const auto to = weekday_in_words(absence.to, context.today, context.texts);
  if (first <= context.today || (first == days.from && absence.from <= context.today)) {
    return context.texts.say("availability.away", {{"person", person_name(context, person)}, {"date", to}});
  }
  return context.texts.say("availability.away_days",
                           {{"person", person_name(context, person)},
                            {"from", weekday_in_words(absence.from, context.today, context.texts)},
                            {"to", to}});
}

}  // namespace

Part availability_of(PersonIndex person, const Intent& intent, const Context& context) {
  const auto days = days_in(intent, context);
  const auto name = person_name(context, person);
  const auto first = first_day_away(person, days, context);
  if (!first) {
    const auto lead = days.other_than_today
                          ? context.texts.say("availability.not_away_days",
                                              {{"person", name}, {"days", in_words(days, context)}})
                          : context.texts.say("availability.not_away", {{"person", name}});
    return person_part(lead, person, {}, "responsible");
  }
  const auto lead = away_sentence(person, *first, days, context);
  const auto stand_in = stand_in_of(context.catalogue(), person, *first);
  if (stand_in == no_index) return words_part(lead, store::Confidence::sure);
  return person_part(lead, stand_in,
                     {context.texts.say("availability.ask", {{"stand_in", person_name(context, stand_in)}})},
                     "stand-in");
}

Part staff_away(PersonIndex leader, const Intent& intent, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto& texts = context.texts;
  const auto days = days_in(intent, context);
  bool any = false;
  std::vector<std::string> lines;
  std::size_t left_out = 0;
  for (PersonIndex person = 0; person < catalogue.people().size(); ++person) {
    if (catalogue.person(person).contact_point || has_left(catalogue.person(person), context.today) ||
        leader_of(catalogue, person, context.today) != leader) {
      continue;
    }
    any = true;
    if (const auto first = first_day_away(person, days, context)) {
      lines.size() < Shown::lines ? lines.push_back("– " + away_sentence(person, *first, days, context))
                                  : static_cast<void>(++left_out);
    }
  }
  if (!any) {
    return words_part(texts.say("leader.no_people", {{"leader", person_name(context, leader)}}),
                      store::Confidence::none);
  }
  const auto when = in_words(days, context);
  if (lines.empty()) {
    return words_part(texts.say("presence.staff_none", {{"days", when}}), store::Confidence::sure);
  }
  lines.insert(lines.begin(), texts.say("presence.staff_away", {{"days", when}}));
  if (left_out > 0) {
    lines.push_back(texts.say("leader.more_people", {{"count", std::to_string(left_out)}}));
  }
  Part part;
  part.confidence = store::Confidence::sure;
  part.sections.push_back(TextSection{std::move(lines), {}});
  return part;
}

Part absence_told(const Context& context) {
  const auto& texts = context.texts;
  Part part;
  part.confidence = store::Confidence::sure;
  part.sections.push_back(TextSection{{texts.say("presence.told"), texts.say("presence.told_instead")},
                                      {texts.say("presence.say_cover"), texts.say("presence.say_mute")}});
  return part;
}

Part cover_for(PersonIndex person, const Intent& intent, const Context& context) {
  const auto days = days_in(intent, context);
  const auto name = person_name(context, person);
  const auto first = first_day_away(person, days, context);
  const auto stand_in = stand_in_of(context.catalogue(), person, first.value_or(days.from));
  const auto& texts = context.texts;
  if (first) {
    const auto date = day(context, context.catalogue().person(person).absence->to);
    if (stand_in == no_index) {
      const auto lead = texts.say("task.also_away", {{"person", name}, {"date", date}}) + " " +
                        why_uncovered(context, absent_stand_in_of(context.catalogue(), person, *first));
      const auto leader = leader_at_work(context.catalogue(), person, *first);
      auto part = words_part(lead, store::Confidence::none);
      if (leader != no_index) {
        part.sections = {PersonSection{
            lead, leader, {texts.say("task.ask_leader", {{"person", person_with_title(context, leader)}})}}};
      }
      return part;
    }
    return person_part(
        texts.say("cover.stand_in",
                  {{"stand_in", person_name(context, stand_in)}, {"person", name}, {"date", date}}),
        stand_in, {}, "stand-in");
  }
  if (stand_in == no_index) {
    const auto line = days.other_than_today ? texts.say("cover.not_away_none_days",
                                                        {{"person", name}, {"days", in_words(days, context)}})
                                            : texts.say("cover.not_away_none", {{"person", name}});
    return person_part(line, person, {}, "responsible");
  }
  const auto cover = person_name(context, stand_in);
  return person_part(
      days.other_than_today
          ? texts.say("cover.not_away_days",
                      {{"person", name}, {"stand_in", cover}, {"days", in_words(days, context)}})
          : texts.say("cover.not_away", {{"person", name}, {"stand_in", cover}}),
      stand_in, {}, "stand-in");
}

Part cover_on_task(const Intent& intent, const Context& context) {
  auto today = find_person(intent, context);
  const auto days = days_in(intent, context);
  if (!days.other_than_today || today.confidence != store::Confidence::sure) return today;
  Part part;
  part.confidence = today.confidence;
  Context then = context;
  then.today = days.from;
  for (const auto& shown : today.tasks) {
    const auto contacts = contacts_of(then, shown.task);
    const auto who = who_has(then, shown.task);
    const auto lead =
        context.texts.say("cover.task_on", {{"task", task_title(context, shown.task)},
                                            {"days", in_words({days.from, days.from, true}, context)},
                                            {"people", who}});
    if (contacts.people.empty()) {
      part.sections.push_back(TextSection{{lead}, {}});
    } else {
      part.sections.push_back(PersonSection{lead, contacts.people.front().person, {}});
    }
    part.tasks.push_back(answer_task(then, shown.task, shown.score));
    if (part.sections.size() == 1) break;  // the one that was meant; the rest only came near
  }
  return part;
}

}  // namespace handlers
