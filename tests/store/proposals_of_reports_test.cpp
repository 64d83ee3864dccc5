// A data file from before reports of wrong entries were proposals: what was open then is open still.
#include "store/database.hpp"
#include "store/proposals.hpp"
#include "tests/store/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace store;

namespace {

constexpr int last_with_reports = 16;

/// What marks a file as ours.
int application_id(const tests::TemporaryFolder& folder) {
  { Database made(folder / "new.db", Database::Create::yes); }
  SQLite::Database file((folder / "new.db").string());
  return file.execAndGet("PRAGMA application_id").getInt();
}

/// The migrations up to that one, as the program of those days ran them.
std::vector<std::filesystem::path> migrations_of_then() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(INDGANG_SOURCE_DIR) / "store/migrations")) {
    if (std::stoi(entry.path().filename().string()) <= last_with_reports) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Three tasks and four people, and reports in every state that there was.
constexpr char reports_of_then[] = R"(
INSERT INTO tasks (id, title, title_folded) VALUES (1, 'A', 'a'), (2, 'B', 'b'), (3, 'C', 'c');
INSERT INTO people (id, name, name_folded, in_people, in_catalogue)
VALUES (5, 'P', 'p', 1, 0), (6, 'Q', 'q', 1, 0), (7, 'R', 'r', 1, 0), (8, 'S', 's', 1, 0);
INSERT INTO wrong_entry_reports (id, task_id, person_id, state, created_at, closed_at) VALUES
  (11, 1, 5, 'open', 100, NULL),    -- said by three, the first of them not the first by name
  (12, 2, 6, 'closed', 110, 120),   -- answered
  (13, 2, 6, 'open', 130, NULL),    -- and said again
  (14, 3, 7, 'open', 140, NULL),    -- withdrawn: nobody stands by it any more
  (15, 3, 8, 'open', 150, NULL),    -- what somebody has proposed already
  (16, 1, 8, 'closed', 160, 170);
INSERT INTO wrong_entry_supporters (report_id, reporter, said_at) VALUES
  (11, 'zoe', 100), (11, 'anna', 105), (11, 'bo', 107), (12, 'anna', 110), (13, 'bo', 130), (15, 'anna', 150),
  (16, 'bo', 160);
INSERT INTO proposals (id, kind, task_id, person_id, waits_for, author, created_at)
VALUES (40, 'transfer', 3, 8, 'owner', 'zoe', 90);
INSERT INTO proposal_supporters (proposal_id, who, said_at) VALUES (40, 'zoe', 90);
INSERT INTO proposals (id, kind, state, task_id, person_id, waits_for, author, created_at, decided_at, decided_by)
VALUES (41, 'transfer', 'refused', 1, 5, 'owner', 'zoe', 50, 60, 'ole');
)";

std::filesystem::path file_of_then(const tests::TemporaryFolder& folder) {
  SQLite::Database file((folder / "then.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  file.exec("PRAGMA journal_mode = WAL");
  for (const auto& migration : migrations_of_then()) {
    std::ifstream in(migration);
    file.exec(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  file.exec("PRAGMA user_version = " + std::to_string(last_with_reports));
  file.exec("PRAGMA application_id = " + std::to_string(application_id(folder)));
  file.exec(reports_of_then);
  return folder / "then.db";
}

const Proposal* about(const std::vector<Proposal>& all, std::int64_t task, std::int64_t person) {
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Proposal& one) { return one.task == task && one.person == person; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("proposals of reports: open reports become open proposals with all who stand by them") {
  tests::TemporaryFolder folder;
  Database database(file_of_then(folder), Database::Create::no, Database::Older::update);
  const auto open = open_proposals(database, 100);
  REQUIRE(open.size() == 3);

  const auto* first = about(open, 1, 5);
  REQUIRE(first != nullptr);
  CHECK(first->kind == ProposalKind::transfer);
  CHECK(first->state == ProposalState::open);
  CHECK(first->receiver == 0);
  CHECK(first->waits_for == Approver::owner);
  CHECK(first->approver == 0);
  CHECK(first->author == "zoe");
  CHECK(supporters(database, first->id) == std::vector<std::string>{"zoe", "anna", "bo"});

  const auto* again = about(open, 2, 6);
  REQUIRE(again != nullptr);
  CHECK(again->author == "bo");
  CHECK(supporters(database, again->id) == std::vector<std::string>{"bo"});
}

TEST_CASE("proposals of reports: what was proposed already gets the others' support, and no twin") {
  tests::TemporaryFolder folder;
  Database database(file_of_then(folder), Database::Create::no, Database::Older::update);
  const auto before = find_proposal(database, 40).value();
  CHECK(before.state == ProposalState::open);
  CHECK(before.author == "zoe");
  CHECK(supporters(database, 40) == std::vector<std::string>{"zoe", "anna"});
  CHECK(open_transfers(database, 3).size() == 1);
}

TEST_CASE("proposals of reports: what was answered or withdrawn stays so") {
  tests::TemporaryFolder folder;
  Database database(file_of_then(folder), Database::Create::no, Database::Older::update);
  const auto open = open_proposals(database, 100);
  CHECK(about(open, 3, 7) == nullptr);
  CHECK(about(open, 1, 8) == nullptr);
  const auto refused = find_proposal(database, 41).value();
  CHECK(refused.state == ProposalState::refused);
  CHECK(refused.decided_by == "ole");
}

TEST_CASE("proposals of reports: they are decided like any other") {
  tests::TemporaryFolder folder;
  Database database(file_of_then(folder), Database::Create::no, Database::Older::update);
  const auto id = about(open_proposals(database, 100), 1, 5)->id;
  Transaction transaction(database);
  const auto told =
      close_proposal(transaction, id, ProposalState::published, "pia", Instant{std::chrono::seconds{200}});
  CHECK(told == std::vector<std::string>{"zoe", "anna", "bo"});
  CHECK(find_proposal(database, id)->state == ProposalState::published);
  CHECK_FALSE(
      close_proposal(transaction, id, ProposalState::refused, "pia", Instant{std::chrono::seconds{201}}));
  CHECK(open_proposals(database, 100).size() == 2);
}
