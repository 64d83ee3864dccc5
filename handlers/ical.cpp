#include "handlers/ical.hpp"

#include <algorithm>
#include <cstdio>

namespace handlers::ical {
namespace {

constexpr std::size_t octets_max = 75;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// A parameter's value in quotes, which must not hold any (section 3.2).
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c != '"' && static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      out += c;
    }
  }
  return out + "\"";
}

std::string_view word(Status status) {
  switch (status) {
    case Status::confirmed:
      return "CONFIRMED";
    case Status::tentative:
      return "TENTATIVE";
    case Status::cancelled:
      return "CANCELLED";
  }
  return "";
}

void add(std::string& out, std::string_view name, std::string_view value) {
  out += folded(std::string(name) + ":" + std::string(value));
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) {
    add(out, name, escaped(text));
  }
}

void add_organizer(std::string& out, const Event& event) {
  const bool plain = std::all_of(event.organizer_email.begin(), event.organizer_email.end(),
                                 [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
  if (event.organizer_email.empty() || !plain) {
    return;
  }
  const auto name = event.organizer_name.empty() ? "" : ";CN=" + in_quotes(event.organizer_name);
  out += folded("ORGANIZER" + name + ":mailto:" + event.organizer_email);
}

void add_event(std::string& out, const Event& event, store::Instant stamp) {
  add(out, "BEGIN", "VEVENT");
  add(out, "UID", event.uid);
  add(out, "DTSTAMP", utc(stamp));
  add(out, "SEQUENCE", std::to_string(event.sequence));
  add(out, "DTSTART", utc(event.starts));
  add(out, "DTEND", utc(event.ends));
  add_text(out, "SUMMARY", event.summary);
  add_text(out, "LOCATION", event.location);
  add_text(out, "DESCRIPTION", event.description);
  add_organizer(out, event);
  add(out, "STATUS", word(event.status));
  add(out, "END", "VEVENT");
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool return_of_pair = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (return_of_pair) {
      continue;
    }
    if (c == '\n' || c == '\r') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
  return out;
}

std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = octets_max;
  while (line.size() > room) {
    auto end = room;
    while (end > 0 && continues_character(line[end])) {
      --end;
    }
    end = end == 0 ? room : end;  // no UTF-8: cut where it is
    out += line.substr(0, end);
    out += "\r\n ";
    line.remove_prefix(end);
    room = octets_max - 1;  // the blank counts
  }
  out += line;
  return out + "\r\n";
}

std::string utc(store::Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(instant - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

std::string calendar(const std::vector<Event>& events, std::string_view method, std::string_view name,
                     store::Instant stamp) {
  std::string out;
  add(out, "BEGIN", "VCALENDAR");
  add(out, "VERSION", "2.0");
  add(out, "PRODID", "-//Indgang//Indgang//DA");
  add(out, "CALSCALE", "GREGORIAN");
  add(out, "METHOD", method);
  add_text(out, "X-WR-CALNAME", name);
  for (const auto& event : events) {
    add_event(out, event, stamp);
  }
  add(out, "END", "VCALENDAR");
  return out;
}

}  // namespace handlers::ical
