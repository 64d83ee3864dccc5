#include "handlers/dispatch.hpp"

#include "store/conversations.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using handlers::Scope;
using handlers::TurnKind;

namespace {

handlers::Turn message(const tests::Conversation& conversation, const std::string& text) {
  auto turn = conversation.turn(TurnKind::message);
  turn.text = text;
  return turn;
}

handlers::Turn tap(const tests::Conversation& conversation, std::string verb,
                   std::map<std::string, std::string> data, bool execute) {
  auto turn = conversation.turn(TurnKind::card_action);
  turn.action = handlers::CardAction{std::move(verb), std::move(data), execute};
  return turn;
}

}  // namespace

TEST_CASE("dispatch: the conversation is remembered, and a second question changes nothing") {
  tests::Conversation conversation;
  const auto first = conversation.send(message(conversation, "hvem har aktindsigt?"));
  CHECK(first.changed_data);
  const auto reference =
      store::find_conversation(conversation.database(), "99999999-9999-4999-8999-999999999999", "a:1");
  REQUIRE(reference);
  CHECK(reference->type == "personal");
  CHECK(reference->user == "29:ole.bach@sundkoebing.example");
  CHECK_FALSE(conversation.send(message(conversation, "hvem har vandløb?")).changed_data);
}

TEST_CASE("dispatch: in a shared conversation no person is kept with the reference") {
  tests::Conversation conversation;
  auto turn = message(conversation, "hvem har aktindsigt?");
  turn.scope = Scope::channel;
  conversation.send(turn);
  const auto reference = store::find_conversation(conversation.database(), turn.tenant, turn.conversation);
  REQUIRE(reference);
  CHECK(reference->type == "channel");
  CHECK(reference->user.empty());
}

TEST_CASE("dispatch: a guest is refused and leaves no trace") {
  tests::Conversation conversation;
  for (const auto kind : {TurnKind::message, TurnKind::installed, TurnKind::other}) {
    auto turn = conversation.turn(kind);
    turn.text = "hvem har aktindsigt?";
    turn.sender.guest = true;
    const auto outcome = conversation.send(turn);
    CHECK_FALSE(outcome.changed_data);
    for (const auto& reply : outcome.replies) {
      CHECK(reply.text.find("Nadia") == std::string::npos);
      CHECK(reply.card.empty());
    }
  }
  auto tapped = tap(conversation, "pick", {{"task", "1"}, {"lang", "da"}}, true);
  tapped.sender.guest = true;
  const auto outcome = conversation.send(tapped);
  REQUIRE(outcome.invoke);
  CHECK(outcome.invoke->card.empty());
  CHECK(outcome.invoke->message.find("kommunens egne medarbejdere") != std::string::npos);
  CHECK_FALSE(store::find_conversation(conversation.database(), tapped.tenant, tapped.conversation));
}

TEST_CASE("dispatch: a forged or outdated button gets a sentence, never an answer") {
  tests::Conversation conversation;
  const bool execute = GENERATE(true, false);
  const auto [verb, data] = GENERATE(table<std::string, std::map<std::string, std::string>>({
      {"", {}},
      {"erase", {{"task", "1"}, {"lang", "da"}}},
      {"pick", {{"task", "999999"}, {"lang", "da"}}},
      {"pick", {{"task", "x"}, {"lang", "da"}}},
      {"pick_person", {{"person", "999999"}, {"about", "tasks_of_person"}, {"lang", "da"}}},
      {"pick_person", {{"person", "1"}, {"about", "privacy_export"}, {"lang", "da"}}},
      {"wrong_person", {{"task", "1"}, {"person", "999999"}, {"lang", "da"}}},
      {"wrong_person", {{"task", "999999"}, {"person", "1"}, {"lang", "da"}}},
  }));
  const auto outcome = conversation.send(tap(conversation, verb, data, execute));
  const auto sentence = execute ? outcome.invoke.value().message : outcome.replies.at(0).text;
  CHECK(sentence.find("Kortet er for gammelt, så knapperne virker ikke længere.") == 0);
  CHECK(outcome.replies.size() == (execute ? 0 : 1));
  CHECK((!outcome.invoke || outcome.invoke->card.empty()));
}

TEST_CASE("dispatch: a report about somebody who never had the task is not taken") {
  tests::Conversation conversation;
  const auto& catalogue = conversation.finder().catalogue();
  const auto person = catalogue.person(catalogue.person_by_email("emil.skov@sundkoebing.example")).id;
  const auto other =
      catalogue.responsibilities_of_person(catalogue.person_by_email("nadia.rahimi@sundkoebing.example"));
  const auto task = catalogue.task(other.at(0).task).id;
  const auto outcome = conversation.send(tap(conversation, "wrong_person",
                                             {{"task", std::to_string(task)},
                                              {"person", std::to_string(person)},
                                              {"about", "t1;;c;x9.9.;p"},
                                              {"lang", "en"}},
                                             true));
  CHECK(outcome.invoke.value().message.find("This card is too old") == 0);
}

TEST_CASE("dispatch: two messages never carry the same nonce") {
  tests::Conversation conversation;
  const auto one = conversation.send(message(conversation, "hvem har aktindsigt?")).replies.at(0).card;
  const auto two = conversation.send(message(conversation, "hvem har aktindsigt?")).replies.at(0).card;
  CHECK(one != two);
}

TEST_CASE("dispatch: an empty message gets an answer") {
  tests::Conversation conversation;
  CHECK_FALSE(conversation.send(message(conversation, "")).replies.at(0).text.empty());
}
