#include "store/conversations.hpp"

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
  CHECK(remember_conversation(f.transaction, f.reference, at(1)));
  CHECK_FALSE(remember_conversation(f.transaction, f.reference, at(2)));
  CHECK(find_conversation(f.database, "t", f.reference.conversation) == f.reference);
  CHECK_FALSE(find_conversation(f.database, "other tenant", f.reference.conversation));
}

TEST_CASE("conversations: the latest service URL counts and an empty text takes nothing away") {
  Fixture f;
  remember_conversation(f.transaction, f.reference, at(1));
  ConversationReference later = f.reference;
  later.service_url = "https://two.example/";
  later.team.clear();
  CHECK_FALSE(remember_conversation(f.transaction, later, at(2)));
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

TEST_CASE("conversations: a removed one is not found until it is remembered, which makes it new") {
  Fixture f;
  remember_conversation(f.transaction, f.reference, at(1));
  mark_removed(f.transaction, "t", f.reference.conversation, at(2));
  CHECK_FALSE(find_conversation(f.database, "t", f.reference.conversation));
  CHECK(remember_conversation(f.transaction, f.reference, at(3)));
  CHECK(find_conversation(f.database, "t", f.reference.conversation) == f.reference);
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
