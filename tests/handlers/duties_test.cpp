#include "handlers/duties.hpp"

#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

TEST_CASE("duties: one that this program does not know is finished, and holds up nothing") {
  tests::Conversation conversation;
  conversation.set("known", "karen.vestergaard@sundkoebing.example");
  {
    store::Transaction transaction(conversation.database());
    store::plan_duty(transaction, "of another time", 7, conversation.now(), conversation.now());
    transaction.commit();
  }
  conversation.run_due();
  CHECK_FALSE(store::next_due(conversation.database()));
  CHECK(conversation.enter_chat("karen.vestergaard@sundkoebing.example").empty());
}

TEST_CASE("duties: standing ones are planned once, however often the service starts") {
  tests::Conversation conversation;
  for (int start = 0; start < 3; ++start) {
    store::Transaction transaction(conversation.database());
    handlers::begin_duties(transaction, conversation.policy, conversation.now());
    transaction.commit();
  }
  CHECK(store::count_planned(conversation.database()) >= 1);
  const auto planned = store::count_planned(conversation.database());
  conversation.run_due();
  CHECK(store::count_planned(conversation.database()) == planned);
  CHECK(*store::next_due(conversation.database()) > conversation.now());
}
