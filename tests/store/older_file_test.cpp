#include "tests/store/older_file.hpp"

#include "store/conversation_focus.hpp"
#include "store/conversation_memory.hpp"
#include "store/conversations.hpp"
#include "store/detail/connection.hpp"
#include "store/outbox.hpp"
#include "store/question_log.hpp"
#include "store/seen_activities.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant noon{std::chrono::hours{500'000}};

/// A file as the program before migration 0021 left it.
void write_older(const std::filesystem::path& path) {
  SQLite::Database old = tests::make_older_file(path);
  old.exec(R"(
INSERT INTO outbox (id, kind, state, attempts, created_at, next_attempt_at, finished_at, tenant, conversation, to_user,
                    service_url, update_activity, activity, error) VALUES
  (1, 'reply', 'sent', 1, 5, NULL, 6, 't', 'c', '', '', '', 'a1', ''),
  (2, 'broadcast', 'pending', 2, 5, 7, NULL, 't', '', 'u', 'https://s.example/', '8', '', '503'),
  (3, 'broadcast', 'given_up', 1, 5, NULL, 6, 't', 'c', '', 'https://s.example/', '', '', '403'),
  (4, 'broadcast', 'uncertain', 1, 5, NULL, 6, 't', 'c', '', 'https://s.example/', '', '', '502'),
  (5, 'broadcast', 'sending', 0, 5, NULL, NULL, 't', 'c', '', 'https://s.example/', '', '', ''),
  (9, 'reply', 'sent', 1, 5, NULL, 6, 't', 'c', '', '', '', 'a9', '');
INSERT INTO outbox_texts VALUES (2, 'waits'), (3, 'lost'), (4, 'perhaps'), (5, 'leaves');
DELETE FROM outbox WHERE id = 9;
INSERT INTO conversations VALUES ('t', 'a:1', 'personal', 'https://s', '28:bot', '29:u', 'AA', '', '', 5, 6, 7, NULL, 'a@x.example', 'en'),
                                 ('t', 'a:2', 'personal', 'https://s', '28:bot', '29:v', 'bb', '', '', 5, 6, 7, 8, '', 'da');
INSERT INTO conversation_memory VALUES ('t', 'a:1', 'aa', 'en', 'find_person', '1', '2', '', '', '', 0, '', 1800000000);
INSERT INTO conversation_focus VALUES ('t', 'a:1', 'aa', 3, 4, 'yes?', 1800000000);
INSERT INTO question_log VALUES (20000, 'find_person', 'sure', 1, 'p', 3), (20000, 'help', 'none', 0, 'p', 1);
INSERT INTO seen_activities VALUES ('id 1:t4:a:æ2:17', 1799999990, 'first'), ('id 2:t:1:c1:8', 1799999991, ''),
                                   ('tap 00ff', 1799999992, 'tapped'), ('id odd', 1799999993, 'kept'))");
}

}  // namespace

TEST_CASE("older file: every message keeps its state, its text and its number") {
  tests::TemporaryFolder folder;
  write_older(folder / "a.db");
  Database database(folder / "a.db", Database::Create::no, Database::Older::update);
  Transaction transaction(database);
  CHECK(database.problems().empty());
  const auto rows = ledger(database, std::nullopt, 10);
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].state == OutboxState::sending);
  CHECK(rows[1].state == OutboxState::uncertain);
  CHECK(rows[2].error == "403");
  CHECK(rows[3].attempts == 2);
  CHECK(rows[4].state == OutboxState::sent);
  CHECK(ledger(database, OutboxState::given_up, 10).size() == 1);
  const auto waiting = pending_messages(database, 0, 10);
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].id == 2);
  CHECK(waiting[0].payload == "waits");
  CHECK(waiting[0].to_user == "u");
  CHECK(waiting[0].service_url == "https://s.example/");
  CHECK(waiting[0].update_activity == "8");
  CHECK(waiting[0].next_attempt == Instant{std::chrono::seconds{7}});
  CHECK(enqueue(transaction, {.update_activity = follow(1), .payload = "new"}, noon) == 10);
  CHECK(claim(transaction, 10)->update_activity == "a1");
  CHECK(recover(transaction, noon).uncertain == 1);
  record(transaction, {.message = 4, .state = OutboxState::sent, .activity = "a4"}, noon);
  CHECK(ledger(database, OutboxState::sent, 10).size() == 2);
}

TEST_CASE("older file: conversations and what they were about are known as before") {
  tests::TemporaryFolder folder;
  write_older(folder / "a.db");
  Database database(folder / "a.db", Database::Create::no, Database::Older::update);
  const auto known = find_conversation(database, "t", "a:1");
  REQUIRE(known);
  CHECK(known->user_email == "a@x.example");
  CHECK(known->language == "en");
  CHECK(find_personal_conversation(database, "t", "aa", "") == known);
  CHECK_FALSE(find_conversation(database, "t", "a:2"));
  CHECK(was_removed_by(database, "t", "BB", ""));
  const MemoryKey key{"t", "a:1", "aa"};
  CHECK(recall(database, key, noon)->tasks == std::vector<std::int64_t>{1});
  CHECK(focus(database, key, noon)->pending == "yes?");
  const auto questions = logged_questions(database);
  REQUIRE(questions.size() == 2);
  CHECK(questions[0].times == 3);
}

TEST_CASE("older file: a delivery that was handled before the update is known after it") {
  tests::TemporaryFolder folder;
  write_older(folder / "a.db");
  Database database(folder / "a.db", Database::Create::no, Database::Older::update);
  Transaction transaction(database);
  CHECK(take_delivery(transaction, {"id 2:174:a:æ1:t"}, noon) == "first");
  CHECK(take_delivery(transaction, {"id 1:81:c2:t:"}, noon) == "");
  CHECK(take_delivery(transaction, {"tap 00ff"}, noon) == "tapped");
  CHECK_FALSE(take_delivery(transaction, {"id 2:174:a:æ1:u"}, noon));
  CHECK(forget_seen(transaction, noon + seen_activity_retention) == 4);
}

TEST_CASE("older file: only who may update it changes it; a copy can be made before") {
  tests::TemporaryFolder folder;
  const auto file = folder / "a.db";
  write_older(file);
  CHECK_THROWS_WITH(Database(file, Database::Create::no), Contains("data version 20") && Contains("backup"));
  CHECK_THROWS_WITH(Database(file, Database::Create::yes), Contains("data version 20"));
  {
    Database as_it_is(file, Database::Create::no, Database::Older::leave);
    CHECK(as_it_is.version() == 20);
    CHECK(as_it_is.problems().empty());
    as_it_is.backup(folder / "copy.db");
  }
  CHECK(Database(file, Database::Create::no, Database::Older::update).version() ==
        Database::newest_version());
  CHECK(Database(file, Database::Create::no).version() == Database::newest_version());
  CHECK(Database(folder / "copy.db", Database::Create::no, Database::Older::leave).version() == 20);
}
