#include "handlers/gatherings/plan_phrase.hpp"

#include "handlers/gatherings/planning_wish.hpp"
#include "handlers/time/date_phrases.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace handlers;
using namespace std::chrono_literals;

namespace {

const WorkCalendar calendar;
const LocalTime now{store::Day{2026y / 3 / 25}, 10h};

PlanReading reading(Language language) {
  return {now,
          language,
          calendar,
          {LocalTime{store::Day{2026y / 4 / 16}, 13h}, LocalTime{store::Day{2026y / 4 / 16}, 15h + 30min}},
          {}};
}

/// What was read, in the form of the tables.
std::string described(const PlanPhrase& phrase) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) {
      out.append(out.empty() ? "" : "; ").append(name).append("=").append(value);
    }
  };
  const auto clock = [](const std::optional<LocalTime>& time) {
    return time ? to_string(*time).substr(11) : "";
  };
  auto when = phrase.when;
  const auto start = when.start;
  when.date = when.date.value_or(now.day);
  add("kind", phrase.kind);
  add("day", phrase.when.date ? to_string(*phrase.when.date) : "");
  add("start", start ? clock(when.moment()) : "");
  add("end", start ? clock(when.moment_end()) : "");
  add("every", phrase.when.recurrence ? canonical_recurrence(*phrase.when.recurrence, *when.date) : "");
  add("place", phrase.place);
  add("max", phrase.capacity ? std::to_string(*phrase.capacity) : "");
  add("by", phrase.answer_by && phrase.answer_by->days   ? to_string(*phrase.answer_by->days->to)
            : phrase.answer_by && phrase.answer_by->date ? to_string(*phrase.answer_by->date)
                                                         : "");
  add("invitees", phrase.invitees);
  add("topic", phrase.topic);
  add("chair", phrase.chair);
  add("minutes", phrase.minutes);
  add("case", phrase.case_number);
  add("agenda", phrase.agenda);
  add("reason", phrase.reason);
  add("scope", phrase.only_this ? "one" : phrase.all_ahead ? "all" : "");
  add("rest", phrase.rest);
  return out;
}

int check_table(const std::string& file, Language language) {
  std::ifstream table(INDGANG_SOURCE_DIR "/tests/handlers/gatherings/" + file);
  std::string line;
  int count = 0;
  while (std::getline(table, line)) {
    const auto arrow = line.find(" => ");
    if (line.empty() || line[0] == '#') {
      continue;
    }
    REQUIRE(arrow != std::string::npos);
    const auto text = line.substr(0, arrow);
    INFO(text);
    CHECK(described(parse_plan(text, reading(language))) == line.substr(arrow + 4));
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("plan_phrase: Danish messages") {
  CHECK(check_table("plan_phrases_da.txt", Language::danish) >= 60);
}

TEST_CASE("plan_phrase: English messages") {
  CHECK(check_table("plan_phrases_en.txt", Language::english) >= 35);
}

TEST_CASE("plan_phrase: a network that only the caller knows is no place") {
  auto with_names = reading(Language::danish);
  const auto* text = "planlæg møde i bosætning den 12. maj kl. 10";
  CHECK(parse_plan(text, with_names).place == "bosætning");
  with_names.names_network = [](std::string_view words) { return words == "bosætning"; };
  CHECK(parse_plan(text, with_names).place.empty());
}

TEST_CASE("plan_phrase: any bytes may come in") {
  for (const std::string& text : {std::string(), std::string("\xff\xfe max \xc3"), std::string(5000, ','),
                                  std::string("max 99999999999999999999"), std::string("dagsorden:"),
                                  std::string("i i i i på på på kl kl"), std::string(3000, 'm')}) {
    const auto phrase = parse_plan(text, reading(Language::danish));
    CHECK(phrase.rest.size() <= text.size() + 1);
    CHECK_FALSE(phrase.capacity);
  }
}

TEST_CASE("plan_phrase: the form of a case number") {
  for (const auto* good : {"24.10.07-G20-4-15", "00.22.04-A01-123456-26", "24.10.07-g20-4-15"}) {
    CHECK(is_case_number(good));
  }
  for (const auto* bad : {"", "24.10.07", "24.10-G20-4-15", "24.10.07-G2-4-15", "24.10.07-G20-4-2015",
                          "24.10.07-G20--15", "24.10.07-G20-4-15x", "2026/123"}) {
    CHECK_FALSE(is_case_number(bad));
  }
}
