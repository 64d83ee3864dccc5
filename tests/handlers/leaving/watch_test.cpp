#include "handlers/leaving/watch.hpp"

#include "handlers/duties.hpp"
#include "store/catalogue_edits.hpp"
#include "store/departures.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string birthe = "birthe.noer@sundkoebing.example";

struct Fixture : tests::Conversation {
  std::int64_t id = finder().catalogue().person(finder().catalogue().person_by_email(karen)).id;

  Fixture() { policy.overviews = "off"; }

  /// As an import does it.
  void file_says(std::optional<store::Day> left) {
    store::Transaction transaction(database());
    store::set_left(transaction, id, left, {std::string(store::actor_import)});
    transaction.commit();
  }
  std::string heard(const std::string& who, const std::string& clock) {
    set("clock", clock);
    run_due();
    std::string text;
    for (const auto& reply : enter_chat(who)) text += reply.text + "\n";
    return text;
  }
};

constexpr store::Day day(int year, unsigned month, unsigned date) {
  return store::Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

}  // namespace

TEST_CASE(
    "leavers: a file's leaver is told of once, on the next working day at eight, also after a downtime") {
  Fixture f;
  f.set("known", birthe);
  f.set("start", "service");
  f.file_says(day(2026, 5, 1));
  CHECK(f.heard(birthe, "2026-03-26T07:59").empty());
  CHECK_THAT(f.heard(birthe, "2026-03-26T08:00"),
             Contains("Karen Vestergaard har sidste arbejdsdag 30. april"));
  // Down over Easter, then looked at several times a day.
  f.set("start", "service");
  CHECK(f.heard(birthe, "2026-04-07T11:00").empty());
  f.set("start", "service");
  CHECK(f.heard(birthe, "2026-04-07T11:01").empty());
  CHECK(store::duty_due(f.database(), handlers::watch_leavers_duty, 0));
}

TEST_CASE("leavers: a file that takes the day back takes everything back") {
  Fixture f;
  f.set("known", birthe);
  f.set("start", "service");
  f.file_says(day(2026, 5, 1));
  f.heard(birthe, "2026-03-26T08:00");
  REQUIRE(store::departure_of(f.database(), f.id));
  f.file_says(day(2026, 6, 1));
  CHECK(f.heard(birthe, "2026-03-27T08:00").empty());
  CHECK(store::departure_of(f.database(), f.id)->first_day_without == day(2026, 6, 1));
  f.file_says({});
  CHECK_THAT(f.heard(birthe, "2026-03-30T08:00"), Contains("Karen Vestergaard bliver."));
  CHECK_FALSE(store::departure_of(f.database(), f.id));
}
