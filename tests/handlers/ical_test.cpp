#include "handlers/ical.hpp"

#include "tests/support/handlers/strict_calendar.hpp"

#include <catch2/catch.hpp>

using namespace handlers::ical;
using Catch::Matchers::Contains;

namespace {

Event event() {
  Event event;
  event.uid = "0123@indgang";
  event.sequence = 2;
  event.starts = store::Instant{std::chrono::seconds{1776337200}};  // 16 April 2026, 13:00 in Copenhagen
  event.ends = store::Instant{std::chrono::seconds{1776346200}};
  event.summary = "Plenum; første, anden \\ tredje";
  event.location = "Mødelokale 1";
  event.description = "Dagsorden: 1. Velkomst\r\n2. Evt.";
  event.organizer_name = "Emil \"E\" Skov";
  event.organizer_email = "emil.skov@sundkoebing.example";
  return event;
}

}  // namespace

TEST_CASE("ical: a calendar that a strict reader takes, and reads back as it was meant") {
  const auto text = calendar({event()}, "PUBLISH", "Møder", store::Instant{std::chrono::seconds{1774429200}});
  const auto read = tests::read_calendar(text);
  REQUIRE(read.errors == std::vector<std::string>{});
  CHECK(read.method == "PUBLISH");
  REQUIRE(read.events.size() == 1);
  const auto& only = read.events[0];
  CHECK(only.at("UID") == "0123@indgang");
  CHECK(only.at("SEQUENCE") == "2");
  CHECK(only.at("DTSTAMP") == "20260325T090000Z");
  CHECK(only.at("DTSTART") == "20260416T110000Z");
  CHECK(only.at("DTEND") == "20260416T133000Z");
  CHECK(only.at("SUMMARY") == "Plenum; første, anden \\ tredje");
  CHECK(only.at("DESCRIPTION") == "Dagsorden: 1. Velkomst\n2. Evt.");
  CHECK(only.at("STATUS") == "CONFIRMED");
  CHECK_THAT(text, Contains("ORGANIZER;CN=\"Emil E Skov\":mailto:emil.skov@sundkoebing.example\r\n"));
}

TEST_CASE("ical: lines are folded at 75 octets, never within a character") {
  for (std::size_t length = 60; length < 400; ++length) {
    std::string line = "SUMMARY:";
    while (line.size() < length) {
      line += length % 3 == 0 ? "å" : length % 3 == 1 ? "€" : "😀";
    }
    const auto text = folded(line);
    const auto unfolded = tests::unfold(text);
    REQUIRE(unfolded.errors == std::vector<std::string>{});
    REQUIRE(unfolded.lines == std::vector<std::string>{line});
  }
  CHECK(folded(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
  CHECK(folded(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
}

TEST_CASE("ical: what is no text for a calendar is escaped or left out") {
  CHECK(escaped("a,b;c\\d\ne\r\nf\rg") == "a\\,b\\;c\\\\d\\ne\\nf\\ng");
  CHECK(escaped(std::string("x\0\x01\x7fy\tz", 7)) == "xy z");
  auto odd = event();
  odd.organizer_email = "a\r\nX-EVIL:1@x.example";
  CHECK_THAT(calendar({odd}, "PUBLISH", "", {}), !Contains("EVIL"));
  odd = event();
  odd.organizer_name = "x\r\nX-EVIL:1";
  CHECK_THAT(calendar({odd}, "PUBLISH", "", {}), !Contains("\nX-EVIL"));
}

TEST_CASE("ical: the strict reader finds fault") {
  const auto good = calendar({event()}, "PUBLISH", "", {});
  const auto spoil = [&](const std::string& from, const std::string& to) {
    auto text = good;
    text.replace(text.find(from), from.size(), to);
    return tests::read_calendar(text).errors.size();
  };
  CHECK(spoil("\r\n", "\n") > 0);
  CHECK(spoil("UID:0123@indgang\r\n", "") > 0);
  CHECK(spoil("END:VEVENT\r\n", "") > 0);
  CHECK(spoil("DTSTART:20260416T110000Z", "DTSTART:20260416T1100") > 0);
  CHECK(spoil("\\,", ",") > 0);
  CHECK(spoil("STATUS:CONFIRMED", "STATUS:MAYBE") > 0);
}
