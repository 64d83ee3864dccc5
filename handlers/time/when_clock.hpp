#pragma once
// Clock times and parts of the day as people say them. Inner part of date_phrases.
#include "handlers/time/when_words.hpp"

#include <chrono>
#include <optional>

namespace handlers {

/// What was read at a position; `start` or `end` is there.
struct ClockFound {
  std::size_t next = 0;  ///< the position after it; 0 if there is no time
  std::optional<std::chrono::minutes> start;
  std::optional<std::chrono::minutes> end;
  bool start_guessed = false;  ///< 1 to 12 was said and the half of the day not: office hours are taken
  bool end_guessed = false;
};

/// `after_day`: a day was read just before, so that bare figures are times.
ClockFound read_clock(const Sentence&, std::size_t i, bool after_day);

/// A part of the day: "formiddag", "in the evening".
struct DayPart {
  std::size_t next = 0;
  std::chrono::minutes usual{};  ///< when something starts then, if nothing more is said
  std::chrono::minutes from{};   ///< what hours without a half belong to: [from, from + 12 hours)
  bool today = false;            ///< "i aften" names the day, too
  bool exact = false;            ///< "middag" is a time
};
DayPart read_day_part(const Sentence&, std::size_t i, bool after_day);

}  // namespace handlers
