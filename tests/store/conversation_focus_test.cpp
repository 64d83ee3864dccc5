#include "store/conversation_focus.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

const MemoryKey key{"t", "a:1", "29:ole"};

}  // namespace

TEST_CASE("conversation focus: kept for that person in that conversation, over a restart") {
  tests::World w;
  CHECK_FALSE(focus(w.database, key, w.now));
  set_focus(*w.transaction, key, {4, 5, "move 2026-04-22 13:00"}, w.now);
  w.reopen();
  const auto found = focus(w.database, key, w.now);
  REQUIRE(found);
  CHECK(found->gathering == 4);
  CHECK(found->network == 5);
  CHECK(found->pending == "move 2026-04-22 13:00");
  CHECK_FALSE(focus(w.database, {"other", key.conversation, key.person}, w.now));
  CHECK_FALSE(focus(w.database, {key.tenant, "a:2", key.person}, w.now));
  CHECK_FALSE(focus(w.database, {key.tenant, key.conversation, "29:else"}, w.now));
}

TEST_CASE("conversation focus: the later takes the place of the earlier, and its time counts") {
  tests::World w;
  set_focus(*w.transaction, key, {4, 5, "cancel"}, w.now);
  const auto later = w.now + std::chrono::minutes{30};
  set_focus(*w.transaction, key, {6, 0, ""}, later);
  const auto found = focus(w.database, key, later + conversation_focus_life - std::chrono::seconds{1});
  REQUIRE(found);
  CHECK(found->gathering == 6);
  CHECK(found->network == 0);
  CHECK(found->pending.empty());
  CHECK_FALSE(focus(w.database, key, later + conversation_focus_life));
  CHECK(forget_focus(*w.transaction, later + conversation_focus_life - std::chrono::seconds{1}) == 0);
  CHECK(forget_focus(*w.transaction, later + conversation_focus_life) == 1);
}
