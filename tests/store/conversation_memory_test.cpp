#include "store/conversation_memory.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant noon{std::chrono::seconds{1774436400}};
const MemoryKey key{"t", "19:abc;messageid=1", "29:ole"};

ConversationMemory sample() {
  return {"da", "find_person", {4, 9}, {12}, {4, 9, 20}, {}, "tasks_of_person", 9, {9, 4}};
}

}  // namespace

TEST_CASE("conversation memory: what is remembered comes back, for that person in that thread only") {
  const tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  CHECK_FALSE(recall(database, key, noon));
  remember(transaction, key, sample(), noon);
  CHECK(recall(database, key, noon) == sample());
  CHECK_FALSE(recall(database, {"t", key.conversation, "29:else"}, noon));
  CHECK_FALSE(recall(database, {"t", "19:abc;messageid=2", key.person}, noon));
  CHECK_FALSE(recall(database, {"other", key.conversation, key.person}, noon));
}

TEST_CASE("conversation memory: the later takes the place of the earlier") {
  const tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  remember(transaction, key, sample(), noon);
  const ConversationMemory empty{.language = "en"};
  remember(transaction, key, empty, noon);
  CHECK(recall(database, key, noon) == empty);
}

TEST_CASE("conversation memory: it outlives a restart, but not a quarter of an hour of silence") {
  const tests::TemporaryFolder folder;
  {
    Database database(folder / "a.db", Database::Create::yes);
    Transaction transaction(database);
    remember(transaction, key, sample(), noon);
    transaction.commit();
  }
  Database database(folder / "a.db", Database::Create::no);
  CHECK(recall(database, key, noon + conversation_memory_life - std::chrono::seconds{1}) == sample());
  CHECK_FALSE(recall(database, key, noon + conversation_memory_life));
  Transaction transaction(database);
  CHECK(forget_memories(transaction, noon + conversation_memory_life - std::chrono::seconds{1}) == 0);
  CHECK(forget_memories(transaction, noon + conversation_memory_life) == 1);
  CHECK(forget_memories(transaction, noon + conversation_memory_life) == 0);
}
