#include "handlers/understanding/times.hpp"

namespace handlers {
namespace {

using Slots = std::vector<Slot>;

std::string clock_of(std::chrono::minutes of_day) {
  return to_string(LocalTime{store::Day{}, of_day % std::chrono::hours(24)}).substr(11);
}

void add_days(Slots& slots, const When& when, std::string_view from) {
  if (when.date) {
    slots.push_back({from.empty() ? "date" : std::string(from), to_string(*when.date)});
  } else if (when.days) {
    if (when.days->from)
      slots.push_back({from.empty() ? "from" : std::string(from), to_string(*when.days->from)});
    if (when.days->to) slots.push_back({"to", to_string(*when.days->to)});
  }
}

void add_span(Slots& slots, const When& when) {
  if (const auto start = when.moment()) {
    slots.push_back({"start", to_string(*start)});
  } else {
    add_days(slots, when, "");
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

void add_reminder(Slots& slots, const When& when) {
  if (when.before) {
    slots.push_back({"offset", "-" + std::to_string(when.before->amount) + " " + name_of(when.before->unit)});
  } else if (when.not_before) {
    slots.push_back({"not_before", to_string(*when.not_before)});
  } else if (const auto at = when.moment()) {
    slots.push_back({"at", to_string(*at)});
  } else {
    add_days(slots, when, "");
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

}  // namespace

void add_times(Understanding& understanding, std::string_view text, LocalTime now) {
  static const WorkCalendar calendar;
  const bool alone = understanding.intents.size() == 1;
  for (Intent& intent : understanding.intents) {
    std::string words(intent.slot("text"));
    if (words.empty()) words = intent.slot("when");
    if (alone) words = text;
    const auto read = [&] { return parse_when(words, now, understanding.language, calendar); };
    switch (intent.name) {
      case IntentName::availability:
      case IntentName::who_covers:
      case IntentName::gathering_cancel:
      case IntentName::gathering_info:
        add_days(intent.slots, read(), "");
        break;
      case IntentName::gathering_create:
      case IntentName::gathering_move:
        add_span(intent.slots, read());
        break;
      case IntentName::reminder_set:
        add_reminder(intent.slots, read());
        break;
      case IntentName::mute:
        add_mute(intent.slots, read(), now.day);
        break;
      case IntentName::task_assign:
        add_days(intent.slots, read(), "valid_from");
        break;
      case IntentName::find_person:
      case IntentName::tasks_of_person:
      case IntentName::leader_of_unit:
      case IntentName::leader_of_person:
      case IntentName::people_of_leader:
      case IntentName::my_networks:
      case IntentName::network_members:
      case IntentName::network_join:
      case IntentName::network_leave:
      case IntentName::network_create:
      case IntentName::network_close:
      case IntentName::rsvp:
      case IntentName::rsvp_status:
      case IntentName::rsvp_nudge:
      case IntentName::pairing_plan:
      case IntentName::report_answers:
      case IntentName::task_transfer:
      case IntentName::task_add:
      case IntentName::task_confirm:
      case IntentName::task_report_wrong:
      case IntentName::gap_report:
      case IntentName::digest_subscribe:
      case IntentName::digest_show:
      case IntentName::privacy_export:
      case IntentName::privacy_delete:
      case IntentName::sensitive_refuse:
      case IntentName::help:
      case IntentName::thanks:
      case IntentName::out_of_domain:
        break;
    }
  }
}

}  // namespace handlers
