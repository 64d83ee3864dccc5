#include "handlers/leaving/watch.hpp"

#include "handlers/duties.hpp"
#include "store/catalogue_edits.hpp"
#include "store/departures.hpp"
#include "store/import.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <fstream>

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
  /// The people file has object ids: that of one colleague.
  void file_knows(const std::string& email, const std::string& object_id) {
    std::ifstream before(INDGANG_SOURCE_DIR "/tests/fixtures/catalogue/people.csv");
    const auto path = database_file().parent_path() / "people_with_ids.csv";
    std::ofstream file(path);
    std::string line;
    std::getline(before, line);
    file << "entra_id;" << line << '\n';
    while (std::getline(before, line)) {
      file << (line.find(email) == line.find(';') + 1 ? object_id : "") << ';' << line << '\n';
    }
    file.close();
    REQUIRE(store::import_people(database(), path, {}, now()).applied);
    send(turn(handlers::TurnKind::other));  // reads the catalogue again
  }
  /// The id of the one move there is.
  std::string move() {
    for (std::int64_t id = 1; const auto found = store::find_departure(database(), id); ++id) {
      if (found->moves) return std::to_string(id);
    }
    return "0";
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

TEST_CASE("leavers: without a leader the owner is told, also one whom the settings name by object id") {
  Fixture f;
  const std::string mette = "mette.sand@sundkoebing.example";
  const std::string object_id = "aaaaaaaa-0000-4000-8000-00000000000b";
  f.set("owner", object_id);
  f.file_knows(mette, object_id);
  f.set("known", mette);
  f.set("start", "service");
  CHECK_THAT(f.heard(mette, "2026-03-26T08:00"), Contains("Henrik Møller har sidste arbejdsdag 27. februar"));
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

TEST_CASE("movers: no card for who has nothing from before, stays under the leader, or is back again") {
  Fixture f;
  const std::string mads = "mads.thorup@sundkoebing.example";
  f.set("known", birthe);
  f.set("known", mads);
  f.set("start", "service");
  f.set("moved", karen + "=Miljø");  // Birthe leads her still
  CHECK(f.heard(birthe, "2026-03-26T08:00").empty());
  f.set("moved", karen + "=Byggesag");
  f.set("moved", karen + "=Miljø");
  f.set("moved", karen + "=Byggesag");
  CHECK(f.heard(birthe, "2026-03-27T08:00").empty());
  f.set("leader", "ole.bach@sundkoebing.example=" + birthe);
  f.set("moved", "ole.bach@sundkoebing.example=Jura");
  {
    store::Transaction transaction(f.database());
    const auto& catalogue = f.finder().catalogue();
    const auto ole = catalogue.person_by_email("ole.bach@sundkoebing.example");
    for (const auto& one : catalogue.responsibilities_of_person(ole)) {
      store::withdraw(transaction, catalogue.task(one.task).id, catalogue.person(ole).id, one.role, {},
                      {std::string(store::actor_import)});
    }
    transaction.commit();
  }
  f.set("leader", "ole.bach@sundkoebing.example=" + mads);
  CHECK(f.heard(birthe, "2026-03-30T08:00").empty());
}

TEST_CASE("movers: only the leader who was left, the new one and the owners of everything decide") {
  Fixture f;
  f.set("known", birthe);
  f.set("start", "service");
  f.set("moved", karen + "=Miljø");
  f.set("leader", karen + "=aase.oerum@sundkoebing.example");
  CHECK_THAT(f.heard(birthe, "2026-03-26T08:00"), Contains("Karen Vestergaard er flyttet fra Byggesag."));
  const auto tap = [&](const std::string& who) {
    f.enter_chat(who);
    auto turn = f.turn(handlers::TurnKind::card_action);
    turn.action = handlers::CardAction{"leaver_each", {{"item", f.move()}, {"lang", "da"}}, true};
    const auto invoke = f.send(turn).invoke.value();
    return invoke.card + invoke.message;
  };
  f.set("known", "pia.holm@sundkoebing.example");
  f.set("known", "aase.oerum@sundkoebing.example");
  f.set("known", karen);
  CHECK_THAT(tap("pia.holm@sundkoebing.example"),
             Contains("Det kan kun lederen for Karen Vestergaard ordne"));
  CHECK_THAT(tap(karen), Contains("Det kan kun lederen for Karen Vestergaard ordne"));
  CHECK_THAT(tap("aase.oerum@sundkoebing.example"), Contains("Hvem overtager"));
  CHECK_THAT(tap(birthe), Contains("Hvem overtager"));
}

TEST_CASE("movers: who leaves afterwards is one card about everything, and the old one is over") {
  Fixture f;
  f.set("known", birthe);
  f.set("start", "service");
  f.set("moved", karen + "=Miljø");
  f.set("leader", karen + "=aase.oerum@sundkoebing.example");
  f.heard(birthe, "2026-03-26T08:00");
  f.file_says(day(2026, 5, 1));
  f.heard(birthe, "2026-03-27T08:00");
  auto turn = f.turn(handlers::TurnKind::card_action);
  turn.action = handlers::CardAction{"leaver_all", {{"item", f.move()}, {"lang", "da"}}, true};
  const auto invoke = f.send(turn).invoke.value();
  CHECK_THAT(invoke.card + invoke.message, Contains("Det er ikke længere aktuelt."));
}
