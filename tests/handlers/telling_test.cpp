#include "handlers/telling.hpp"

#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";

std::vector<Notice> told(tests::Conversation& conversation, store::PersonIndex person, bool expected) {
  store::Transaction transaction(conversation.database());
  const Services services{conversation.finder(), transaction, conversation.policy};
  const auto context = context_at(conversation.now(), services, "t");
  Outcome outcome;
  CHECK(tell_person(person, outcome, services, context, [](const Context&) -> std::vector<Section> {
          return {TextSection{{"hej"}, {}}};
        }) == expected);
  return outcome.notices;
}

}  // namespace

TEST_CASE("telling: without a turn the tenant is that of the person's chat; nobody is told who cannot be") {
  tests::Conversation conversation;
  const auto person = conversation.finder().catalogue().person_by_email(karen);
  CHECK(told(conversation, person, false).empty());
  conversation.set("known", karen);
  const auto notices = told(conversation, person, true);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].to.tenant == conversation.tenant());
  CHECK(notices[0].to.conversation == "a:" + karen);
  CHECK(notices[0].reply.text == "hej");
  CHECK(told(conversation, store::no_index, false).empty());
}
