#include "handlers/understanding/said_days.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using handlers::understanding::Message;
using handlers::understanding::read_as;
using handlers::understanding::read_message;
using handlers::understanding::said_days;

namespace {

/// Each day as "first|named ... end": what it begins with at the earliest, and its own words.
std::vector<std::string> days_in(const std::string& text, store::Spoken spoken = store::Spoken::danish) {
  Message message = read_message(text);
  read_as(message, spoken);
  std::vector<std::string> days;
  for (const auto& day : said_days(message)) {
    days.push_back(std::string(message.between(day.first, day.end - 1)) + "|" +
                   std::string(message.between(day.named, day.end - 1)));
  }
  return days;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("said days: a day with the time of day, and the little words before it") {
  CHECK(days_in("jeg kommer den 10. december") == Days{"den 10. december|10. december"});
  CHECK(days_in("er forhindret på onsdag kl. 13, desværre") == Days{"på onsdag kl. 13|onsdag kl. 13"});
  CHECK(days_in("nej til den 3.") == Days{"til den 3|3"});
  CHECK(days_in("torsdag kan jeg ikke") == Days{"torsdag|torsdag"});
  CHECK(days_in("jeg kan ikke i uge 16").size() == 1);
  CHECK(days_in("yes to Tuesday", store::Spoken::english) == Days{"to Tuesday|Tuesday"});
  CHECK(days_in("I'm out on 10 December", store::Spoken::english) == Days{"on 10 December|10 December"});
}

TEST_CASE("said days: two that don't belong together are two") {
  CHECK(days_in("ikke på torsdag, men gerne den 10. december").size() == 2);
}

TEST_CASE("said days: times alone, deadlines and what repeats are none") {
  for (const auto* const text :
       {"", "jeg kommer kl. 13", "jeg svarer inden fredag", "ikke om torsdagen", "hver mandag", "om en time",
        "om 10 minutter", "først efter påske", "jeg kommer"}) {
    CAPTURE(text);
    CHECK(days_in(text).empty());
  }
}
