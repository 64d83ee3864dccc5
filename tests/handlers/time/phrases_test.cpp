#include "handlers/time/phrases.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using handlers::Language;
using handlers::Texts;
using store::Day;

TEST_CASE("phrases: days in words, with the year only when it is another") {
  const Day today{2026y / 3 / 25};
  const auto& danish = Texts::in(Language::danish);
  const auto& english = Texts::in(Language::english);
  CHECK(handlers::day_in_words(Day{2026y / 3 / 3}, today, danish) == "3. marts");
  CHECK(handlers::day_in_words(Day{2026y / 3 / 3}, today, english) == "3 March");
  CHECK(handlers::day_in_words(Day{2025y / 12 / 31}, today, danish) == "31. december 2025");
  CHECK(handlers::day_in_words(Day{2027y / 1 / 1}, today, english) == "1 January 2027");
  CHECK(handlers::weekday_in_words(Day{2026y / 4 / 16}, today, danish) == "torsdag den 16. april");
  CHECK(handlers::weekday_in_words(Day{2026y / 4 / 16}, today, english) == "Thursday 16 April");
  CHECK(handlers::weekday_in_words(Day{2026y / 3 / 29}, today, danish) == "søndag den 29. marts");
  CHECK(handlers::month_in_words(Day{2025y / 5 / 9}, danish) == "maj 2025");
  CHECK(handlers::month_in_words(Day{2025y / 5 / 9}, english) == "May 2025");
}

TEST_CASE("phrases: times in words") {
  const Day today{2026y / 3 / 25};
  const auto& danish = Texts::in(Language::danish);
  const auto& english = Texts::in(Language::english);
  const handlers::LocalTime start{Day{2026y / 4 / 16}, 13h};
  const handlers::LocalTime end{Day{2026y / 4 / 16}, 15h + 30min};
  CHECK(handlers::time_in_words(13h, std::nullopt, danish) == "kl. 13.00");
  CHECK(handlers::time_in_words(9h + 5min, 24h, danish) == "kl. 9.05-24.00");
  CHECK(handlers::time_in_words(13h, 15h + 30min, english) == "13:00-15:30");
  CHECK(moment_in_words(start, end, today, danish) == "torsdag den 16. april kl. 13.00-15.30");
  CHECK(moment_in_words(start, end, today, english) == "Thursday 16 April, 13:00-15:30");
  CHECK(moment_in_words(start, std::nullopt, today, danish) == "torsdag den 16. april kl. 13.00");
  CHECK(moment_in_words(start, handlers::LocalTime{Day{2026y / 4 / 17}, 9h}, today, danish) ==
        "torsdag den 16. april kl. 13.00 - fredag den 17. april kl. 9.00");
}

TEST_CASE("phrases: what to point out about a day") {
  using Kind = handlers::Problem::Kind;
  const auto say = [](handlers::Problem problem, Day day, Language language) {
    return problem_in_words(problem, day, Texts::in(language));
  };
  CHECK(say({Kind::holiday, handlers::Holiday::maundy_thursday}, Day{2026y / 4 / 2}, Language::danish) ==
        "Det er skærtorsdag.");
  CHECK(say({Kind::holiday, handlers::Holiday::maundy_thursday}, Day{2026y / 4 / 2}, Language::english) ==
        "It is Maundy Thursday.");
  CHECK(say({Kind::weekend, {}}, Day{2026y / 3 / 28}, Language::danish) == "Det er en lørdag.");
  CHECK(say({Kind::past, {}}, Day{2026y / 3 / 20}, Language::danish) == "Det tidspunkt er passeret.");
  CHECK(say({Kind::closing_day, {}}, Day{2026y / 12 / 24}, Language::english) == "That is a closing day.");
  CHECK(say({Kind::end_before_start, {}}, Day{2026y / 4 / 2}, Language::english) ==
        "The end is not after the start.");
}
