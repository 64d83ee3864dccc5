#include "handlers/time/when_dates.hpp"

#include <array>

namespace handlers {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;
using Kind = Doubt::Kind;

constexpr int year_min = 2000;
constexpr int year_max = 2199;

int year_of(store::Day day) {
  return static_cast<int>(year_month_day(day).year());
}

std::optional<store::Day> day_of(int year, int month, int day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(store::Day(date)) : std::nullopt;
}

/// A day and a month with or without a year. Without: this year's, unless that is more than a month past.
DayFound dated(std::size_t next, int day, int month, std::optional<int> year, store::Day today) {
  DayFound found{next, day_of(year.value_or(year_of(today)), month, day), std::nullopt, {}, 0, false};
  if (!found.day) {
    found.doubts.push_back({Kind::impossible_date, {}, {}, {}});
  } else if (!year && *found.day + days(31) < today) {
    const auto past = *found.day;
    found.day = day_of(year_of(today) + 1, month, day);
    found.doubts.push_back({found.day ? Kind::year_guessed : Kind::impossible_date, {}, past, {}});
  }
  return found;
}

struct Year {
  std::optional<int> value;
  std::size_t next;
};

/// A year after a date: four digits, or two behind a mark ("4/5-26") if it is a near one.
Year read_year(const Sentence& s, std::size_t i, store::Day today) {
  auto at = i;
  const bool mark = s.any(i, {"-", "/", ".", ",", "\'"}) && s.number(i + 1);
  at += mark ? 1 : 0;
  if (!s.number(at)) {
    return {std::nullopt, i};
  }
  const auto& token = s.at(at);
  if (token.text.size() == 4 && token.value >= year_min && token.value <= year_max) {
    return {token.value, at + 1};
  }
  const int near = 2000 + token.value;
  if (mark && s.glued(i) && s.glued(at) && token.text.size() == 2 && near >= year_of(today) - 1 &&
      near <= year_of(today) + 10 && !s.any(at + 1, {"/"})) {
    return {near, at + 1};
  }
  return {std::nullopt, i};
}

bool day_number(const Sentence& s, std::size_t i) {
  return s.number(i) && s.at(i).value >= 1 && s.at(i).value <= 31 && s.at(i).text.size() <= 2;
}

/// "2026-05-04", "4-5-2026", "4.5.2026", "4/5", "4.5".
DayFound read_figures(const Sentence& s, std::size_t i, store::Day today, Lead lead) {
  const bool glued3 = s.glued(i + 1) && s.glued(i + 2);
  if (s.number(i) && s.at(i).text.size() == 4 && s.is(i + 1, "-") && s.number(i + 2) && s.is(i + 3, "-") &&
      s.number(i + 4) && glued3 && s.at(i).value >= year_min && s.at(i).value <= year_max &&
      s.at(i + 2).value <= 12 && s.at(i + 4).value <= 31) {
    return dated(i + 5, s.at(i + 4).value, s.at(i + 2).value, s.at(i).value, today);
  }
  const bool marked = s.any(i + 1, {"/", ".", "-"}) && s.number(i + 2) && s.at(i + 2).value <= 12 &&
                      s.at(i + 2).value >= 1 && s.at(i + 2).text.size() <= 2;
  if (!day_number(s, i) || !marked || !glued3) {
    return {};
  }
  const auto mark = s.at(i + 1).text;
  const auto year = read_year(s, i + 3, today);
  const bool more = !year.value && s.glued(i + 3) && s.any(i + 3, {".", "-", "/", ":"}) && s.glued(i + 4) &&
                    s.number(i + 4);
  if (mark == "-" && (!year.value || s.is(i + 3, "."))) {
    return {};  // "9-11" and "9-10.30" are hours
  }
  if (mark == "." && (more || (!year.value && lead == Lead::none))) {
    return {};  // "24.10.07" is a number of another kind, "13.10" a time
  }
  if (mark == "/" && s.any(i + 3, {"time", "hour", "hours"})) {
    return {};  // "1/2 time"
  }
  auto found = dated(year.next, s.at(i).value, s.at(i + 2).value, year.value, today);
  if (mark != "." && s.english() && s.at(i).value <= 12 && s.at(i).value != s.at(i + 2).value) {
    const auto other = dated(0, s.at(i + 2).value, s.at(i).value, year.value, today);
    found.doubts.push_back({Kind::day_or_month, {}, other.day, {}});
  }
  return found;
}

/// "4. maj", "4 maj 2026", "fourth of May", "den fjerde i femte".
DayFound read_day_month(const Sentence& s, std::size_t i, store::Day today) {
  auto day = read_ordinal(s, i);
  if (!day.next && day_number(s, i)) {
    day = {s.at(i).value, i + 1};
  }
  if (!day.next) {
    return {};
  }
  const auto at = s.skip(day.next, {"of", "dag i", "i"});
  auto month = read_month(s, at);
  if (s.is(at - 1, "i") && !month.next) {  // "den fjerde i femte"
    month = read_ordinal(s, at);
    month.next = month.value <= 12 && read_weekday(s, month.next).iso == 0 ? month.next : 0;
  }
  if (!month.next) {
    return {};
  }
  const auto year = read_year(s, month.next, today);
  return dated(year.next, day.value, month.value, year.value, today);
}

/// "May 4th", "April 28, 2026".
DayFound read_month_day(const Sentence& s, std::size_t i, store::Day today) {
  const auto month = read_month(s, i);
  if (!month.next || (!s.english() && s.any(i, {"maj"}))) {
    return {};
  }
  const auto at = s.skip(month.next, {"the"});
  auto day = read_ordinal(s, at);
  if (!day.next && day_number(s, at) && !(s.glued(at + 1) && s.any(at + 1, {":", "."}) && s.glued(at + 2))) {
    day = {s.at(at).value, at + 1};
  }
  if (!day.next) {
    return {};
  }
  const auto year = read_year(s, day.next, today);
  return dated(year.next, day.value, month.value, year.value, today);
}

/// "den 4.", "the fourth": the next such day, of this month or a later one.
DayFound read_day_alone(const Sentence& s, std::size_t i, store::Day today) {
  auto day = read_ordinal(s, i);
  // "den første", "the second" mostly name something else.
  if (day.next && !s.number(i) && day.value <= 3 &&
      !s.after_any(day.next, {"kl", "i måneden", "at", "of the month"})) {
    return {};
  }
  if (!day.next && day_number(s, i) && !s.any(i + 1, {":", "/", "%"})) {
    day = {s.at(i).value, i + 1};
  }
  if (!day.next) {
    return {};
  }
  const auto next = s.skip(day.next, {"i måneden", "i denne måned", "of the month", "of this month"});
  auto month = year_month_day(today).year() / year_month_day(today).month();
  month += std::chrono::months(
      day.value < static_cast<int>(static_cast<unsigned>(year_month_day(today).day())) ? 1 : 0);
  if (const auto next_month = s.after_any(day.next, {"i næste måned", "next month", "of next month"})) {
    month = year_month_day(today).year() / year_month_day(today).month() + std::chrono::months(1);
    return dated(next_month, day.value, static_cast<int>(static_cast<unsigned>(month.month())),
                 static_cast<int>(month.year()), today);
  }
  for (int tried = 0; tried < 3; ++tried, month += std::chrono::months(1)) {
    const auto found = day_of(static_cast<int>(month.year()),
                              static_cast<int>(static_cast<unsigned>(month.month())), day.value);
    if (found) {
      return {next, found, std::nullopt, {}, 0, false};
    }
  }
  return {};
}

/// Days with a name: so many days from Easter, or a date.
struct NamedDay {
  std::string_view name;
  int from_easter = 0;  ///< if `month` is 0
  int month = 0;
  int day = 0;
};
constexpr std::array<NamedDay, 52> named_days{{
    {"fastelavn", -49},
    {"fastelavnssøndag", -49},
    {"fastelavnsmandag", -48},
    {"palmesøndag", -7},
    {"palm sunday", -7},
    {"skærtorsdag", -3},
    {"skær torsdag", -3},
    {"maundy thursday", -3},
    {"langfredag", -2},
    {"lang fredag", -2},
    {"good friday", -2},
    {"påskelørdag", -1},
    {"easter saturday", -1},
    {"påskedag", 0},
    {"1 påskedag", 0},
    {"første påskedag", 0},
    {"easter sunday", 0},
    {"easter day", 0},
    {"2 påskedag", 1},
    {"anden påskedag", 1},
    {"easter monday", 1},
    {"store bededag", 26},
    {"great prayer day", 26},
    {"kristi himmelfartsdag", 39},
    {"kristi himmelfart", 39},
    {"himmelfartsdag", 39},
    {"ascension day", 39},
    {"ascension", 39},
    {"pinsedag", 49},
    {"1 pinsedag", 49},
    {"første pinsedag", 49},
    {"whit sunday", 49},
    {"pentecost", 49},
    {"2 pinsedag", 50},
    {"anden pinsedag", 50},
    {"whit monday", 50},
    {"nytårsdag", 0, 1, 1},
    {"new year s day", 0, 1, 1},
    {"new year ' s day", 0, 1, 1},
    {"grundlovsdag", 0, 6, 5},
    {"constitution day", 0, 6, 5},
    {"sankthans", 0, 6, 23},
    {"sankt hans", 0, 6, 23},
    {"juleaften", 0, 12, 24},
    {"juleaftensdag", 0, 12, 24},
    {"christmas eve", 0, 12, 24},
    {"1 juledag", 0, 12, 25},
    {"juledag", 0, 12, 25},
    {"christmas day", 0, 12, 25},
    {"2 juledag", 0, 12, 26},
    {"boxing day", 0, 12, 26},
    {"nytårsaften", 0, 12, 31},
}};

store::Day in_year(const NamedDay& named, int year) {
  return named.month == 0 ? easter_sunday(year) + days(named.from_easter)
                          : *day_of(year, named.month, named.day);
}

}  // namespace

DayFound read_date(const Sentence& s, std::size_t i, store::Day today, Lead lead) {
  if (auto found = read_figures(s, i, today, lead); found.next) {
    return found;
  }
  for (const auto reader : {read_day_month, read_month_day}) {
    if (auto found = reader(s, i, today); found.next) {
      return found;
    }
  }
  return lead == Lead::den ? read_day_alone(s, i, today) : DayFound{};
}

DayFound read_named_day(const Sentence& s, std::size_t i, store::Day today) {
  const auto at = s.skip(i, {"på", "on"});
  const NamedDay* named = nullptr;
  std::size_t next = 0;
  for (const auto& each : named_days) {
    if (const auto after = s.after(at, each.name); after > next) {
      named = &each;
      next = after;
    }
  }
  if (!named) {
    return {};
  }
  const auto said = s.skip(next, {"i", "in"});
  if (s.number(said) && s.at(said).value >= year_min && s.at(said).value <= year_max) {
    return {said + 1, in_year(*named, s.at(said).value), std::nullopt, {}, 0, false};
  }
  const auto this_year = in_year(*named, year_of(today));
  return {next, this_year < today ? in_year(*named, year_of(today) + 1) : this_year, std::nullopt, {}, 0,
          false};
}

Feast read_feast(const Sentence& s, std::size_t i, store::Day today) {
  const auto at = s.skip(i, {"the"});
  const auto easter_feast = [&](std::size_t next, int first, int last) -> Feast {
    const int year = year_of(today) + (easter_sunday(year_of(today)) + days(last) < today ? 1 : 0);
    return {next, easter_sunday(year) + days(first), easter_sunday(year) + days(last)};
  };
  if (const auto next = s.after_any(at, {"påske", "påsken", "easter", "påskeferien", "påskedagene"})) {
    return easter_feast(next, -3, 1);
  }
  if (const auto next = s.after_any(at, {"pinse", "pinsen", "whitsun"})) {
    return easter_feast(next, 49, 50);
  }
  if (const auto next = s.after_any(at, {"jul", "julen", "christmas"})) {
    const int year = year_of(today) + (*day_of(year_of(today), 12, 26) < today ? 1 : 0);
    return {next, *day_of(year, 12, 24), *day_of(year, 12, 26)};
  }
  if (const auto next = s.after_any(at, {"nytår", "nytåret", "new year", "new year ' s"})) {
    const int year = year_of(today) + 1;
    return {next, *day_of(year - 1, 12, 31), *day_of(year, 1, 1)};
  }
  if (const auto next = s.after_any(at, {"weekend", "weekenden"})) {
    return {next, monday_before(today) + days(5), monday_before(today) + days(6)};
  }
  return {};
}

}  // namespace handlers
