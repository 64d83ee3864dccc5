#include "store/reports.hpp"

#include "store/catalogue_edits.hpp"
#include "store/confirmations.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant now{std::chrono::seconds{100}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  Fixture() {
    auto& raw = database.connection().database;
    raw.exec("INSERT INTO tasks (id, title, title_folded) VALUES (1, 'A', 'a'), (2, 'B', 'b')");
    raw.exec(
        "INSERT INTO people (id, name, name_folded, in_people, in_catalogue) VALUES (5, 'P', 'p', 1, 0)");
  }
  ReportOutcome report(std::int64_t task, std::int64_t person, const std::string& reporter) {
    return report_wrong_entry(transaction, {task, person, reporter}, now);
  }
};

}  // namespace

TEST_CASE("reports: the same entry is one report with distinct supporters") {
  Fixture f;
  CHECK(f.report(1, 5, "anna") == ReportOutcome::first);
  CHECK(f.report(1, 5, "anna") == ReportOutcome::already_said);
  CHECK(f.report(1, 5, "bo") == ReportOutcome::supported);
  CHECK(f.report(2, 5, "anna") == ReportOutcome::first);
}

TEST_CASE("reports: a closed report doesn't swallow a new one") {
  Fixture f;
  f.report(1, 5, "anna");
  f.database.connection().database.exec("UPDATE wrong_entry_reports SET state = 'closed', closed_at = 5");
  CHECK(f.report(1, 5, "anna") == ReportOutcome::first);
}

TEST_CASE("reports: an entry that has gone is told") {
  Fixture f;
  CHECK(f.report(3, 5, "anna") == ReportOutcome::entry_gone);
  CHECK(f.report(1, 6, "anna") == ReportOutcome::entry_gone);
}

TEST_CASE("reports: what was reported is settled when the entry is confirmed by its person or withdrawn") {
  Fixture f;
  f.database.connection().database.exec(
      "INSERT INTO responsibilities (task_id, person_id, role) VALUES (1, 5, 'responsible'), (2, 5, "
      "'responsible')");
  f.report(1, 5, "anna");
  f.report(2, 5, "anna");
  const ChangedBy by{"bo", {}, now};
  CHECK(confirm_entry(f.transaction, 1, 5, Day{std::chrono::days{20}}, by));
  CHECK(withdraw(f.transaction, 2, 5, Role::responsible, {}, by));
  CHECK(f.database.connection()
            .database.execAndGet("SELECT count(*) FROM wrong_entry_reports WHERE state = 'open'")
            .getInt() == 0);
  CHECK(close_reports(f.transaction, 1, 5, now) == 0);
  CHECK(f.report(1, 5, "anna") == ReportOutcome::first);
}
