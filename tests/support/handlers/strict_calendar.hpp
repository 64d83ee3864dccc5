#pragma once
// A strict reader of iCalendar text (RFC 5545): everything that is not exactly as it must be is an error.
#include <map>
#include <string>
#include <vector>

namespace tests {

struct Unfolded {
  std::vector<std::string> lines;
  std::vector<std::string> errors;
};
/// Section 3.1: CRLF, at most 75 octets a line, whole characters.
Unfolded unfold(const std::string& text);

struct ReadCalendar {
  std::string method;
  std::vector<std::map<std::string, std::string>> events;  ///< values by name; texts without their escapes
  std::vector<std::string> errors;
};
ReadCalendar read_calendar(const std::string& text);

}  // namespace tests
