#include "store/open_questions.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant at(int second) {
  return Instant{std::chrono::seconds{second}};
}

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  Asked ask(const std::string& topic, const std::string& who, int second = 1) {
    return ask_question(transaction, topic, {who, "t", "chat of " + who, "da"}, at(second));
  }
};

}  // namespace

TEST_CASE("open questions: equal questions are one with distinct askers") {
  Fixture f;
  const auto first = f.ask("drager", "anna");
  CHECK(first.outcome == AskOutcome::opened);
  CHECK(f.ask("Drager", "bo").outcome == AskOutcome::joined);
  CHECK(f.ask("DRAGER", "anna").outcome == AskOutcome::already_asked);
  CHECK(f.ask("drager", "bo").question == first.question);
  CHECK(f.ask("enhjørninger", "anna").outcome == AskOutcome::opened);
  const auto open = open_questions(f.database, 10);
  REQUIRE(open.size() == 2);
  CHECK(open[0].topic == "drager");
  CHECK(open[0].askers == 2);
  CHECK(open[1].askers == 1);
}

TEST_CASE("open questions: an answer closes it once, tells whom to tell, and forgets them") {
  Fixture f;
  const auto question = f.ask("drager", "anna", 1).question;
  f.ask("drager", "bo", 2);
  const auto told = close_question(f.transaction, question, QuestionState::answered, {"owner", 0, 0}, at(3));
  REQUIRE(told);
  REQUIRE(told->size() == 2);
  CHECK(told->at(0).id == "anna");
  CHECK(told->at(1).conversation == "chat of bo");
  CHECK_FALSE(close_question(f.transaction, question, QuestionState::dismissed, {"other", 0, 0}, at(4)));
  const auto closed = find_question(f.database, question);
  REQUIRE(closed);
  CHECK(closed->state == QuestionState::answered);
  CHECK(closed->closed_by == "owner");
  CHECK(closed->askers == 2);
  auto& raw = f.database.connection().database;
  CHECK(raw.execAndGet("SELECT count(*) FROM question_askers").getInt() == 0);
}

TEST_CASE("open questions: what was closed can be asked again") {
  Fixture f;
  const auto question = f.ask("drager", "anna").question;
  close_question(f.transaction, question, QuestionState::dismissed, {"owner", 0, 0}, at(3));
  const auto again = f.ask("drager", "anna");
  CHECK(again.outcome == AskOutcome::opened);
  CHECK(again.question != question);
}

TEST_CASE("open questions: nothing is closed that is not there") {
  Fixture f;
  CHECK_FALSE(close_question(f.transaction, 7, QuestionState::answered, {"owner", 0, 0}, at(3)));
  CHECK_FALSE(find_question(f.database, 7));
}

TEST_CASE("open questions: a state outside the arrows is refused by the file") {
  Fixture f;
  f.ask("drager", "anna");
  auto& raw = f.database.connection().database;
  CHECK_THROWS(raw.exec("UPDATE open_questions SET state = 'lost'"));
  CHECK_THROWS(raw.exec("UPDATE open_questions SET state = 'answered'"));
}

TEST_CASE("open questions: shown ones are known for each conversation") {
  Fixture f;
  const auto one = f.ask("drager", "anna").question;
  const auto two = f.ask("trolde", "anna").question;
  mark_shown(f.transaction, one, "t", "owner's", at(10));
  REQUIRE(unshown_questions(f.database, "t", "owner's", 5).size() == 1);
  CHECK(unshown_questions(f.database, "t", "owner's", 5)[0].id == two);
  CHECK(unshown_questions(f.database, "t", "another", 5).size() == 2);
  mark_shown(f.transaction, two, "t", "owner's", at(20));
  const auto shown = shown_questions(f.database, "t", "owner's", at(0));
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].id == two);
  CHECK(shown_questions(f.database, "t", "owner's", at(15)).size() == 1);
  close_question(f.transaction, two, QuestionState::dismissed, {"owner", 0, 0}, at(30));
  CHECK(shown_questions(f.database, "t", "owner's", at(15))[0].state == QuestionState::dismissed);
  CHECK(unshown_questions(f.database, "t", "another", 5).size() == 1);
}
