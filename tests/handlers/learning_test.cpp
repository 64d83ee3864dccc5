#include "handlers/learning.hpp"

#include "store/learned_words.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using handlers::TurnKind;

namespace {

struct Fixture {
  tests::Conversation conversation;

  Fixture() {
    conversation.policy.owners = {{"mette.sand@sundkoebing.example", ""},
                                  {"ida.lund@sundkoebing.example", "Plan"}};
  }
  std::int64_t task(const std::string& email) {
    const auto& catalogue = conversation.finder().catalogue();
    return catalogue.task(catalogue.responsibilities_of_person(catalogue.person_by_email(email)).at(0).task)
        .id;
  }
  handlers::Outcome tap(const std::string& verb, std::map<std::string, std::string> data) {
    auto turn = conversation.turn(TurnKind::card_action);
    data.emplace("lang", "da");
    turn.action = handlers::CardAction{verb, std::move(data), true};
    return conversation.send(turn);
  }
  std::string propose(const std::string& phrase) {
    store::Transaction transaction(conversation.database());
    const auto word = store::propose_word(transaction, task("nadia.rahimi@sundkoebing.example"), phrase,
                                          conversation.turn(TurnKind::other).now);
    transaction.commit();
    return std::to_string(word->id);
  }
  store::WordState state(const std::string& word) {
    return store::find_word(conversation.database(), std::stoll(word))->state;
  }
};

}  // namespace

TEST_CASE("learning: an owner's yes is found by the next question, and a second tap does nothing") {
  Fixture f;
  const auto word = f.propose("drager");
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  auto question = f.conversation.turn(TurnKind::message);
  question.text = "hvem har drager?";
  CHECK_THAT(f.conversation.send(question).replies.at(0).text, !Contains("Nadia"));
  const auto outcome = f.tap("learn_word", {{"item", word}});
  CHECK(outcome.changed_data);
  CHECK(outcome.invoke->message == "Det er husket: »drager« er Aktindsigt.");
  const auto again = f.tap("decline_word", {{"item", word}});
  CHECK_FALSE(again.changed_data);
  CHECK(again.invoke->message == outcome.invoke->message);
  CHECK(f.state(word) == store::WordState::approved);
  CHECK_THAT(f.conversation.send(question).replies.at(0).text, Contains("Nadia Rahimi"));
}

TEST_CASE("learning: a no is kept") {
  Fixture f;
  const auto word = f.propose("drager");
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  CHECK(f.tap("decline_word", {{"item", word}}).invoke->message == "Jeg husker ikke »drager«.");
  CHECK(f.state(word) == store::WordState::declined);
}

TEST_CASE("learning: only who answers for the task decides") {
  Fixture f;
  const auto word = f.propose("drager");
  const auto email = GENERATE(as<std::string>(), "ole.bach@sundkoebing.example",  // no owner
                              "ida.lund@sundkoebing.example");                    // of another unit
  f.conversation.enter_chat(email);
  CHECK_THAT(f.tap("learn_word", {{"item", word}}).invoke->message, Contains("kun den katalogansvarlige"));
  CHECK(f.state(word) == store::WordState::proposed);
}

TEST_CASE("learning: a forged word or pick teaches nothing") {
  Fixture f;
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  CHECK_THAT(f.tap("learn_word", {{"item", "999"}}).invoke->message, Contains("for gammelt"));
  const auto task = std::to_string(f.task("nadia.rahimi@sundkoebing.example"));
  for (const auto* email : {"a@x.example", "b@x.example", "c@x.example", "d@x.example"}) {
    f.conversation.enter_chat(email);
    f.tap("pick", {{"task", task}, {"about", "veje"}});                     // was never offered for it
    f.tap("pick", {{"task", task}, {"about", "010190-1234"}});              // no topic
    f.tap("pick", {{"task", task}, {"about", "en to tre fire fem seks"}});  // somebody's own case
    f.tap("pick", {{"task", task}});
  }
  CHECK(store::proposed_words(f.conversation.database(), 5).empty());
}
