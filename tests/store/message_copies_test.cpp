#include "store/message_copies.hpp"

#include "store/detail/connection.hpp"
#include "store/outbox.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

struct Copies : tests::World {
  Gathering gathering = add(GatheringState::invited);

  std::int64_t send(std::int64_t person, CopyKind kind = CopyKind::invitation,
                    const std::string& update_activity = "") {
    const auto row = enqueue(*transaction,
                             {.kind = MessageKind::broadcast,
                              .tenant = "t",
                              .conversation = "a:" + std::to_string(person),
                              .update_activity = update_activity,
                              .payload = "{\"text\":\"før\"}"},
                             now);
    add_copy(*transaction, {gathering.id, person, kind}, row, "", now);
    return row;
  }
  void end(std::int64_t row, OutboxState state, const std::string& activity = "",
           const std::string& error = "") {
    record(*transaction,
           {.message = row,
            .state = state,
            .next_attempt = now,
            .activity = activity,
            .error = error,
            .copy = true},
           now);
  }
  MessageCopy latest(std::int64_t person, CopyKind kind = CopyKind::invitation) {
    return latest_copy(database, gathering.id, person, kind).value();
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

TEST_CASE("message copies: a copy waits with its row, and knows where it goes") {
  Copies c;
  const auto row = c.send(c.people[1]);
  c.reopen();
  const auto copy = c.latest(c.people[1]);
  CHECK(copy.id > 0);
  CHECK(copy.outbox == row);
  CHECK(copy.of.gathering == c.gathering.id);
  CHECK(copy.of.person == c.people[1]);
  CHECK(copy.of.kind == CopyKind::invitation);
  CHECK(copy.state == CopyState::waiting);
  CHECK(copy.tenant == "t");
  CHECK(copy.conversation == "a:" + std::to_string(c.people[1]));
  CHECK(copy.activity.empty());
  CHECK(copy.error.empty());
  for (const auto kind : {CopyKind::reminder, CopyKind::notice, CopyKind::status, CopyKind::approval}) {
    CHECK_FALSE(latest_copy(c.database, c.gathering.id, c.people[1], kind));
    c.send(c.people[1], kind);
    CHECK(c.latest(c.people[1], kind).of.kind == kind);
  }
  CHECK_FALSE(latest_copy(c.database, c.gathering.id, c.people[2], CopyKind::invitation));
  CHECK_FALSE(latest_copy(c.database, c.gathering.id, 0, CopyKind::invitation));
}

TEST_CASE("message copies: who cannot be addressed is not reached from the start") {
  Copies c;
  add_copy(*c.transaction, {c.gathering.id, c.people[1], CopyKind::invitation}, 0, "unknown_person", c.now);
  const auto copy = c.latest(c.people[1]);
  CHECK(copy.outbox == 0);
  CHECK(copy.state == CopyState::given_up);
  CHECK(copy.error == "unknown_person");
}

TEST_CASE("message copies: a copy ends as its row does") {
  Copies c;
  const auto sent = c.send(c.people[1]), lost = c.send(c.people[2]), unclear = c.send(c.people[3]);
  const auto later = c.send(c.people[4]);
  c.end(sent, OutboxState::sent, "a1");
  c.end(lost, OutboxState::given_up, "", "403 BotNotInConversationRoster");
  c.end(unclear, OutboxState::uncertain, "", "503");
  c.end(later, OutboxState::pending, "", "429");
  CHECK(c.latest(c.people[1]).state == CopyState::sent);
  CHECK(c.latest(c.people[1]).activity == "a1");
  CHECK(c.latest(c.people[1]).conversation == "a:" + std::to_string(c.people[1]));
  CHECK(c.latest(c.people[2]).state == CopyState::given_up);
  CHECK(c.latest(c.people[2]).error == "403 BotNotInConversationRoster");
  CHECK(c.latest(c.people[3]).state == CopyState::uncertain);
  CHECK(c.latest(c.people[3]).error == "503");
  CHECK(c.latest(c.people[4]).state == CopyState::waiting);
}

TEST_CASE("message copies: sent and given up are final, uncertain can still be resolved") {
  Copies c;
  const auto sent = c.send(c.people[1]), lost = c.send(c.people[2]), unclear = c.send(c.people[3]);
  c.end(sent, OutboxState::sent, "a1");
  c.end(lost, OutboxState::given_up, "", "404");
  c.end(unclear, OutboxState::uncertain, "", "503");
  for (const auto state :
       {OutboxState::pending, OutboxState::uncertain, OutboxState::given_up, OutboxState::sent}) {
    c.end(sent, state, "a2", "x");
    c.end(lost, state, "a2", "x");
  }
  CHECK(c.latest(c.people[1]).state == CopyState::sent);
  CHECK(c.latest(c.people[1]).activity == "a1");
  CHECK(c.latest(c.people[2]).state == CopyState::given_up);
  CHECK(c.latest(c.people[2]).error == "404");
  c.end(unclear, OutboxState::sent, "a3");
  CHECK(c.latest(c.people[3]).state == CopyState::sent);
  CHECK(c.latest(c.people[3]).activity == "a3");
  CHECK(c.latest(c.people[3]).error.empty());
}

TEST_CASE("message copies: what was being sent when the process ended is uncertain in the delivery list") {
  Copies c;
  const auto sending = c.send(c.people[1]);
  c.send(c.people[2]);
  REQUIRE(claim(*c.transaction, sending));
  c.reopen();
  const auto recovered = recover(*c.transaction, c.now);
  CHECK(recovered.uncertain == 1);
  CHECK(recovered.gatherings == std::vector<std::int64_t>{c.gathering.id});
  CHECK(c.latest(c.people[1]).state == CopyState::uncertain);
  CHECK(c.latest(c.people[1]).error == "interrupted");
  CHECK(c.latest(c.people[2]).state == CopyState::waiting);
}

TEST_CASE("message copies: a row without a copy is settled by one look-up in an index") {
  Copies c;
  const auto reply = enqueue(*c.transaction, {.payload = "{}"}, c.now);
  c.end(reply, OutboxState::sent, "a1");
  int settling = 0;
  for (const auto& [sql_address, statement] : c.database.connection().statements) {
    const std::string sql = sql_address;
    CHECK_THAT(sql, !Catch::Matchers::Contains("UPDATE message_copies"));
    if (sql.find("FROM message_copies") == std::string::npos) continue;
    ++settling;
    SQLite::Statement explained(c.database.connection().database, "EXPLAIN QUERY PLAN " + sql);
    REQUIRE(explained.executeStep());
    CHECK_THAT(explained.getColumn(3).getString(), Catch::Matchers::Contains("USING COVERING INDEX"));
    CHECK_FALSE(explained.executeStep());
  }
  CHECK(settling == 1);
}

TEST_CASE("message copies: an edit keeps the id of the message that it edits") {
  Copies c;
  c.end(c.send(c.people[1]), OutboxState::sent, "a1");
  const auto edit = c.send(c.people[1], CopyKind::invitation, "a1");
  CHECK(c.latest(c.people[1]).activity == "a1");
  c.end(edit, OutboxState::sent);
  CHECK(c.latest(c.people[1]).outbox == edit);
  CHECK(c.latest(c.people[1]).activity == "a1");
}

TEST_CASE("message copies: the latest counts, but what was withdrawn only where there is nothing else") {
  Copies c;
  c.end(c.send(c.people[1]), OutboxState::sent, "a1");
  c.send(c.people[1], CopyKind::invitation, "a1");
  c.send(c.people[2]);
  CHECK(withdraw_waiting(*c.transaction, c.gathering.id, 0, CopyKind::invitation, c.now) == 2);
  CHECK(c.latest(c.people[1]).state == CopyState::sent);
  CHECK(c.latest(c.people[2]).state == CopyState::withdrawn);
  const auto copies = copies_of(c.database, c.gathering.id, CopyKind::invitation);
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].state == CopyState::sent);
  CHECK(copies[1].state == CopyState::withdrawn);
}

TEST_CASE("message copies: the delivery list has each person once, with how it went last") {
  Copies c;
  const auto other = c.add(GatheringState::invited);
  const auto first = c.send(c.people[1]);
  const auto second = c.send(c.people[2]);
  c.send(0);
  c.send(c.people[1], CopyKind::reminder);
  c.send(c.people[4]);
  add_copy(*c.transaction, {other.id, c.people[5], CopyKind::invitation}, 0, "unknown_person", c.now);
  c.end(first, OutboxState::given_up, "", "403");
  c.end(second, OutboxState::sent, "a2");
  c.end(c.send(c.people[1]), OutboxState::sent, "a3");
  const auto copies = copies_of(c.database, c.gathering.id, CopyKind::invitation);
  REQUIRE(copies.size() == 4);
  CHECK(copies[0].of.person == 0);
  CHECK(copies[1].of.person == c.people[1]);
  CHECK(copies[1].activity == "a3");
  CHECK(copies[2].of.person == c.people[2]);
  CHECK(copies[3].of.person == c.people[4]);
}

TEST_CASE("message copies: what waits can be withdrawn, of one or of all, and is kept nowhere") {
  Copies c;
  const auto one = c.send(c.people[1]), two = c.send(c.people[2]),
             notice = c.send(c.people[1], CopyKind::notice);
  const auto channel = c.send(0);
  CHECK(withdraw_waiting(*c.transaction, c.gathering.id, c.people[1], CopyKind::invitation, c.now) == 1);
  CHECK(withdraw_waiting(*c.transaction, c.gathering.id, c.people[1], CopyKind::invitation, c.now) == 0);
  CHECK(c.row(one).state == OutboxState::given_up);
  CHECK(c.row(one).error == "superseded");
  CHECK(c.row(one).finished == c.now);
  CHECK(c.payload(one).empty());
  CHECK(c.row(two).state == OutboxState::pending);
  CHECK(withdraw_waiting(*c.transaction, c.gathering.id, 0, CopyKind::invitation, c.now) == 2);
  CHECK(c.row(channel).state == OutboxState::given_up);
  CHECK(c.row(notice).state == OutboxState::pending);
  CHECK(c.latest(c.people[1], CopyKind::notice).state == CopyState::waiting);
  c.end(one, OutboxState::sent, "late");
  CHECK(c.latest(c.people[1]).state == CopyState::withdrawn);
}

TEST_CASE("message copies: what is on its way or gone is not withdrawn and not replaced") {
  Copies c;
  const auto sending = c.send(c.people[1]), sent = c.send(c.people[2]), unclear = c.send(c.people[3]);
  REQUIRE(claim(*c.transaction, sending));
  c.end(sent, OutboxState::sent, "a1");
  c.end(unclear, OutboxState::uncertain);
  CHECK(withdraw_waiting(*c.transaction, c.gathering.id, 0, CopyKind::invitation, c.now) == 0);
  CHECK(c.row(sending).state == OutboxState::sending);
  CHECK(c.latest(c.people[1]).state == CopyState::waiting);
  for (const auto row : {sending, sent, unclear, std::int64_t{999}})
    CHECK_FALSE(replace_waiting(*c.transaction, row, "{\"text\":\"efter\"}"));
  const auto waiting = c.send(c.people[4]);
  CHECK(replace_waiting(*c.transaction, waiting, "{\"text\":\"efter\"}"));
  CHECK(c.payload(waiting) == "{\"text\":\"efter\"}");
  CHECK(pending_messages(c.database, 0, 10).size() == 1);
}

TEST_CASE("message copies: those of gatherings long over are forgotten, unless they still wait") {
  Copies c;
  c.send(c.people[1]);
  c.end(c.send(c.people[2]), OutboxState::sent, "a1");
  CHECK(forget_copies(*c.transaction, c.gathering.ends) == 0);
  CHECK(forget_copies(*c.transaction, c.gathering.ends + std::chrono::seconds{1}) == 1);
  CHECK(c.latest(c.people[1]).state == CopyState::waiting);
  CHECK_FALSE(latest_copy(c.database, c.gathering.id, c.people[2], CopyKind::invitation));
}

TEST_CASE("message copies: they go with the person, so that nobody inherits them") {
  Copies c;
  c.send(c.people[1]);
  c.send(0);
  c.transaction->commit();
  c.transaction.reset();
  tests::import_numbered_people(c.database, c.folder, 1);
  const auto copies = copies_of(c.database, c.gathering.id, CopyKind::invitation);
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].of.person == 0);
}
