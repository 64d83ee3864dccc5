#include "handlers/confirming/nudge.hpp"

#include "store/confirmations.hpp"
#include "store/export.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using Catch::Matchers::Contains;
using handlers::TurnKind;

namespace {

using namespace std::chrono_literals;

constexpr store::Day long_ago{2024y / 11 / 3};

struct Fixture {
  tests::Conversation conversation;
  std::string task;
  std::string person;

  explicit Fixture(bool known = true) {
    if (known) {
      conversation.enter_chat("nadia.rahimi@sundkoebing.example");
      conversation.send(conversation.turn(TurnKind::other));
    }
    const auto& catalogue = conversation.finder().catalogue();
    const auto nadia = catalogue.person_by_email("nadia.rahimi@sundkoebing.example");
    task = std::to_string(catalogue.task(catalogue.responsibilities_of_person(nadia).at(0).task).id);
    person = std::to_string(catalogue.person(nadia).id);
    {
      store::Transaction transaction(conversation.database());
      store::confirm_entry(transaction, std::stoll(task), std::stoll(person), long_ago, {"import", {}, {}});
      transaction.commit();
    }
    conversation.enter_chat("ole.bach@sundkoebing.example");
    conversation.send(conversation.turn(TurnKind::other));  // reads the catalogue again
  }
  handlers::Outcome ask() {
    auto turn = conversation.turn(TurnKind::message);
    turn.text = "hvem har aktindsigt?";
    return conversation.send(turn);
  }
  handlers::Outcome tap(const std::string& verb) {
    auto turn = conversation.turn(TurnKind::card_action);
    turn.action = handlers::CardAction{verb, {{"task", task}, {"person", person}, {"lang", "da"}}, true};
    return conversation.send(turn);
  }
  std::string gaps() {
    std::ostringstream out;
    store::export_gaps(conversation.database(), out, store::ExportFormat::csv,
                       {store::Day{std::chrono::days{20537}}, store::Day{std::chrono::days{20172}}});
    return out.str();
  }
};

}  // namespace

TEST_CASE("confirming: an old entry asks its colleague once, not once for each question") {
  Fixture f;
  const auto outcome = f.ask();
  CHECK_THAT(outcome.replies.at(0).text, Contains("Ikke bekræftet siden november 2024"));
  REQUIRE(outcome.notices.size() == 1);
  CHECK(outcome.notices[0].to.conversation == "a:nadia.rahimi@sundkoebing.example");
  CHECK_THAT(outcome.notices[0].reply.text, Contains("Er det stadig dig, der har Aktindsigt?"));
  CHECK(f.ask().notices.empty());
}

TEST_CASE("confirming: nobody is asked whose chat we don't know") {
  Fixture f(false);
  CHECK(f.ask().notices.empty());
}

TEST_CASE("confirming: a yes is today's confirmation, and the answer says so") {
  Fixture f;
  f.ask();
  f.conversation.enter_chat("nadia.rahimi@sundkoebing.example");
  CHECK(f.tap("confirm_entry").invoke->message == "Tak – det er bekræftet i dag, at du har Aktindsigt.");
  CHECK(f.tap("confirm_entry").invoke->message == "Tak – det er bekræftet i dag, at du har Aktindsigt.");
  const auto outcome = f.ask();
  CHECK_THAT(outcome.replies.at(0).text, Contains("Bekræftet 25. marts"));
  CHECK(outcome.notices.empty());
}

TEST_CASE("confirming: a no is proposed like every other 'not mine', once") {
  Fixture f;
  f.conversation.enter_chat("nadia.rahimi@sundkoebing.example");
  CHECK_THAT(f.tap("deny_entry").invoke->card,
             Contains("Foreslået: Nadia Rahimi har ikke længere Aktindsigt."));
  CHECK_THAT(f.tap("deny_entry").invoke->card, Contains("Det har du allerede foreslået"));
  CHECK_THAT(f.gaps(), Contains("wrong entry;;Aktindsigt;Nadia Rahimi;1;open;"));
}

TEST_CASE("confirming: nobody else can") {
  Fixture f;
  const auto verb = GENERATE(as<std::string>(), "confirm_entry", "deny_entry");
  CHECK(f.tap(verb).invoke->message == "Det kan kun Nadia Rahimi svare på.");
  CHECK_THAT(f.gaps(), !Contains("wrong entry"));
  CHECK(f.ask().notices.size() == 1);
}

TEST_CASE("confirming: a task that the colleague never had is not confirmed") {
  Fixture f;
  f.conversation.enter_chat("nadia.rahimi@sundkoebing.example");
  const auto& catalogue = f.conversation.finder().catalogue();
  const auto ole = catalogue.person_by_email("ole.bach@sundkoebing.example");
  f.task = std::to_string(catalogue.task(catalogue.responsibilities_of_person(ole).at(0).task).id);
  CHECK_THAT(f.tap("confirm_entry").invoke->message, Contains("for gammelt"));
  f.task = "999999";
  CHECK_THAT(f.tap("deny_entry").invoke->message, Contains("for gammelt"));
}
