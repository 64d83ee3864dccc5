#include "handlers/time/when_clock.hpp"

#include <array>

namespace handlers {
namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

/// One time on the dial.
struct Dial {
  std::size_t next = 0;
  minutes at{};
  bool literal = false;  ///< no other half of the day can be meant
  bool bare = false;     ///< an hour without minutes: a time only if something says so
};

constexpr std::initializer_list<std::string_view> range_words{
    "-", "til kl", "til klokken", "til", "to", "until", "and", "og kl", "og", "till"};

bool hour_value(int value, int max = 24) {
  return value >= 0 && value <= max;
}

/// "halv to", "kvart i ti", "ti minutter over tre", "fem i halv fire".
Dial read_danish_dial(const Sentence& s, std::size_t i) {
  int offset = 0;
  auto at = i;
  bool spoken = false;
  if (s.is(i, "kvart") && s.any(i + 1, {"i", "over"})) {
    offset = s.is(i + 1, "i") ? -15 : 15;
    at = i + 2;
    spoken = true;
  } else if (const auto number = read_cardinal(s, i);
             number.next && number.value >= 1 && number.value <= 29) {
    const auto over = s.skip(number.next, {"minutter", "min", "minut"});
    if (s.any(over, {"i", "over"})) {
      offset = s.is(over, "i") ? -number.value : number.value;
      at = over + 1;
      spoken = true;
    }
  }
  const bool half = s.is(at, "halv");
  const auto hour = spoken || half ? read_cardinal(s, half ? at + 1 : at) : Number{};
  if (!hour.next || hour.value < 1 || hour.value > 24 ||
      (s.number(hour.next - 1) && s.at(hour.next - 1).text.size() > 2)) {
    return {};
  }
  if (s.any(hour.next, {"time", "timer", "uger", "dage", "/"}) || read_month(s, hour.next).next) {
    return {};
  }
  if (spoken && s.number(hour.next - 1) && s.any(hour.next, {".", ":"}) && s.glued(hour.next) &&
      s.number(hour.next + 1) && s.glued(hour.next + 1)) {
    return {};  // "kl. 10 i 1.04": a room
  }
  const int total = hour.value * 60 - (half ? 30 : 0) + offset;
  return total < 0 ? Dial{} : Dial{hour.next, minutes(total), hour.value > 12, false};
}

/// "half past one", "quarter to ten", "ten minutes past three".
Dial read_english_dial(const Sentence& s, std::size_t i, bool in_range) {
  int offset = 0;
  std::size_t at = 0;
  if (const auto half = s.after_any(i, {"half past", "half"})) {
    offset = 30;
    at = half;
  } else if (const auto to = s.after_any(i, {"quarter to", "a quarter to"})) {
    offset = -15;
    at = to;
  } else if (const auto past = s.after_any(i, {"quarter past", "a quarter past"})) {
    offset = 15;
    at = past;
  } else if (const auto number = read_cardinal(s, i);
             !in_range && number.next && number.value >= 1 && number.value <= 29) {
    const auto said = s.skip(number.next, {"minutes", "min", "mins"});
    const bool round = said != number.next || number.value % 5 == 0;
    if (round && s.any(said, {"to", "past"})) {
      offset = s.is(said, "to") ? -number.value : number.value;
      at = said + 1;
    }
  }
  const auto hour = at ? read_cardinal(s, at) : Number{};
  if (!hour.next || hour.value < 1 || hour.value > 12 || s.any(hour.next, {":", ".", "hours", "hour"})) {
    return {};
  }
  return {hour.next, minutes(hour.value * 60 + offset), false, false};
}

/// "13.30", "9:30", "1330", "9".
Dial read_figures(const Sentence& s, std::size_t i, bool said) {
  if (!s.number(i)) {
    return {};
  }
  const auto& token = s.at(i);
  const auto next = i + 1;
  if (token.text.size() <= 2 && s.any(next, {".", ":"}) && s.glued(next) && s.glued(next + 1) &&
      s.number(next + 1) && s.at(next + 1).text.size() == 2 && s.at(next + 1).value < 60 &&
      hour_value(token.value)) {
    const minutes at(token.value * 60 + s.at(next + 1).value);
    if (s.is(next + 2, ".") && s.glued(next + 2) && s.number(next + 3) && s.glued(next + 3)) {
      return {};  // "05.07.08"
    }
    const bool literal = token.value > 12 || token.value == 0 || token.text.front() == '0';
    return at <= 24h ? Dial{next + 1 + 1, at, literal, false} : Dial{};
  }
  if (said && token.text.size() <= 2 && s.number(next) && s.at(next).text.size() == 2 &&
      s.at(next).value < 60 && hour_value(token.value, 23) && !s.is(next + 1, "/") && !s.is(next + 1, ".")) {
    return {next + 1, minutes(token.value * 60 + s.at(next).value),
            token.value > 12 || token.text.front() == '0', false};
  }
  if (token.text.size() >= 3 && token.value / 100 < 24 && token.value % 100 < 60 &&
      (said || token.value % 5 == 0)) {
    const bool literal = token.text.size() == 4;
    return {next, minutes(token.value / 100 * 60 + token.value % 100), literal, true};
  }
  const bool broken = s.any(next, {".", ":"}) && s.glued(next) && s.number(next + 1) && s.glued(next + 1);
  if (token.text.size() <= 2 && hour_value(token.value) && !broken) {
    const bool literal = token.value > 12 || token.text.front() == '0';
    return {next, minutes(token.value * 60), literal, true};
  }
  return {};
}

/// "9am", "2 p.m.", "9 o'clock": what follows an hour. Changes the time.
Dial with_half_of_day(const Sentence& s, Dial dial) {
  const auto clock = s.after_any(dial.next, {"o ' clock", "oclock", "o \xE2\x80\x99 clock"});
  if (clock) {
    dial.next = clock;
    dial.bare = false;
  }
  const auto am = s.after_any(dial.next, {"am", "a m"});
  const auto pm = s.after_any(dial.next, {"pm", "p m"});
  if ((am || pm) && dial.at >= 1h && dial.at < 13h) {
    const bool twelve = dial.at >= 12h;
    dial.at += pm && !twelve ? 12h : am && twelve ? -12h : 0h;
    dial.next = am ? am : pm;
    dial.next += s.is(dial.next, ".") && s.glued(dial.next) ? 1 : 0;
    dial.literal = true;
    dial.bare = false;
  }
  return dial;
}

/// `in_range`: "from" stands before it, so "10 to 12" is no single time.
Dial read_dial(const Sentence& s, std::size_t i, bool said, bool in_range) {
  if (const auto noon = s.after_any(i, {"noon", "midday"})) {
    return {noon, 12h, true, false};
  }
  if (const auto midnight = s.after_any(i, {"midnat", "midnight"})) {
    return {midnight, 24h, true, false};
  }
  auto dial = s.english() ? read_english_dial(s, i, in_range) : read_danish_dial(s, i);
  if (!dial.next) {
    dial = s.english() ? Dial{} : read_english_dial(s, i, in_range);
    dial = !dial.next || s.is(i, "half") || s.any(i, {"quarter"}) ? dial : Dial{};
  }
  if (!dial.next) {
    dial = read_figures(s, i, said);
  }
  if (const auto word = read_cardinal(s, i);
      !dial.next && word.next && !s.number(i) && hour_value(word.value)) {
    const auto minute = read_cardinal(s, word.next);
    const bool with = minute.next && (minute.value == 30 || minute.value == 15 || minute.value == 45) && said;
    dial = {with ? minute.next : word.next, minutes(word.value * 60 + (with ? minute.value : 0)),
            word.value > 12, !with};
  }
  return dial.next ? with_half_of_day(s, dial) : dial;
}

bool office_hours(Dial& dial) {
  if (dial.literal || dial.at >= 7h) {
    return false;
  }
  const bool guessed = dial.at >= 1h;  // "halv et" can't be half past midnight
  dial.at += 12h;
  return guessed;
}

/// Whether a bare number at `next` is a count or part of a date and no hour.
bool counts_something(const Sentence& s, std::size_t next) {
  return s.any(next, {"/", "%", "kr"}) || read_month(s, next).next != 0 ||
         (s.any(next, {"."}) && read_month(s, next + 1).next != 0) ||
         s.any(next, {"arbejdsdage", "dage",     "dag",   "uger",     "uge",    "timer",  "time",
                      "min",         "minutter", "days",  "day",      "weeks",  "hours",  "minutes",
                      "måneder",     "gange",    "times", "personer", "people", "working"});
}

ClockFound range_of(const Sentence& s, Dial start, Dial end) {
  const bool from_end =
      !start.literal && end.literal && end.at > 12h && start.at + 12h < end.at && start.at < 7h;
  ClockFound found;
  found.next = end.next;
  if (from_end || (!start.literal && s.any(end.next - 1, {"pm"}) && start.at + 12h < end.at)) {
    start.at += 12h;  // "2-4pm"
    start.literal = true;
  }
  found.start_guessed = office_hours(start);
  if (!end.literal && end.at < start.at && end.at + 12h <= 24h && end.at + 12h > start.at) {
    end.at += 12h;
    end.literal = true;
  }
  found.end_guessed = office_hours(end);
  found.start = start.at;
  found.end = end.at;
  return found;
}

struct NamedPart {
  std::string_view word;
  minutes usual;
  minutes from;
};
constexpr std::array<NamedPart, 12> parts{{
    {"morgen", 8h, 0h},
    {"morgenen", 8h, 0h},
    {"morning", 9h, 0h},
    {"formiddag", 9h, 0h},
    {"formiddagen", 9h, 0h},
    {"eftermiddag", 13h, 12h},
    {"eftermiddagen", 13h, 12h},
    {"afternoon", 13h, 12h},
    {"aften", 19h, 12h},
    {"aftenen", 19h, 12h},
    {"evening", 19h, 12h},
    {"night", 20h, 12h},
}};

}  // namespace

ClockFound read_clock(const Sentence& s, std::size_t i, bool after_day) {
  const auto lead = s.after_any(
      i, {"kl",    "klokken",    "kl ved",   "ved",         "at",          "fra kl", "fra klokken",
          "fra",   "from",       "mellem",   "between",     "ved kl",      "@",      "mellem kl",
          "ca kl", "senest kl",  "efter kl", "til kl",      "til klokken", "until",  "inden kl",
          "by",    "omkring kl", "før kl",   "før klokken", "before"});
  auto at = lead ? lead : i;
  at = s.skip(at, {". ca", "."});
  at = at > i && s.is(at, ",") ? at + 1 : at;
  at = s.skip(at, {"ca", "about", "around", "cirka"});
  at = at > i && s.is(at, ".") ? at + 1 : at;
  const bool only_range =
      s.any(i, {"fra", "from", "mellem", "between"}) && !s.is(i + 1, "kl") && !s.is(i + 1, "klokken");
  const bool only_end = s.any(i, {"til", "until", "inden", "senest", "by", "før", "before"}) && lead;
  const bool weak_lead = s.any(i, {"by", "until", "before"}) || (s.is(i, "at") && !s.english()) ||
                         (s.is(i, "ved") && lead == i + 1);
  const bool said = lead != 0 && !only_range && !weak_lead;
  auto start = read_dial(s, at, said || only_range, only_range);
  if (!start.next) {
    return {};
  }
  const auto second = s.after_any(start.next, range_words);
  const bool dash = second && s.any(start.next, {"-"});
  if (second && !only_end && !(s.any(start.next, {"og", "and"}) && !s.any(i, {"mellem", "between"}))) {
    const auto end = read_dial(s, s.skip(second, {"kl", "klokken", "."}), true, false);
    const bool clear = said || only_range || after_day || !start.bare || !end.bare;
    const bool wordy = dash || said || only_range || after_day || !start.bare;
    if (end.next && clear && wordy && !counts_something(s, end.next) &&
        !(dash && s.is(end.next, "-") && s.glued(end.next))) {
      return range_of(s, start, end);
    }
  }
  const bool after_day_figures =
      after_day && s.number(at) &&
      (s.at(at).text.size() == 4 || (!lead && s.at(at).value >= 7 && s.at(at).value <= 20));
  const bool version = !lead && !after_day && s.number(at) && s.is(at + 1, ".") &&
                       (start.at % 5 != 0min || start.at < 7h || start.at > 21h);
  if (version) {
    return {};  // "rum 4.12"
  }
  if ((start.bare && !said && !after_day_figures && !(weak_lead && s.english() && only_end && after_day)) ||
      (start.bare && counts_something(s, start.next))) {
    return {};
  }
  ClockFound found;
  found.next = start.next;
  const bool guessed = office_hours(start);
  (only_end ? found.end : found.start) = start.at;
  (only_end ? found.end_guessed : found.start_guessed) = guessed;
  return found;
}

DayPart read_day_part(const Sentence& s, std::size_t i, bool after_day) {
  if (const auto tonight = s.after_any(i, {"tonight"})) {
    return {tonight, 19h, 12h, true, false};
  }
  if (const auto noon = s.after_any(i, {"i middag", "ved middagstid", "middag", "til middag", "kl middag"});
      noon && (after_day || s.any(i, {"i", "ved", "middag", "kl"}))) {
    return {noon, 12h, 12h, s.is(i, "i"), true};
  }
  if (const auto early = s.after_any(i, {"tidlig", "tidligt", "early"}); early && after_day) {
    return {early, 8h, 0h, false, false};
  }
  const auto lead = s.after_any(i, {"i", "om", "in the", "this", "om", "på", "hen på", "in"});
  const auto at = lead ? lead : i;
  for (const auto& part : parts) {
    if (!s.is(at, part.word) || (s.is(i, "i") && (s.is(at, "morgen") || s.is(at, "morgenen"))) ||
        (!lead && !after_day)) {
      continue;
    }
    return {at + 1, part.usual, part.from, lead && !after_day && s.any(i, {"i", "this"}), false};
  }
  return {};
}

}  // namespace handlers
