#pragma once
// The words of a text about time looked up as numbers, weekdays, months and amounts. Inner part of
// date_phrases.
#include "handlers/time/when_sentence.hpp"

#include <cstddef>

namespace handlers {

/// A number and the position after it; `next` is 0 if there is none.
struct Number {
  int value = 0;
  std::size_t next = 0;
};

Number read_cardinal(const Sentence&, std::size_t i);  ///< "2", "to", "enogtyve", "twenty-one", "en"
Number read_ordinal(const Sentence&, std::size_t i);   ///< "2.", "2nd", "anden", "twenty-first"; 1 .. 31

/// 1 (Monday) .. 7; `plural`: "mandage", "Mondays"; `definite`: "mandagen".
struct WeekdayWord {
  unsigned iso = 0;  ///< 0 if it is none
  std::size_t next = 0;
  bool plural = false;
  bool definite = false;
};
WeekdayWord read_weekday(const Sentence&, std::size_t i);

/// 1 .. 12. `whole_word`: abbreviations ("okt") are no months.
Number read_month(const Sentence&, std::size_t i, bool whole_word = false);

/// "2 timer", "halvanden time", "10 working days".
struct Amount {
  enum class Unit { minutes, days, working_days, weeks, months, years };
  Unit unit = Unit::minutes;
  int count = 0;
  bool hours = false;    ///< said in whole hours; `count` is in minutes all the same
  std::size_t next = 0;  ///< 0 if there is none
};
Amount read_amount(const Sentence&, std::size_t i);

}  // namespace handlers
