#include "handlers/time/date_phrases.hpp"

#include "handlers/time/zone.hpp"
#include "tests/handlers/time/describe_when.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>

using namespace std::chrono_literals;
using handlers::Doubt;
using handlers::Language;
using handlers::LocalTime;
using handlers::parse_when;
using handlers::When;
using handlers::WhenContext;
using handlers::WorkCalendar;
using store::Day;

namespace {

const LocalTime now{Day{2026y / 3 / 25}, 10h};  // a Wednesday

const WorkCalendar& calendar() {
  static const auto made =
      WorkCalendar::make(std::vector<std::string>{"2026-05-15", "12-24", "06-05"}).value();
  return made;
}

/// One line of phrases_da.txt or phrases_en.txt: "TEXT => what is read | what is left". With an @ before it,
/// it is said of a gathering on Thursday 16 April 2026, 13:00 to 15:30.
struct Row {
  std::string text;
  std::string expected;
  WhenContext event;
};

std::vector<Row> rows(const std::string& file) {
  std::ifstream in(std::string(INDGANG_SOURCE_DIR "/tests/handlers/time/") + file);
  REQUIRE(in);
  std::vector<Row> result;
  for (std::string line; std::getline(in, line);) {
    const auto arrow = line.find(" => ");
    REQUIRE(arrow != std::string::npos);
    Row row{line.substr(0, arrow), line.substr(arrow + 4), {}};
    if (row.text.starts_with('@')) {
      row.text.erase(0, 1);
      row.event = {LocalTime{Day{2026y / 4 / 16}, 13h}, LocalTime{Day{2026y / 4 / 16}, 15h + 30min}};
    }
    result.push_back(row);
  }
  return result;
}

When read(std::string_view text, Language language = Language::danish, const WhenContext& event = {}) {
  return parse_when(text, now, language, calendar(), event);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string in_capitals(std::string text) {
  for (char& c : text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return replaced(replaced(replaced(text, "å", "Å"), "æ", "Æ"), "ø", "Ø");
}

/// Taken ranges are in order, apart, within the text, and don't cut a character.
bool ranges_fit(std::string_view text, const When& when) {
  std::size_t at = 0;
  for (const auto& range : when.taken) {
    if (range.begin < at || range.end <= range.begin || range.end > text.size()) {
      return false;
    }
    at = range.end;
  }
  for (const auto& doubt : when.doubts) {
    if (doubt.where.end > text.size() || doubt.where.end <= doubt.where.begin) {
      return false;
    }
  }
  return true;
}

bool times_fit(const When& when) {
  return (!when.start || (*when.start >= 0min && *when.start < 24h)) &&
         (!when.end || (*when.end >= 0min && *when.end <= 24h)) && (!when.duration || *when.duration > 0min);
}

}  // namespace

TEST_CASE("date_phrases: what people write is read, and the rest is left") {
  const auto [file, language] = GENERATE(table<std::string, Language>(
      {{"phrases_da.txt", Language::danish}, {"phrases_en.txt", Language::english}}));
  const auto all = rows(file);
  CHECK(all.size() > 200);
  for (const auto& row : all) {
    const auto when = read(row.text, language, row.event);
    INFO(row.text);
    CHECK(testing::describe(when) + " | " + testing::rest_of(row.text, when) == row.expected);
    CHECK(ranges_fit(row.text, when));
  }
}

TEST_CASE("date_phrases: capitals, aa, ae, oe and decomposed letters change nothing") {
  for (const auto& row : rows("phrases_da.txt")) {
    const auto expected = testing::describe(read(row.text, Language::danish, row.event));
    const auto same = [&](const std::string& text) {
      INFO(text);
      CHECK(testing::describe(read(text, Language::danish, row.event)) == expected);
    };
    same(in_capitals(row.text));
    same(replaced(replaced(replaced(row.text, "å", "aa"), "æ", "ae"), "ø", "oe"));
    same(replaced(row.text, "å", "a\xCC\x8A"));
    same("hej 👋 " + row.text);
    same(row.text + " 🙂");
  }
}

TEST_CASE("date_phrases: the rows of the utterances") {
  CHECK(read("kan du minde mig om at ringe til hende i morgen kl 9").moment() ==
        LocalTime{Day{2026y / 3 / 26}, 9h});
  const auto plenum = read("opret plenum torsdag i uge 16 kl. 13-15.30 i mødelokale 1");
  CHECK(plenum.moment() == LocalTime{Day{2026y / 4 / 16}, 13h});
  CHECK(plenum.moment_end() == LocalTime{Day{2026y / 4 / 16}, 15h + 30min});
  CHECK(plenum.doubts.empty());
  CHECK(plenum.problems.empty());
  const auto steering = read("on 28 April at 9:30 for one hour", Language::english);
  CHECK(steering.moment_end() == LocalTime{Day{2026y / 4 / 28}, 10h + 30min});
  const WhenContext event{LocalTime{Day{2026y / 4 / 28}, 9h + 30min}, {}};
  CHECK(read("the day after", Language::english, event).moment() ==
        LocalTime{Day{2026y / 4 / 29}, 9h + 30min});
  const auto twice = read("mind mig søndag 25/10 kl 02.30").moment();
  REQUIRE(twice);
  const auto instant = to_instant(*twice, "Europe/Copenhagen");
  CHECK(instant.kind == handlers::ZonedInstant::Kind::repeated);
  CHECK(instant.instant == store::Instant(Day{2026y / 10 / 25} + 30min));
}

TEST_CASE("date_phrases: a doubt tells where it is and the other reading") {
  const auto only = [](const When& when) {
    REQUIRE(when.doubts.size() == 1);
    return when.doubts.front();
  };
  const auto month = only(read("remind me on 4/5", Language::english));
  CHECK(month.kind == Doubt::Kind::day_or_month);
  CHECK(month.other_day == Day{2026y / 4 / 5});
  CHECK(month.where == handlers::ByteRange{10, 16});
  CHECK(only(read("kl. halv to")).other_time == 90min);
  CHECK(only(read("næste fredag")).other_day == Day{2026y / 3 / 27});
  CHECK(only(read("på onsdag")).other_day == now.day);
  CHECK(only(read("fredag")).other_day == Day{2026y / 4 / 3});
  CHECK(only(read("torsdag den 17. april 2026")).other_day == Day{2026y / 4 / 16});
  CHECK(only(read("d. 4/1")).other_day == Day{2026y / 1 / 4});
}

TEST_CASE("date_phrases: every day of two years is read in every form it is written") {
  constexpr const char* months[] = {"januar", "februar", "marts",     "april",   "maj",      "juni",
                                    "juli",   "august",  "september", "oktober", "november", "december"};
  constexpr const char* weekdays[] = {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"};
  for (auto day = Day{2026y / 1 / 1}; day < Day{2028y / 1 / 1}; day += std::chrono::days(1)) {
    const std::chrono::year_month_day date(day);
    const auto d = std::to_string(static_cast<unsigned>(date.day()));
    const auto m = std::to_string(static_cast<unsigned>(date.month()));
    const auto y = std::to_string(static_cast<int>(date.year()));
    const std::string month = months[static_cast<unsigned>(date.month()) - 1];
    const std::string weekday = weekdays[std::chrono::weekday(day).iso_encoding() - 1];
    const auto week = handlers::iso_week(day);
    for (const auto& text :
         {handlers::to_string(day), "d. " + d + "/" + m + "-" + y, d + "." + m + "." + y,
          d + ". " + month + " " + y, "den " + d + " " + month + " " + y,
          weekday + " den " + d + ". " + month + " " + y, d + "/" + m + "-" + y.substr(2),
          weekday + " i uge " + std::to_string(week.week) + " " + std::to_string(week.year)}) {
      INFO(text);
      const auto when = read(text + " kl. 10");
      REQUIRE(when.moment() == LocalTime{day, 10h});
      REQUIRE(when.doubts.empty());
      REQUIRE(when.taken == std::vector<handlers::ByteRange>{{0, text.size() + 7}});
    }
  }
}

TEST_CASE("date_phrases: every minute of the day is read as it is written") {
  for (auto minute = 0min; minute < 24h; ++minute) {
    const auto text = testing::clock_text(minute);
    INFO(text);
    REQUIRE(read("kl. " + text).start == minute);
    REQUIRE(read("kl. " + replaced(text, ":", ".")).start == minute);
    REQUIRE(read("at " + text, Language::english).start == minute);
    REQUIRE(read("i morgen " + text).start == minute);
  }
}

TEST_CASE("date_phrases: any words in any order are read without harm") {
  std::vector<std::string> words{"-",  ".",    ":",    "/", ",", "1", "31", "13", "2026", "99999",
                                 "30", "\xFF", "\xC3", "å", "'", "–", "½",  "\n", "0"};
  for (const auto* file : {"phrases_da.txt", "phrases_en.txt"}) {
    for (const auto& row : rows(file)) {
      for (std::size_t at = 0, end = 0; at < row.text.size(); at = end + 1) {
        end = std::min(row.text.find(' ', at), row.text.size());
        words.push_back(row.text.substr(at, end - at));
      }
    }
  }
  std::mt19937 random(42);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) {
      text += words[random() % words.size()] + (random() % 4 == 0 ? "" : " ");
    }
    const auto language = random() % 2 == 0 ? Language::danish : Language::english;
    const WhenContext event{now, random() % 2 == 0 ? std::optional(later(now, 90min)) : std::nullopt};
    const auto when = read(text, language, random() % 2 == 0 ? event : WhenContext{});
    INFO(text);
    REQUIRE(ranges_fit(text, when));
    REQUIRE(times_fit(when));
  }
}

TEST_CASE("date_phrases: only the beginning of a long text is looked at") {
  const std::string filler(390, 'x');
  CHECK(read(filler + " kl. 13").start == 13h);
  CHECK(read(filler + std::string(20, 'x') + " kl. 13").empty());
  const std::string wide = replaced(std::string(390, 'x'), "x", "ø");
  CHECK(read(wide + " kl. 13").start == 13h);
  std::string many;
  while (many.size() < 1'000'000) {
    many += "hver mandag den 4. maj kl. 9 ";
  }
  const auto when = read(many);
  CHECK(when.taken.back().end <= handlers::when_characters_max);
}
