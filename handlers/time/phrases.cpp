#include "handlers/time/phrases.hpp"

namespace handlers {
namespace {

std::string number(int value) {
  return std::to_string(value);
}

std::string month_name(const std::chrono::year_month_day& date, const Texts& texts) {
  return texts.list("time.months").at(static_cast<unsigned>(date.month()) - 1);
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
  const auto& name = texts.list("time.weekdays").at(std::chrono::weekday(day).iso_encoding() - 1);
  return texts.say("time.weekday", {{"weekday", name}, {"date", day_in_words(day, today, texts)}});
}

std::string month_in_words(store::Day day, const Texts& texts) {
  const std::chrono::year_month_day date(day);
  return texts.say("time.month_year",
                   {{"month", month_name(date, texts)}, {"year", number(static_cast<int>(date.year()))}});
}

}  // namespace handlers
