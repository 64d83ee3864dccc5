#include "handlers/open_questions.hpp"

#include "store/open_questions.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using handlers::TurnKind;

namespace {

using Data = std::map<std::string, std::string>;

handlers::Outcome tap(tests::Conversation& conversation, const std::string& verb, Data data,
                      bool execute = true) {
  auto turn = conversation.turn(TurnKind::card_action);
  data.emplace("lang", "da");
  turn.action = handlers::CardAction{verb, std::move(data), execute};
  return conversation.send(turn);
}

std::string words(const handlers::Outcome& outcome) {
  return outcome.invoke->card.empty() ? outcome.invoke->message : outcome.invoke->card;
}

struct Fixture {
  tests::Conversation conversation;
  std::string question;

  Fixture() {
    conversation.policy.owners = {{"mette.sand@sundkoebing.example", ""}};
    conversation.enter_chat("mette.sand@sundkoebing.example");
    conversation.send(conversation.turn(TurnKind::other));
    conversation.enter_chat("ole.bach@sundkoebing.example");
    conversation.send(conversation.turn(TurnKind::other));
    tap(conversation, "ask_owner", {{"about", "drager"}});
    question = std::to_string(store::open_questions(conversation.database(), 5).at(0).id);
  }
  std::string task(const std::string& email) {
    const auto& catalogue = conversation.finder().catalogue();
    return std::to_string(
        catalogue.task(catalogue.responsibilities_of_person(catalogue.person_by_email(email)).at(0).task).id);
  }
};

}  // namespace

TEST_CASE("open questions: a topic is short, and no CPR number is ever one") {
  tests::Conversation conversation;
  tap(conversation, "ask_owner", {{"about", "drager 010190-1234"}});
  std::string many_words;
  for (int i = 0; i < 30; ++i) {
    many_words += "uhyrer ";
  }
  tap(conversation, "ask_owner", {{"about", many_words}});
  const auto all = store::open_questions(conversation.database(), 5);
  REQUIRE(all.size() == 2);
  CHECK_THAT(all[0].topic, Contains("drager") && !Contains("0101"));
  CHECK(all[1].topic.size() <= 100);
  CHECK_THAT(words(tap(conversation, "ask_owner", {{"about", "  "}})), Contains("for gammelt"));
  CHECK_THAT(words(tap(conversation, "ask_owner", {{"about", "010190-1234"}})), Contains("for gammelt"));
  CHECK(store::open_questions(conversation.database(), 5).size() == 2);
}

TEST_CASE("open questions: what the catalogue has learned meanwhile is answered, not asked") {
  tests::Conversation conversation;
  const auto outcome = tap(conversation, "ask_owner", {{"about", "aktindsigt"}});
  CHECK_THAT(words(outcome), Contains("Nadia Rahimi"));
  CHECK(outcome.notices.empty());
  CHECK(store::open_questions(conversation.database(), 5).empty());
}

TEST_CASE("open questions: the owner is told of a new one, once") {
  Fixture f;
  const auto arrived = f.conversation.enter_chat("mette.sand@sundkoebing.example");
  REQUIRE(arrived.size() == 1);
  CHECK_THAT(arrived[0].card, Contains("answer_question") || Contains("dismiss_question"));
  f.conversation.enter_chat("pia.holm@sundkoebing.example");
  CHECK(tap(f.conversation, "ask_owner", {{"about", "Drager"}}).notices.empty());
}

TEST_CASE("open questions: a double tap tells nobody twice") {
  Fixture f;
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  const Data data{{"item", f.question}, {"task", f.task("nadia.rahimi@sundkoebing.example")}};
  const auto first = tap(f.conversation, "answer_question", data);
  REQUIRE(first.notices.size() == 1);
  CHECK(first.notices[0].to.conversation == "a:ole.bach@sundkoebing.example");
  CHECK(first.changed_data);
  const auto second = tap(f.conversation, "answer_question", data);
  CHECK(second.notices.empty());
  CHECK_FALSE(second.changed_data);
  CHECK_THAT(words(second), Contains("allerede afsluttet"));
  CHECK(tap(f.conversation, "dismiss_question", {{"item", f.question}}).notices.empty());
  CHECK(store::find_question(f.conversation.database(), std::stoll(f.question))->state ==
        store::QuestionState::answered);
}

TEST_CASE("open questions: only an owner may, whatever the button says") {
  Fixture f;
  const auto [verb, data] = GENERATE(table<std::string, Data>({
      {"answer_question", {{"task", "1"}}},
      {"dismiss_question", {}},
  }));
  auto all = data;
  all["item"] = f.question;
  const auto outcome = tap(f.conversation, verb, all);
  CHECK(outcome.invoke->message == "Det kan kun den katalogansvarlige svare på: Mette Sand.");
  CHECK(outcome.notices.empty());
  CHECK(store::find_question(f.conversation.database(), std::stoll(f.question))->state ==
        store::QuestionState::open);
}

TEST_CASE("open questions: forged ids get a sentence and change nothing") {
  Fixture f;
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  const auto& catalogue = f.conversation.finder().catalogue();
  const auto id = [&](const std::string& email) {
    return std::to_string(catalogue.person(catalogue.person_by_email(email)).id);
  };
  const auto nadias = f.task("nadia.rahimi@sundkoebing.example");
  for (const auto& data : std::vector<Data>{
           {{"item", "999999"}, {"task", nadias}},
           {{"item", f.question}},
           {{"item", "x"}, {"task", nadias}},
           {{"item", f.question}, {"task", "999999"}},
           {{"item", f.question}, {"person", "999999"}},
           {{"item", f.question}, {"task", nadias}, {"person", id("pia.holm@sundkoebing.example")}},
           {{"item", f.question}, {"person", id("henrik.moeller@sundkoebing.example")}},  // has left
       }) {
    const auto outcome = tap(f.conversation, "answer_question", data);
    CHECK_THAT(words(outcome), Contains("for gammelt"));
    CHECK(outcome.notices.empty());
  }
  CHECK(store::find_question(f.conversation.database(), std::stoll(f.question))->state ==
        store::QuestionState::open);
}

TEST_CASE("open questions: a guest can neither ask nor answer") {
  tests::Conversation conversation;
  auto turn = conversation.turn(TurnKind::card_action);
  turn.sender.guest = true;
  turn.action = handlers::CardAction{"ask_owner", {{"about", "drager"}, {"lang", "da"}}, true};
  CHECK_THAT(conversation.send(turn).invoke->message, Contains("kommunens egne medarbejdere"));
  CHECK(store::open_questions(conversation.database(), 5).empty());
}

TEST_CASE("open questions: an owner's English answers reach a Danish asker in Danish") {
  Fixture f;
  f.conversation.enter_chat("mette.sand@sundkoebing.example");
  const auto outcome = tap(f.conversation, "dismiss_question", {{"item", f.question}, {"lang", "en"}});
  CHECK_THAT(words(outcome), Contains("is dismissed"));
  CHECK_THAT(outcome.notices.at(0).reply.text, Contains("Du spurgte om »drager«"));
}
