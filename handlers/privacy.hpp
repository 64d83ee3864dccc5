#pragma once
// What must never be kept: numbers that look like Danish personal numbers (CPR).
#include <string>
#include <string_view>

namespace handlers {

struct CleanText {
  std::string text;      ///< without the numbers
  bool removed = false;  ///< at least one number was taken out
};

/// Takes out every number that may be a CPR number: "dddddd-dddd" always, ten digits in a row or with a space
/// after the sixth when the first four are a day and a month (the day also with 60 added, as on replacement
/// numbers). Rather one number too many than one too few.
CleanText remove_personal_numbers(std::string_view text);

}  // namespace handlers
