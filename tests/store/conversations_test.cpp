#include "store/conversations.hpp"

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
  ConversationReference reference{.tenant = "t",
                                  .conversation = "19:abc;messageid=1",
                                  .type = "channel",
                                  .service_url = "https://one.example/",
                                  .bot = "28:bot",
                                  .team = "19:team",
                                  .channel = "19:abc"};
};

}  // namespace

TEST_CASE("conversations: one is new once, and is found as it was told") {
  Fixture f;
  CHECK_FALSE(find_conversation(f.database, "t", f.reference.conversation));
  CHECK(remember_conversation(f.transaction, f.reference, at(1)).anew);
  CHECK_FALSE(remember_conversation(f.transaction, f.reference, at(2)).anew);
  CHECK(find_conversation(f.database, "t", f.reference.conversation) == f.reference);
  CHECK_FALSE(find_conversation(f.database, "other tenant", f.reference.conversation));
}

TEST_CASE("conversations: the latest service URL counts and an empty text takes nothing away") {
  Fixture f;
  remember_conversation(f.transaction, f.reference, at(1));
  ConversationReference later = f.reference;
  later.service_url = "https://two.example/";
  later.team.clear();
  CHECK_FALSE(remember_conversation(f.transaction, later, at(2)).anew);
  const auto found = find_conversation(f.database, "t", f.reference.conversation);
  REQUIRE(found);
  CHECK(found->service_url == "https://two.example/");
  CHECK(found->team == "19:team");
}

TEST_CASE("conversations: nothing is written when nothing differs") {
  tests::TemporaryFolder folder;
  Database writer(folder / "a.db", Database::Create::yes);
  Database watcher(folder / "a.db", Database::Create::no);
  const ConversationReference reference{.tenant = "t", .conversation = "c", .type = "personal"};
  const auto remember = [&] {
    Transaction transaction(writer);
    remember_conversation(transaction, reference, at(1));
    transaction.commit();
    return watcher.data_version();
  };
  const auto first = remember();
  CHECK(remember() == first);
}

TEST_CASE(
    "conversations: what somebody writes counts for more than what Teams says, and in the next chat too") {
  Fixture f;
  ConversationReference chat{
      .tenant = "t", .conversation = "a:1", .type = "personal", .user_entra_id = "AB", .language = "da"};
  CHECK(remember_conversation(f.transaction, chat, at(1)).language == "da");
  set_language(f.transaction, "t", "a:1", "en");
  CHECK(remember_conversation(f.transaction, chat, at(2)).language == "en");
  CHECK(find_personal_conversation(f.database, "t", "ab", "")->language == "en");
  mark_removed(f.transaction, "t", "a:1", at(3));
  chat.conversation = "a:2";
  CHECK(remember_conversation(f.transaction, chat, at(4)).language == "en");
  chat.conversation = "a:3";
  chat.user_entra_id = "CD";
  CHECK(remember_conversation(f.transaction, chat, at(5)).language == "da");
  chat.conversation = "a:4";
  chat.user_entra_id.clear();  // nobody's: takes nobody's language
  chat.language.clear();
  CHECK(remember_conversation(f.transaction, chat, at(6)).language.empty());
}

TEST_CASE("conversations: a removed one is not found until it is remembered, which makes it new") {
  Fixture f;
  remember_conversation(f.transaction, f.reference, at(1));
  mark_removed(f.transaction, "t", f.reference.conversation, at(2));
  CHECK_FALSE(find_conversation(f.database, "t", f.reference.conversation));
  CHECK(remember_conversation(f.transaction, f.reference, at(3)).anew);
  CHECK(find_conversation(f.database, "t", f.reference.conversation) == f.reference);
}

TEST_CASE("conversations: a team goes and comes back with all of its channels, and with no other") {
  Fixture f;
  auto other = f.reference;
  other.conversation = "19:def";
  auto elsewhere = f.reference;
  elsewhere.conversation = "19:ghi";
  elsewhere.team = "19:another";
  const ConversationReference chat{.tenant = "t", .conversation = "a:1", .type = "personal"};
  for (const auto& reference : {f.reference, other, elsewhere, chat})
    remember_conversation(f.transaction, reference, at(1));
  const auto known = [&](const ConversationReference& reference) {
    return find_conversation(f.database, "t", reference.conversation).has_value();
  };
  mark_team_removed(f.transaction, "t", "19:team", at(2));
  mark_team_removed(f.transaction, "t", "", at(2));
  CHECK_FALSE(known(f.reference));
  CHECK_FALSE(known(other));
  CHECK(known(elsewhere));
  CHECK(known(chat));
  restore_team(f.transaction, "t", "19:team", at(3));
  CHECK(known(f.reference));
  CHECK(known(other));
}

TEST_CASE("conversations: each installation is welcomed once") {
  Fixture f;
  const auto claim = [&](int second) {
    return claim_welcome(f.transaction, "t", f.reference.conversation, at(second));
  };
  CHECK_FALSE(claim(1));  // unknown
  remember_conversation(f.transaction, f.reference, at(2));
  CHECK(claim(3));
  CHECK_FALSE(claim(4));
  mark_removed(f.transaction, "t", f.reference.conversation, at(5));
  CHECK_FALSE(claim(6));
  remember_conversation(f.transaction, f.reference, at(7));
  CHECK(claim(8));
  CHECK_FALSE(claim(9));
}

TEST_CASE("conversations: the personal chat with somebody is found by Entra id or e-mail") {
  Fixture f;
  f.reference.user_email = "anna@sundkoebing.example";  // a channel is nobody's personal chat
  remember_conversation(f.transaction, f.reference, at(1));
  const ConversationReference chat{.tenant = "t",
                                   .conversation = "a:1",
                                   .type = "personal",
                                   .user_entra_id = "AB",
                                   .user_email = "Anna@sundkoebing.example"};
  remember_conversation(f.transaction, chat, at(2));
  CHECK(find_personal_conversation(f.database, "t", "ab", "") == chat);
  CHECK(find_personal_conversation(f.database, "t", "", "anna@sundkoebing.example") == chat);
  CHECK_FALSE(find_personal_conversation(f.database, "t", "", ""));
  CHECK_FALSE(find_personal_conversation(f.database, "other", "ab", ""));
  mark_removed(f.transaction, "t", "a:1", at(3));
  CHECK_FALSE(find_personal_conversation(f.database, "t", "ab", ""));
}

TEST_CASE("conversations: looking for a person's chat does not read all that there are") {
  Fixture f;
  ConversationReference told = f.reference;
  told.type = "personal";
  told.user_entra_id = "e1";
  remember_conversation(f.transaction, told, at(1));
  find_personal_conversation(f.database, "t", "e1", "a@sundkoebing.example");
  was_removed_by(f.database, "t", "e1", "a@sundkoebing.example");
  int looks = 0;
  for (const auto& [sql_address, statement] : f.database.connection().statements) {
    const std::string sql = sql_address;
    if (sql.find(":entra_id") == std::string::npos || sql.find("SELECT") == std::string::npos) continue;
    ++looks;
    SQLite::Statement explained(f.database.connection().database, "EXPLAIN QUERY PLAN " + sql);
    std::string plan;
    while (explained.executeStep()) plan += explained.getColumn(3).getString() + "\n";
    CAPTURE(sql, plan);
    CHECK_THAT(plan, Catch::Matchers::Contains("conversations_by_entra_id"));
    CHECK_THAT(plan, !Catch::Matchers::Contains("PRIMARY KEY"));
  }
  CHECK(looks == 3);
}
