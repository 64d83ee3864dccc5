#include "handlers/understanding/times.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

using Slots = std::vector<Slot>;

std::string clock_of(std::chrono::minutes of_day) {
  return to_string(LocalTime{store::Day{}, of_day % std::chrono::hours(24)}).substr(11);
}

void add_days(Slots& slots, const When& when) {
  if (when.date) {
    slots.push_back({"date", to_string(*when.date)});
  } else if (when.days) {
    if (when.days->from) slots.push_back({"from", to_string(*when.days->from)});
    if (when.days->to) slots.push_back({"to", to_string(*when.days->to)});
  }
}

void add_span(Slots& slots, const When& when, store::Day) {
  if (const auto start = when.moment()) {
    slots.push_back({"start", to_string(*start)});
  } else {
    add_days(slots, when);
  }
  if (when.end) slots.push_back({"end", clock_of(*when.end)});
  if (when.duration) slots.push_back({"minutes", std::to_string(when.duration->count())});
}

std::string name_of(Before::Unit unit) {
  switch (unit) {
    case Before::Unit::minutes:
      return "minutes";
    case Before::Unit::hours:
      return "hours";
    case Before::Unit::days:
      return "days";
    case Before::Unit::working_days:
      return "working days";
    case Before::Unit::weeks:
      return "weeks";
    case Before::Unit::months:
      return "months";
  }
  return "";
}

void add_reminder(Slots& slots, const When& when, store::Day) {
  if (when.before) {
    slots.push_back({"offset", "-" + std::to_string(when.before->amount) + " " + name_of(when.before->unit)});
  } else if (when.not_before) {
    slots.push_back({"not_before", to_string(*when.not_before)});
  } else if (const auto at = when.moment()) {
    slots.push_back({"at", to_string(*at)});
  } else {
    add_days(slots, when);
  }
}

/// First and last day of an entry.
void add_validity(Slots& slots, const When& when, store::Day) {
  if (when.date) {
    slots.push_back({"valid_from", to_string(*when.date)});
  } else if (when.days) {
    if (when.days->from) slots.push_back({"valid_from", to_string(*when.days->from)});
    if (when.days->to) slots.push_back({"valid_to", to_string(*when.days->to)});
  }
}

/// A mute ends somewhere and begins now if nothing else is said.
void add_mute(Slots& slots, const When& when, store::Day today) {
  if (when.date) {
    slots.push_back({"from", to_string(*when.date)});
    slots.push_back({"to", to_string(*when.date)});
  } else if (when.days) {
    slots.push_back({"from", to_string(when.days->from.value_or(today))});
    if (when.days->to) slots.push_back({"to", to_string(*when.days->to)});
  }
}

void add_day(Slots& slots, const When& when, store::Day) {
  add_days(slots, when);
}

/// Which gathering is meant, by the day that is said beside the answer.
void add_answer(Slots& slots, const When& when, store::Day) {
  add_days(slots, when);
  for (const Doubt& doubt : when.doubts) {
    // A bare "torsdag" is the coming one; who means that of the week after says so.
    if (doubt.other_day && doubt.kind != Doubt::Kind::bare_weekday)
      slots.push_back({"or_date", to_string(*doubt.other_day)});
  }
  if (when.start) slots.push_back({"at", clock_of(*when.start)});
}

/// The intents in which a time means something.
constexpr std::pair<IntentName, void (*)(Slots&, const When&, store::Day today)> readers[] = {
    {IntentName::availability, add_day},
    {IntentName::who_covers, add_day},
    {IntentName::gathering_cancel, add_day},
    {IntentName::gathering_info, add_day},
    {IntentName::rsvp, add_answer},
    {IntentName::rsvp_status, add_answer},
    {IntentName::gathering_uninvite, add_answer},
    {IntentName::gathering_create, add_span},
    {IntentName::gathering_move, add_span},
    {IntentName::reminder_set, add_reminder},
    {IntentName::mute, add_mute},
    {IntentName::task_assign, add_validity},
    {IntentName::task_transfer, add_validity},
};

/// In these a day counts only where the patterns took it out: "I can't come, I'm away until Friday".
bool names_its_day(IntentName name) {
  return name == IntentName::rsvp || name == IntentName::rsvp_status ||
         name == IntentName::gathering_uninvite;
}

}  // namespace

void add_times(Understanding& understanding, std::string_view text, LocalTime now) {
  static const WorkCalendar calendar;
  const bool alone = understanding.intents.size() == 1;
  for (Intent& intent : understanding.intents) {
    std::string words(intent.slot("text"));
    if (words.empty()) words = intent.slot("when");
    if (alone && !names_its_day(intent.name)) words = text;
    const auto reader = std::find_if(std::begin(readers), std::end(readers),
                                     [&](const auto& one) { return one.first == intent.name; });
    if (reader != std::end(readers)) {
      reader->second(intent.slots, parse_when(words, now, understanding.language, calendar), now.day);
    }
  }
}

}  // namespace handlers
