#include "store/question_log.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace store;

namespace {

constexpr Day first_day{std::chrono::days{20537}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  void ask(const std::string& asker, int day, int keep_days = 90,
           QuestionOutcome outcome = QuestionOutcome::sure, std::int64_t task = 7) {
    log_question(transaction, {first_day + std::chrono::days{day}, "find_person", outcome, task, asker},
                 keep_days);
  }
  std::set<std::string> askers() {
    std::set<std::string> all;
    for (const auto& row : logged_questions(database)) all.insert(row.question.asker);
    return all;
  }
};

}  // namespace

TEST_CASE("question log: questions of one kind on one day are one row with a count") {
  Fixture f;
  f.ask("t ole", 0);
  f.ask("t ole", 0);
  f.ask("t ole", 0, 90, QuestionOutcome::none, 0);
  f.ask("t ole", 1);
  const auto rows = logged_questions(f.database);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].question.outcome == QuestionOutcome::none);
  CHECK(rows[0].question.task == 0);
  CHECK(rows[1].times == 2);
  CHECK(rows[1].question.day == first_day);
  CHECK(rows[1].question.intent == "find_person");
  CHECK(rows[2].question.day == first_day + std::chrono::days{1});
}

TEST_CASE("question log: one asker has one pseudonym, another asker another one, and neither is the id") {
  Fixture f;
  f.ask("t ole", 0);
  f.ask("t ole", 5);
  CHECK(f.askers().size() == 1);
  f.ask("t nadia", 5);
  const auto askers = f.askers();
  CHECK(askers.size() == 2);
  for (const auto& asker : askers) {
    CHECK(asker.size() == 32);
    CHECK(asker.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}

TEST_CASE("question log: two installations call the same asker differently") {
  Fixture one;
  Fixture two;
  one.ask("t ole", 0);
  two.ask("t ole", 0);
  CHECK(one.askers() != two.askers());
}

TEST_CASE("question log: a secret that was made in what is undone is used for nobody") {
  const tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  const AskedQuestion question{first_day, "find_person", QuestionOutcome::sure, 7, "t ole"};
  {
    Transaction undone(database);
    log_question(undone, question, 90);
  }
  for (int i = 0; i < 2; ++i) {
    Transaction transaction(database);
    log_question(transaction, question, 90);
    transaction.commit();
  }
  Database other(folder / "a.db", Database::Create::no);
  const auto found = questions_of(other, {"t ole"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].times == 2);
}

TEST_CASE("question log: what is forgotten by a clock that ran ahead takes its secret along") {
  Fixture f;
  f.ask("t ole", 0);
  forget_questions(f.transaction, first_day + std::chrono::days{90}, 90);
  f.ask("t ole", 1);
  CHECK(questions_of(f.database, {"t ole"}).size() == 1);
}

TEST_CASE("question log: after the retention the secret is another one") {
  Fixture f;
  f.ask("t ole", 0, 10);
  f.ask("t ole", 9, 10);
  CHECK(f.askers().size() == 1);
  f.ask("t ole", 10, 10);
  CHECK(f.askers().size() == 2);
}

TEST_CASE("question log: rows go when they are older than the retention") {
  Fixture f;
  f.ask("t ole", 0);
  f.ask("t ole", 1);
  CHECK(forget_questions(f.transaction, first_day + std::chrono::days{89}, 90) == 0);
  CHECK(forget_questions(f.transaction, first_day + std::chrono::days{90}, 90) == 1);
  CHECK(logged_questions(f.database).size() == 1);
}

TEST_CASE("question log: with a retention of 0 nothing is kept, and what was kept goes at once") {
  Fixture f;
  f.ask("t ole", 0, 0);
  CHECK(logged_questions(f.database).empty());
  f.ask("t ole", 0, 90);
  CHECK(forget_questions(f.transaction, first_day, 0) == 1);
  CHECK(logged_questions(f.database).empty());
  f.ask("t ole", 0, 90);
  const auto before = f.askers();
  forget_questions(f.transaction, first_day, 0);
  f.ask("t ole", 0, 90);
  CHECK(f.askers() != before);
}
