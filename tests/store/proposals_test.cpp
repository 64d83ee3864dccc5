#include "store/proposals.hpp"

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
        "INSERT INTO people (id, name, name_folded, in_people, in_catalogue) VALUES (5, 'P', 'p', 1, 0), "
        "(6, 'Q', 'q', 1, 0), (7, 'R', 'r', 1, 0)");
  }

  Proposed propose(const Proposal& proposal) { return open_proposal(transaction, proposal, now); }
};

Proposal transfer(std::int64_t receiver, const std::string& author) {
  Proposal proposal;
  proposal.kind = ProposalKind::transfer;
  proposal.task = 1;
  proposal.person = 5;
  proposal.receiver = receiver;
  proposal.waits_for = Approver::person;
  proposal.approver = 5;
  proposal.author = author;
  return proposal;
}

}  // namespace

TEST_CASE("proposals: everything that is said comes back") {
  Fixture f;
  auto proposal = transfer(6, "anna");
  proposal.kind = ProposalKind::add;
  proposal.text = "Ladestandere";
  proposal.kle = {"05.01", "05.02"};
  proposal.keywords = {"elbil"};
  proposal.from = Day{std::chrono::days{10}};
  proposal.to = Day{std::chrono::days{20}};
  proposal.fault = "Vej";
  const auto id = f.propose(proposal).id;
  const auto found = find_proposal(f.database, id).value();
  CHECK(found.kind == ProposalKind::add);
  CHECK(found.state == ProposalState::open);
  CHECK(found.text == "Ladestandere");
  CHECK(found.kle == proposal.kle);
  CHECK(found.keywords == proposal.keywords);
  CHECK(found.from == proposal.from);
  CHECK(found.to == proposal.to);
  CHECK(found.fault == "Vej");
  CHECK(found.waits_for == Approver::person);
  CHECK(found.approver == 5);
  CHECK(found.author == "anna");
  CHECK_FALSE(find_proposal(f.database, id + 1));
}

TEST_CASE("proposals: the same from several is one with supporters, each counted once") {
  Fixture f;
  const auto first = f.propose(transfer(6, "anna"));
  CHECK(first.outcome == ProposeOutcome::opened);
  const auto second = f.propose(transfer(6, "bo"));
  CHECK(second.id == first.id);
  CHECK(second.outcome == ProposeOutcome::joined);
  CHECK(f.propose(transfer(6, "anna")).outcome == ProposeOutcome::already_said);
  CHECK(supporters(f.database, first.id) == std::vector<std::string>{"anna", "bo"});
  CHECK(f.propose(transfer(7, "anna")).id != first.id);
  CHECK(open_proposals(f.database, 10).size() == 2);
  CHECK(open_transfers(f.database, 1).size() == 2);
  CHECK(open_transfers(f.database, 2).empty());
}

TEST_CASE("proposals: closed once, and nobody knows who said it any more") {
  Fixture f;
  const auto id = f.propose(transfer(6, "anna")).id;
  f.propose(transfer(6, "bo"));
  const auto said = close_proposal(f.transaction, id, ProposalState::published, "lone", now);
  CHECK(said == std::vector<std::string>{"anna", "bo"});
  CHECK_FALSE(close_proposal(f.transaction, id, ProposalState::refused, "lone", now));
  const auto closed = find_proposal(f.database, id).value();
  CHECK(closed.state == ProposalState::published);
  CHECK(closed.decided_by == "lone");
  CHECK(supporters(f.database, id).empty());
  CHECK_FALSE(ask_instead(f.transaction, id, Approver::owner, 0));
  CHECK_FALSE(count_nudge(f.transaction, id));
  CHECK(f.propose(transfer(6, "anna")).id != id);
}

TEST_CASE("proposals: somebody else is asked, and nudges are counted") {
  Fixture f;
  const auto id = f.propose(transfer(6, "anna")).id;
  CHECK(ask_instead(f.transaction, id, Approver::leader, 7));
  CHECK(count_nudge(f.transaction, id));
  auto found = find_proposal(f.database, id).value();
  CHECK(found.waits_for == Approver::leader);
  CHECK(found.approver == 7);
  CHECK(found.nudges == 1);
  f.database.connection().database.exec("DELETE FROM people WHERE id = 7");
  CHECK(find_proposal(f.database, id).value().approver == 0);
  f.database.connection().database.exec("DELETE FROM tasks WHERE id = 1");
  CHECK_FALSE(find_proposal(f.database, id));
}
