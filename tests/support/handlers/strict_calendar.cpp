#include "tests/support/handlers/strict_calendar.hpp"

#include <algorithm>
#include <regex>
#include <set>

namespace tests {
namespace {

bool is_whole_utf8(const std::string& text) {
  std::size_t wanted = 0;
  for (const unsigned char c : text) {
    if (wanted > 0) {
      if ((c & 0xC0) != 0x80) return false;
      --wanted;
    } else if (c >= 0x80) {
      wanted = (c & 0xE0) == 0xC0 ? 1 : (c & 0xF0) == 0xE0 ? 2 : (c & 0xF8) == 0xF0 ? 3 : 9;
      if (wanted == 9) return false;
    }
  }
  return wanted == 0;
}

/// A TEXT value without its escapes; what is not escaped though it must be is an error.
std::string unescape(const std::string& value, std::vector<std::string>& errors) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == ',' || c == ';') {
      errors.push_back("not escaped: " + value);
    }
    if (c != '\\') {
      out += c;
      continue;
    }
    const char next = i + 1 < value.size() ? value[++i] : '\0';
    if (next == 'n' || next == 'N') {
      out += '\n';
    } else if (next == '\\' || next == ';' || next == ',') {
      out += next;
    } else {
      errors.push_back("bad escape: " + value);
    }
  }
  return out;
}

struct Line {
  std::string name;
  std::string value;
};

Line split(const std::string& text, std::vector<std::string>& errors) {
  static const std::regex shape(R"(([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^",;:]*))*):([^]*))");
  std::smatch match;
  if (!std::regex_match(text, match, shape)) {
    errors.push_back("no content line: " + text);
    return {};
  }
  return {match[1], match[3]};
}

void check_event(const std::map<std::string, std::string>& event, std::vector<std::string>& errors) {
  static const std::regex moment(R"(\d{8}T\d{6}Z)");
  for (const auto* needed :
       {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS", "ORGANIZER"}) {
    if (event.count(needed) == 0) {
      errors.push_back(std::string("missing: ") + needed);
    }
  }
  for (const auto* time : {"DTSTAMP", "DTSTART", "DTEND"}) {
    if (event.count(time) != 0 && !std::regex_match(event.at(time), moment)) {
      errors.push_back("no time: " + event.at(time));
    }
  }
  const std::set<std::string> states{"CONFIRMED", "TENTATIVE", "CANCELLED"};
  if (event.count("STATUS") != 0 && states.count(event.at("STATUS")) == 0) {
    errors.push_back("no status: " + event.at("STATUS"));
  }
}

}  // namespace

Unfolded unfold(const std::string& text) {
  Unfolded result;
  if (text.size() < 2 || text.substr(text.size() - 2) != "\r\n") {
    result.errors.push_back("the last line has no end");
  }
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find("\r\n", at), text.size());
    const auto line = text.substr(at, end - at);
    at = end + 2;
    if (line.size() > 75) result.errors.push_back("more than 75 octets: " + line);
    if (line.empty()) result.errors.push_back("an empty line");
    if (line.find_first_of("\r\n") != std::string::npos)
      result.errors.push_back("a bare line break: " + line);
    if (!is_whole_utf8(line)) result.errors.push_back("a character is cut: " + line);
    if (!line.empty() && line[0] == ' ' && !result.lines.empty()) {
      result.lines.back() += line.substr(1);
    } else {
      result.lines.push_back(line);
    }
  }
  return result;
}

ReadCalendar read_calendar(const std::string& text) {
  ReadCalendar calendar;
  const auto unfolded = unfold(text);
  calendar.errors = unfolded.errors;
  std::vector<std::string> open;
  std::map<std::string, std::string> head;
  for (const auto& content : unfolded.lines) {
    const auto line = split(content, calendar.errors);
    if (line.name == "BEGIN") {
      open.push_back(line.value);
      if (line.value == "VEVENT") calendar.events.emplace_back();
    } else if (line.name == "END") {
      if (open.empty() || open.back() != line.value) {
        calendar.errors.push_back("END:" + line.value + " ends nothing");
      } else {
        open.pop_back();
      }
    } else if (open.empty()) {
      calendar.errors.push_back("outside of everything: " + content);
    } else {
      auto& fields = open.back() == "VEVENT" ? calendar.events.back() : head;
      const std::set<std::string> texts{"SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME"};
      const auto value = texts.count(line.name) != 0 ? unescape(line.value, calendar.errors) : line.value;
      if (!fields.emplace(line.name, value).second) calendar.errors.push_back("twice: " + line.name);
    }
  }
  if (!open.empty()) calendar.errors.push_back("not closed: " + open.back());
  if (head["VERSION"] != "2.0" || head["PRODID"].empty()) calendar.errors.push_back("no head");
  calendar.method = head["METHOD"];
  for (const auto& event : calendar.events) check_event(event, calendar.errors);
  return calendar;
}

}  // namespace tests
