#include "store/outbox.hpp"

#include "store/detail/connection.hpp"
#include "store/migrations/embedded.hpp"
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

  std::int64_t add(MessageKind kind = MessageKind::reply, int second = 100, const std::string& update = "") {
    return enqueue(transaction,
                   {.kind = kind,
                    .tenant = "t",
                    .conversation = "c",
                    .service_url = "https://s.example/",
                    .update_activity = update,
                    .payload = "{\"type\":\"message\"}"},
                   at(second));
  }
  void end(std::int64_t id, OutboxState state, int second, std::optional<Instant> next = std::nullopt) {
    record(transaction,
           {.message = id, .state = state, .next_attempt = next, .activity = "a1", .error = "503 Busy"},
           at(second));
  }
  LedgerRow row(std::int64_t id) {
    for (const auto& row : ledger(database, std::nullopt, 1000))
      if (row.id == id) return row;
    throw std::runtime_error("no such row");
  }
  std::string payload(std::int64_t id) {
    static constexpr char sql[] = R"(
SELECT payload FROM outbox WHERE id = :id UNION ALL SELECT payload FROM outbox_ended WHERE id = :id)";
    detail::Query query(database.connection(), sql);
    return query.bind(":id", id).step() ? query.text(0) : std::string();
  }
};

}  // namespace

TEST_CASE("outbox: a message waits whole, in the order of writing, and pages don't overlap") {
  Fixture f;
  const auto first = f.add(MessageKind::broadcast, 101, "7");
  const auto second = f.add(MessageKind::reply, 100);
  const auto all = pending_messages(f.database, 0, 10);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == first);
  CHECK(all[1].id == second);
  CHECK(all[0].kind == MessageKind::broadcast);
  CHECK(all[0].tenant == "t");
  CHECK(all[0].conversation == "c");
  CHECK(all[0].service_url == "https://s.example/");
  CHECK(all[0].update_activity == "7");
  CHECK(all[0].payload == "{\"type\":\"message\"}");
  CHECK(all[0].created == at(101));
  CHECK(all[0].next_attempt == at(101));
  CHECK(pending_messages(f.database, 0, 1).size() == 1);
  CHECK(pending_messages(f.database, first, 10).size() == 1);
  CHECK(pending_messages(f.database, second, 10).empty());
}

TEST_CASE("outbox: a sent message is done and its text forgotten") {
  Fixture f;
  const auto id = f.add();
  f.end(id, OutboxState::sent, 105);
  CHECK(f.row(id).state == OutboxState::sent);
  CHECK(f.row(id).attempts == 1);
  CHECK(f.row(id).finished == at(105));
  CHECK(f.row(id).error.empty());
  CHECK(f.payload(id).empty());
  CHECK(pending_messages(f.database, 0, 10).empty());
  f.end(id, OutboxState::given_up, 106);
  CHECK(f.row(id).state == OutboxState::sent);
}

TEST_CASE("outbox: sent messages share pages, however long they were") {
  Fixture f;
  auto& raw = f.database.connection().database;
  const auto used = [&] {
    return raw.execAndGet("PRAGMA page_count").getInt() - raw.execAndGet("PRAGMA freelist_count").getInt();
  };
  const int before = used();
  for (int i = 0; i < 200; ++i) {
    const auto id = enqueue(f.transaction, {.conversation = "c", .payload = std::string(3500, 'x')}, at(100));
    f.end(id, OutboxState::sent, 105);
  }
  CHECK(used() - before < 10);
}

TEST_CASE("outbox: an older file keeps what waits, what failed, and how far its ids have come") {
  tests::TemporaryFolder folder;
  {
    SQLite::Database old((folder / "a.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const auto& file : store_migrations::files())
      if (std::string_view(file.name) < "0020") old.exec(std::string(file.bytes));
    old.exec(R"(
INSERT INTO outbox (id, kind, state, created_at, next_attempt_at, finished_at, tenant, conversation, service_url,
                    update_activity, activity, error, payload, to_user) VALUES
  (1, 'reply', 'sent', 5, NULL, 6, 't', 'c', 'https://s.example/', '', 'a1', '', '', ''),
  (2, 'broadcast', 'pending', 5, 7, NULL, 't', '', 'https://s.example/', '8', '', '503', 'waits', 'u'),
  (3, 'broadcast', 'given_up', 5, NULL, 6, 't', 'c', 'https://s.example/', '', '', '403', 'lost', ''),
  (9, 'reply', 'sent', 5, NULL, 6, 't', 'c', 'https://s.example/', '', 'a9', '', '', '');
DELETE FROM outbox WHERE id = 9;
PRAGMA user_version = 19;
PRAGMA application_id = 1231971431)");
  }
  Database database(folder / "a.db", Database::Create::no, Database::Older::update);
  Transaction transaction(database);
  const auto rows = ledger(database, std::nullopt, 10);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].error == "403");
  CHECK(rows[2].state == OutboxState::sent);
  const auto waiting = pending_messages(database, 0, 10);
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].payload == "waits");
  CHECK(waiting[0].to_user == "u");
  CHECK(waiting[0].service_url == "https://s.example/");
  CHECK(waiting[0].update_activity == "8");
  CHECK(enqueue(transaction, {.payload = "new"}, at(10)) == 10);
  CHECK(database.problems().empty());
}

TEST_CASE("outbox: a failed message waits for its next attempt and keeps its text") {
  Fixture f;
  const auto id = f.add();
  f.end(id, OutboxState::pending, 105, at(120));
  CHECK(f.row(id).state == OutboxState::pending);
  CHECK(f.row(id).attempts == 1);
  CHECK(f.row(id).error == "503 Busy");
  REQUIRE(pending_messages(f.database, 0, 10).size() == 1);
  CHECK(pending_messages(f.database, 0, 10)[0].attempts == 1);
  CHECK(pending_messages(f.database, 0, 10)[0].next_attempt == at(120));
  f.end(id, OutboxState::given_up, 121);
  CHECK(f.row(id).state == OutboxState::given_up);
  CHECK(f.row(id).attempts == 2);
  CHECK_FALSE(f.payload(id).empty());
  f.end(id, OutboxState::pending, 122, at(130));
  CHECK(f.row(id).state == OutboxState::given_up);
}

TEST_CASE(
    "outbox: what was being sent when the process ended becomes uncertain, a reply that waits stays due") {
  Fixture f;
  const auto broadcast = f.add(MessageKind::broadcast);
  const auto reply = f.add();
  CHECK(claim(f.transaction, broadcast));
  CHECK(pending_messages(f.database, 0, 10).size() == 1);
  CHECK(recover(f.transaction, at(300)).uncertain == 1);
  CHECK(recover(f.transaction, at(301)).uncertain == 0);
  CHECK(f.row(broadcast).state == OutboxState::uncertain);
  CHECK(f.row(broadcast).attempts == 1);
  CHECK(f.row(reply).state == OutboxState::pending);
  f.end(broadcast, OutboxState::sent, 400);  // a later signal resolves it
  CHECK(f.row(broadcast).state == OutboxState::sent);
}

TEST_CASE("outbox: an uncertain message is never tried again by itself") {
  Fixture f;
  const auto id = f.add(MessageKind::broadcast);
  CHECK(claim(f.transaction, id));
  f.end(id, OutboxState::uncertain, 102);
  f.end(id, OutboxState::pending, 103, at(104));
  CHECK_FALSE(claim(f.transaction, id));
  CHECK(f.row(id).state == OutboxState::uncertain);
  CHECK(pending_messages(f.database, 0, 10).empty());
}

TEST_CASE("outbox: what may be repeated waits again after a start") {
  Fixture f;
  const auto edit = f.add(MessageKind::broadcast, 100, "7");
  const auto reply = f.add(MessageKind::reply);
  CHECK(claim(f.transaction, edit)->update_activity == "7");
  CHECK(claim(f.transaction, reply));
  CHECK(pending_messages(f.database, 0, 10).empty());
  CHECK(recover(f.transaction, at(300)).uncertain == 0);
  const auto waiting = pending_messages(f.database, 0, 10);
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].attempts == 1);
  CHECK(waiting[0].next_attempt == at(300));
}

TEST_CASE("outbox: a claim gives the content as it is now, once, and not of what was withdrawn") {
  Fixture f;
  const auto id = f.add(MessageKind::broadcast);
  CHECK(replace_waiting(f.transaction, id, "new"));
  const auto claimed = claim(f.transaction, id);
  REQUIRE(claimed);
  CHECK(claimed->payload == "new");
  CHECK_FALSE(claim(f.transaction, id));
  CHECK_FALSE(replace_waiting(f.transaction, id, "too late"));
  const auto withdrawn = f.add(MessageKind::broadcast);
  f.end(withdrawn, OutboxState::given_up, 102);
  CHECK_FALSE(claim(f.transaction, withdrawn));
}

TEST_CASE("outbox: a message that follows another edits it, or is new if that one never arrived") {
  Fixture f;
  const auto arrived = f.add(MessageKind::broadcast), lost = f.add(MessageKind::broadcast);
  const auto edit = f.add(MessageKind::broadcast, 100, follow(arrived));
  const auto anew = f.add(MessageKind::broadcast, 100, follow(lost));
  f.end(arrived, OutboxState::sent, 101);
  f.end(lost, OutboxState::given_up, 101);
  CHECK(claim(f.transaction, edit)->update_activity == "a1");
  CHECK(claim(f.transaction, anew)->update_activity.empty());
  CHECK(recover(f.transaction, at(102)).uncertain == 1);  // the edit can be repeated, the new one cannot
  CHECK(pending_messages(f.database, 0, 10).front().update_activity == "a1");
}

TEST_CASE("outbox: a message to a person waits without a conversation until it has one") {
  Fixture f;
  OutboxMessage message{
      .kind = MessageKind::broadcast, .tenant = "t", .to_user = "u", .service_url = "s", .payload = "{}"};
  message.id = enqueue(f.transaction, message, at(100));
  CHECK(pending_messages(f.database, 0, 10).front().to_user == "u");
  CHECK(pending_messages(f.database, 0, 10).front().conversation.empty());
  message.conversation = "a:1";
  message.attempts = 1;
  readdress(f.transaction, message, at(105));
  const auto waiting = pending_messages(f.database, 0, 10).front();
  CHECK(waiting.conversation == "a:1");
  CHECK(waiting.attempts == 1);
  CHECK(waiting.next_attempt == at(105));
  f.end(message.id, OutboxState::given_up, 106);
  message.conversation = "a:2";
  readdress(f.transaction, message, at(107));
  CHECK(f.row(message.id).conversation == "a:1");
  CHECK(f.row(message.id).state == OutboxState::given_up);
}

TEST_CASE("outbox: what waits to edit a message that was deleted edits the one that stands for it") {
  Fixture f;
  const auto first = f.add(MessageKind::broadcast, 100, "7"),
             second = f.add(MessageKind::broadcast, 100, "7");
  const auto other = f.add(MessageKind::broadcast, 100, "8");
  record(f.transaction, {.message = first, .state = OutboxState::sent, .activity = "9", .replaced = "7"},
         at(101));
  CHECK(claim(f.transaction, second)->update_activity == "9");
  CHECK(claim(f.transaction, other)->update_activity == "8");
}

TEST_CASE("outbox: old finished rows go, uncertain and waiting ones stay") {
  Fixture f;
  const auto sent = f.add(), lost = f.add(), young = f.add(), waiting = f.add();
  const auto unclear = f.add(MessageKind::broadcast);
  f.end(sent, OutboxState::sent, 110);
  f.end(lost, OutboxState::given_up, 110);
  f.end(unclear, OutboxState::uncertain, 110);
  f.end(young, OutboxState::sent, 200);
  CHECK(prune_outbox(f.transaction, at(200), at(1000)) == 2);
  CHECK(prune_outbox(f.transaction, at(200), at(1000)) == 0);
  CHECK(f.payload(lost).empty());
  CHECK_FALSE(f.payload(unclear).empty());
  const auto rows = ledger(f.database, std::nullopt, 10);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].id == unclear);
  CHECK(rows[1].id == waiting);
  CHECK(rows[2].id == young);
}

TEST_CASE("outbox: what a wrong clock wrote holds up nothing behind it") {
  Fixture f;
  const auto future = f.add(MessageKind::reply, 90'000), past = f.add(MessageKind::reply, 1);
  const auto old = f.add(MessageKind::reply, 100), late = f.add(MessageKind::reply, 100),
             young = f.add(MessageKind::reply, 250);
  f.end(future, OutboxState::sent, 90'001);
  f.end(past, OutboxState::sent, 2);
  f.end(old, OutboxState::sent, 101);
  f.end(late, OutboxState::sent, 220);
  f.end(young, OutboxState::sent, 251);
  CHECK(prune_outbox(f.transaction, at(200), at(1000)) == 2);
  CHECK(prune_outbox(f.transaction, at(230), at(1000)) == 1);
  CHECK(f.row(future).finished == at(90'001));
  CHECK(f.row(young).finished == at(251));
}

TEST_CASE("outbox: pruning goes in steps") {
  Fixture f;
  for (int i = 0; i < prune_step + 5; ++i) f.end(f.add(), OutboxState::sent, 110);
  CHECK(prune_outbox(f.transaction, at(200), at(1000)) == prune_step);
  CHECK(prune_outbox(f.transaction, at(200), at(1000)) == 5);
}

TEST_CASE("outbox: the ledger narrows to a state and counts it") {
  Fixture f;
  for (int i = 0; i < 3; ++i) f.add();
  const auto lost = f.add();
  f.end(lost, OutboxState::given_up, 110);
  CHECK(count_messages(f.database, OutboxState::pending) == 3);
  CHECK(count_messages(f.database, OutboxState::given_up) == 1);
  CHECK(count_messages(f.database, OutboxState::sent) == 0);
  CHECK(ledger(f.database, OutboxState::pending, 2).size() == 2);
  const auto rows = ledger(f.database, OutboxState::given_up, 10);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].id == lost);
  CHECK(rows[0].created == at(100));
  CHECK(rows[0].conversation == "c");
}

TEST_CASE("outbox: an id is never given twice") {
  Fixture f;
  const auto id = f.add();
  f.end(id, OutboxState::sent, 110);
  prune_outbox(f.transaction, at(200), at(1000));
  CHECK(f.add() > id);
}
