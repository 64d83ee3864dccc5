#include "handlers/time/phrases.hpp"

namespace handlers {
namespace {

std::string number(int value) {
  return std::to_string(value);
}

std::string month_name(const std::chrono::year_month_day& date, const Texts& texts) {
  return texts.list("time.months").at(static_cast<unsigned>(date.month()) - 1);
}

std::string weekday_name(store::Day day, const Texts& texts) {
  return texts.list("time.weekdays").at(std::chrono::weekday(day).iso_encoding() - 1);
}

std::string clock(std::chrono::minutes of_day, const Texts& texts) {
  const auto two_digits = [](auto value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return texts.say("time.clock", {{"hour", number(static_cast<int>(of_day.count() / 60))},
                                  {"minute", two_digits(of_day.count() % 60)}});
}

}  // namespace

std::string day_in_words(store::Day day, store::Day today, const Texts& texts) {
  const std::chrono::year_month_day date(day);
  const auto day_number = number(static_cast<int>(static_cast<unsigned>(date.day())));
  const auto month = month_name(date, texts);
  if (date.year() == std::chrono::year_month_day(today).year()) {
    return texts.say("time.day", {{"day", day_number}, {"month", month}});
  }
  return texts.say("time.day_year",
                   {{"day", day_number}, {"month", month}, {"year", number(static_cast<int>(date.year()))}});
}

std::string weekday_in_words(store::Day day, store::Day today, const Texts& texts) {
  return texts.say("time.weekday",
                   {{"weekday", weekday_name(day, texts)}, {"date", day_in_words(day, today, texts)}});
}

std::string time_in_words(std::chrono::minutes start, std::optional<std::chrono::minutes> end,
                          const Texts& texts) {
  if (!end) {
    return texts.say("time.at", {{"start", clock(start, texts)}});
  }
  return texts.say("time.from_to", {{"start", clock(start, texts)}, {"end", clock(*end, texts)}});
}

std::string moment_in_words(LocalTime start, std::optional<LocalTime> end, store::Day today,
                            const Texts& texts) {
  const bool same_day = end && end->day == start.day;
  const auto time = time_in_words(start.of_day, same_day ? std::optional(end->of_day) : std::nullopt, texts);
  const auto first =
      texts.say("time.moment", {{"date", weekday_in_words(start.day, today, texts)}, {"time", time}});
  return !end || same_day ? first : first + " - " + moment_in_words(*end, std::nullopt, today, texts);
}

std::string month_in_words(store::Day day, const Texts& texts) {
  const std::chrono::year_month_day date(day);
  return texts.say("time.month_year",
                   {{"month", month_name(date, texts)}, {"year", number(static_cast<int>(date.year()))}});
}

std::string problem_in_words(const Problem& problem, store::Day day, const Texts& texts) {
  switch (problem.kind) {
    case Problem::Kind::past:
      return texts.say("time.is_past");
    case Problem::Kind::weekend:
      return texts.say("time.is_weekend", {{"weekday", weekday_name(day, texts)}});
    case Problem::Kind::holiday: {
      const auto name = problem.holiday ? holiday_name(*problem.holiday, texts) : weekday_name(day, texts);
      return texts.say("time.is_holiday", {{"holiday", name}});
    }
    case Problem::Kind::closing_day:
      return texts.say("time.is_closing_day");
    case Problem::Kind::end_before_start:
      return texts.say("time.ends_early");
  }
  return "";
}

}  // namespace handlers
