#pragma once
// What was read of a text, on one line.
#include "handlers/time/date_phrases.hpp"

#include <string>

namespace testing {

inline std::string clock_text(std::chrono::minutes time) {
  return handlers::to_string(handlers::LocalTime{store::Day{}, time}).substr(11);
}

inline std::string rule_text(const handlers::Recurrence& rule) {
  constexpr const char* units[] = {"day", "working day", "week", "month", "quarter", "year"};
  constexpr const char* names[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  auto text = " every " + (rule.every == 1 ? "" : std::to_string(rule.every) + " ") +
              units[static_cast<int>(rule.unit)];
  text += rule.nth ? " #" + std::to_string(*rule.nth) : "";
  text += rule.weekday ? std::string(" ") + names[rule.weekday->iso_encoding()] : "";
  text += rule.day_of_month ? " on " + std::to_string(*rule.day_of_month) : "";
  text += rule.until ? " until " + handlers::to_string(*rule.until) : "";
  text += rule.count ? " times " + std::to_string(*rule.count) : "";
  return text;
}

inline std::string days_text(const handlers::DayRange& days) {
  return " " + (days.from ? handlers::to_string(*days.from) : "") + ".." +
         (days.to ? handlers::to_string(*days.to) : "");
}

/// "2026-04-16 13:00-15:30 ?half_of_day !weekend"; "-" if nothing was read.
inline std::string describe(const handlers::When& when) {
  constexpr const char* doubts[] = {"day_or_month",    "half_of_day",   "part_of_day",   "weekday_today",
                                    "bare_weekday",    "next_weekday",  "counted_weeks", "weekday_conflict",
                                    "impossible_date", "year_guessed",  "date_or_time",  "last_day_open",
                                    "maybe_recurring", "several_dates", "needs_event"};
  constexpr const char* problems[] = {"past", "weekend", "holiday", "closing_day", "end_before_start"};
  constexpr const char* befores[] = {"min", "h", "d", "wd", "w", "mon"};
  std::string text;
  text += when.date ? " " + handlers::to_string(*when.date) : "";
  text += when.days ? days_text(*when.days) : "";
  text += when.start ? " " + clock_text(*when.start) : "";
  text += when.end ? (when.start ? "-" : " -") +
                         (*when.end == std::chrono::hours(24) ? "24:00" : clock_text(*when.end))
                   : "";
  text += when.duration ? " +" + std::to_string(when.duration->count()) + "min" : "";
  text += when.recurrence ? rule_text(*when.recurrence) : "";
  text += when.before ? " before " + std::to_string(when.before->amount) +
                            befores[static_cast<int>(when.before->unit)]
                      : "";
  text += when.not_before ? " not before " + handlers::to_string(*when.not_before) : "";
  text += when.same_time ? " same time" : "";
  for (const auto& doubt : when.doubts) {
    text += std::string(" ?") + doubts[static_cast<int>(doubt.kind)];
  }
  for (const auto& problem : when.problems) {
    text += std::string(" !") + problems[static_cast<int>(problem.kind)];
  }
  return text.empty() ? (when.taken.empty() ? "-" : "(taken)") : text.substr(1);
}

/// What is left of a text, with one space for what was taken.
inline std::string rest_of(std::string_view text, const handlers::When& when) {
  std::string rest;
  std::size_t at = 0;
  for (const auto& range : when.taken) {
    rest += std::string(text.substr(at, range.begin - at)) + "_";
    at = range.end;
  }
  return rest + std::string(text.substr(at));
}

}  // namespace testing
