#include "handlers/reminders/own_reminders.hpp"

#include "handlers/time/working_days.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using namespace std::chrono_literals;

TEST_CASE("own reminders: what is left when the time is taken out") {
  struct Row {
    const char* said;
    const char* what;
    Language language;
  };
  const auto row = GENERATE(values<Row>({
      {"at ringe til Lone på onsdag kl. 9", "ringe til Lone", Language::danish},
      {"på onsdag kl. 9 at ringe til Lone tak", "ringe til Lone", Language::danish},
      {"søndag 25/10 kl 02.30", "", Language::danish},
      {"regnskabet, senest fredag", "regnskabet", Language::danish},
      {"to call Anne tomorrow at 9am please", "call Anne", Language::english},
      {"on 4/5", "", Language::english},
  }));
  CAPTURE(row.said);
  const LocalTime now{store::Day{2026y / 3 / 25}, 10h};
  CHECK(what_of(row.said, parse_when(row.said, now, row.language, {}).taken) == row.what);
}

TEST_CASE("own reminders: a long text is cut between words and stays readable") {
  const std::string said = std::string(295, 'a') + " åååååååå bbb";
  const auto what = what_of(said, {});
  CHECK(what == std::string(295, 'a'));
  std::string letters;
  for (int i = 0; i < 200; ++i) {
    letters += "å";
  }
  CHECK(what_of(letters, {}).size() == 298);
  CHECK(what_of("x" + letters, {}).size() == 299);
}
