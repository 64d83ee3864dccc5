#include "handlers/gatherings/planning_wish.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/part.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes usual_length = 60min;
constexpr std::size_t place_characters = 120;
constexpr std::size_t kind_characters = 60;
constexpr std::size_t agenda_characters = 4000;

void write(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) {
    return;
  }
  out.append(name).append("=");
  for (const char c : value) {
    out += c == '\n' ? '\x1F' : c;  // a line break would end the field
  }
  out += '\n';
}

void write(std::string& out, std::string_view name, std::int64_t value) {
  write(out, name, value == 0 ? std::string() : std::to_string(value));
}

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// One person of that name, else 0 and a note.
std::int64_t person_of(const std::string& name, std::string_view role, const Context& context,
                       std::vector<std::string>& notes) {
  const auto people = people_called(name, context);
  if (people.size() == 1) {
    return context.catalogue().person(people.front()).id;
  }
  notes.push_back(context.texts.say(people.empty() ? "plan.person_unknown" : "plan.person_which",
                                    {{"name", name}, {"role", context.texts.say(role)}}));
  return 0;
}

bool set_length(Wish& wish, const When& when, const Context& context, Unclear& unclear) {
  if (when.duration) {
    wish.length = when.duration;
  } else if (when.end && wish.start) {
    if (*when.end <= *wish.start) {
      unclear.questions.push_back(context.texts.say(
          "plan.end_before_start", {{"time", time_in_words(*wish.start, *when.end, context.texts)}}));
      return false;
    }
    wish.length = *when.end - *wish.start;
  }
  return true;
}

void point_out(const When& when, const Context& context, Unclear& unclear) {
  if (when.doubts_if(Doubt::Kind::impossible_date)) {
    unclear.questions.push_back(context.texts.say("plan.impossible_date"));
  }
  if (when.doubts_if(Doubt::Kind::weekday_conflict) && when.date) {
    unclear.questions.push_back(context.texts.say(
        "plan.weekday_conflict", {{"day", weekday_in_words(*when.date, store::Day{}, context.texts)}}));
  }
  if (when.doubts_if(Doubt::Kind::day_or_month) && when.date) {
    unclear.notes.push_back(context.texts.say(
        "plan.day_or_month", {{"day", day_in_words(*when.date, store::Day{}, context.texts)}}));
  }
  if (when.days && !when.date) {
    unclear.questions.push_back(context.texts.say("plan.which_day"));
  }
}

void add_time(Wish& wish, const When& when, const Context& context, Unclear& unclear) {
  point_out(when, context, unclear);
  const bool impossible =
      when.doubts_if(Doubt::Kind::impossible_date) || when.doubts_if(Doubt::Kind::weekday_conflict);
  if (when.date && !impossible) {
    wish.day = when.date;
  }
  if (when.start) {
    wish.start = when.start;
  }
  set_length(wish, when, context, unclear);
  if (when.recurrence && when.date) {
    wish.recurrence = canonical_recurrence(*when.recurrence, *when.date);
    if (wish.recurrence.empty()) {
      unclear.notes.push_back(context.texts.say("series.not_daily"));
    }
  }
}

std::string weekday_code(std::chrono::weekday weekday) {
  constexpr std::string_view codes[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return std::string(codes[weekday.c_encoding()]);
}

std::optional<store::Day> usual_deadline(store::Day day, const Context& context) {
  return add_working_days(day, -context.policy.answer_working_days, context.policy.calendar);
}

std::string cut(const std::string& text, std::size_t characters) {
  return cards::capped(text, characters);
}

}  // namespace

std::string write_wish(std::string_view head, const Wish& wish) {
  std::string out(head);
  out += '\n';
  write(out, "network", wish.network);
  for (const auto person : wish.people) {
    write(out, "person", person);
  }
  for (const auto& name : wish.unsure) {
    write(out, "unsure", name);
  }
  write(out, "gathering", wish.gathering);
  write(out, "version", wish.version);
  write(out, "language", code_of(wish.language));
  write(out, "kind", wish.kind);
  write(out, "place", wish.place);
  write(out, "agenda", wish.agenda);
  write(out, "case", wish.case_number);
  write(out, "recurrence", wish.recurrence);
  write(out, "capacity", wish.capacity ? std::to_string(*wish.capacity) : "");
  write(out, "day", wish.day ? to_string(*wish.day) : "");
  write(out, "start", wish.start ? std::to_string(wish.start->count()) : "");
  write(out, "length", wish.length ? std::to_string(wish.length->count()) : "");
  write(out, "answer_by", wish.answer_by ? to_string(*wish.answer_by) : "");
  write(out, "chair", wish.chair);
  write(out, "minutes", wish.minutes);
  return out;
}

Wish read_wish(std::string_view pending) {
  Wish wish;
  while (!pending.empty()) {
    const auto line = pending.substr(0, pending.find('\n'));
    pending.remove_prefix(std::min(pending.size(), line.size() + 1));
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) {
      continue;
    }
    const auto name = line.substr(0, equals);
    std::string value(line.substr(equals + 1));
    std::replace(value.begin(), value.end(), '\x1F', '\n');
    if (name == "network") wish.network = number_of(value);
    if (name == "person") wish.people.push_back(number_of(value));
    if (name == "unsure") wish.unsure.push_back(value);
    if (name == "gathering") wish.gathering = number_of(value);
    if (name == "version") wish.version = static_cast<int>(number_of(value));
    if (name == "language") wish.language = language_of_code(value);
    if (name == "kind") wish.kind = value;
    if (name == "place") wish.place = value;
    if (name == "agenda") wish.agenda = value;
    if (name == "case") wish.case_number = value;
    if (name == "recurrence") wish.recurrence = value;
    if (name == "capacity") wish.capacity = static_cast<int>(number_of(value));
    if (name == "day") wish.day = read_day(value);
    if (name == "start") wish.start = std::chrono::minutes(number_of(value));
    if (name == "length") wish.length = std::chrono::minutes(number_of(value));
    if (name == "answer_by") wish.answer_by = read_day(value);
    if (name == "chair") wish.chair = number_of(value);
    if (name == "minutes") wish.minutes = number_of(value);
  }
  return wish;
}

Unclear add_to_wish(Wish& wish, const PlanPhrase& phrase, const Context& context) {
  Unclear unclear;
  if (!phrase.kind.empty() && wish.gathering == 0) {
    wish.kind = cut(phrase.kind, kind_characters);
  }
  if (!phrase.place.empty()) {
    wish.place = cut(phrase.place, place_characters);
  }
  if (!phrase.agenda.empty()) {
    wish.agenda = cut(phrase.agenda, agenda_characters);
  }
  if (phrase.capacity) {
    wish.capacity = phrase.capacity;
  }
  if (!phrase.case_number.empty()) {
    if (is_case_number(phrase.case_number)) {
      wish.case_number = phrase.case_number;
    } else {
      unclear.notes.push_back(context.texts.say("plan.case_number", {{"number", phrase.case_number}}));
    }
  }
  if (!phrase.chair.empty()) {
    wish.chair = person_of(phrase.chair, "plan.role_chair", context, unclear.notes);
  }
  if (!phrase.minutes.empty()) {
    wish.minutes = person_of(phrase.minutes, "plan.role_minutes", context, unclear.notes);
  }
  if (phrase.answer_by) {
    wish.answer_by = phrase.answer_by->date   ? phrase.answer_by->date
                     : phrase.answer_by->days ? phrase.answer_by->days->to
                                              : std::nullopt;
  }
  add_time(wish, phrase.when, context, unclear);
  return unclear;
}

Wish wish_of(const store::Gathering& gathering, const Context& context) {
  Wish wish;
  wish.network = gathering.network;
  wish.gathering = gathering.id;
  wish.version = gathering.version;
  wish.language = language_of_code(gathering.language);
  wish.kind = gathering.kind;
  wish.place = gathering.place;
  wish.agenda = gathering.agenda;
  wish.case_number = gathering.case_number;
  wish.capacity = gathering.capacity;
  const auto start = start_of(gathering);
  const auto end = end_of(gathering);
  wish.day = start.day;
  wish.start = start.of_day;
  wish.length =
      std::chrono::duration_cast<std::chrono::minutes>((end.day + end.of_day) - (start.day + start.of_day));
  if (gathering.answer_by != store::Instant{}) {
    wish.answer_by = local_day(gathering.answer_by, context.policy.zone);
  }
  wish.chair = gathering.chair;
  wish.minutes = gathering.minutes;
  return wish;
}

void apply_wish(const Wish& wish, store::Gathering& gathering, const Context& context, store::Instant now) {
  // A time that the clocks are put forward over becomes that of the change.
  const auto start =
      local_time(to_instant({*wish.day, *wish.start}, context.policy.zone).instant, context.policy.zone);
  auto answer_by = wish.answer_by;
  const bool is_new = gathering.local_start.empty();
  // One that was counted from the day follows the day; one that was said stays.
  if (is_new ? !answer_by : answer_by == usual_deadline(start_of(gathering).day, context)) {
    answer_by = usual_deadline(start.day, context);
  }
  set_times(gathering, start, later(start, wish.length.value_or(usual_length)), context.policy.zone);
  gathering.network = wish.network;
  gathering.kind = wish.kind;
  gathering.place = wish.place;
  gathering.agenda = wish.agenda;
  gathering.case_number = wish.case_number;
  gathering.capacity = wish.capacity.value_or(0);
  gathering.chair = wish.chair;
  gathering.minutes = wish.minutes;
  gathering.answer_by = {};
  if (answer_by) {
    // Until the end of that day.
    const auto until =
        to_instant({*answer_by + std::chrono::days(1), 0min}, context.policy.zone).instant - 1min;
    if (until > now && until < gathering.starts) {
      gathering.answer_by = until;
    }
  }
}

std::string canonical_recurrence(const Recurrence& recurrence, store::Day first) {
  using Unit = Recurrence::Unit;
  const auto every = [&](int months) { return std::to_string(recurrence.every * months) + " "; };
  const auto in_month = [&](int months) {
    if (recurrence.weekday && recurrence.nth) {
      return "monthly " + every(months) + std::to_string(*recurrence.nth) + weekday_code(*recurrence.weekday);
    }
    const std::chrono::year_month_day date(first);
    return "monthly " + every(months) +
           std::to_string(
               recurrence.day_of_month.value_or(static_cast<int>(static_cast<unsigned>(date.day()))));
  };
  switch (recurrence.unit) {
    case Unit::day:
    case Unit::working_day:
      return "";
    case Unit::week:
      return "weekly " + every(1) + weekday_code(recurrence.weekday.value_or(std::chrono::weekday(first)));
    case Unit::month:
      return in_month(1);
    case Unit::quarter:
      return in_month(3);
    case Unit::year:
      return in_month(12);
  }
  return "";
}

}  // namespace handlers
