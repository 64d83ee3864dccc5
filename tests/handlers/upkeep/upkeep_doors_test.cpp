#include "handlers/upkeep/upkeep.hpp"
#include "store/proposals.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using Catch::Contains;

namespace {

struct Taps {
  tests::Conversation conversation;

  std::string id_of_person(const std::string& email) {
    const auto& catalogue = conversation.finder().catalogue();
    return std::to_string(catalogue.person(catalogue.person_by_email(email)).id);
  }
  std::string id_of_task(const std::string& words) {
    const auto& catalogue = conversation.finder().catalogue();
    return std::to_string(catalogue.task(conversation.finder().find(words).hits.at(0).task).id);
  }
  std::string tap(const std::string& verb, std::map<std::string, std::string> data) {
    auto turn = conversation.turn(TurnKind::card_action);
    data["lang"] = "da";
    turn.action = CardAction{verb, std::move(data), true};
    const auto invoke = conversation.send(turn).invoke.value();
    return invoke.message + invoke.card;
  }
  std::vector<store::Proposal> open_ones() { return store::open_proposals(conversation.database(), 10); }
};

}  // namespace

TEST_CASE("upkeep_doors: a forged choice gives nobody a task") {
  Taps taps;
  const auto mads = taps.id_of_person("mads.thorup@sundkoebing.example");
  const auto turisme = taps.id_of_task("turisme");
  // Ole is nobody's leader and no owner.
  CHECK_THAT(taps.tap("propose", {{"task", turisme}, {"about", "assign - " + mads + " - - "}}),
             Contains("Opgaver til Mads Thorup"));
  CHECK_THAT(taps.tap("propose", {{"about", "add - " + mads + " - - Drager"}}),
             Contains("Opgaver til Mads Thorup"));
  const auto forged = GENERATE(as<std::string>(), "", "drop", "correct better 1 - - ", "correct task 1 - - ",
                               "assign - x - - ", "assign - 999999 - - ", "add - 0 - - ",
                               "transfer - 1 2026-05-01 2026-04-01 ");
  taps.tap("propose", {{"task", turisme}, {"about", forged}});
  CHECK(taps.open_ones().empty());
  CHECK_THAT(taps.tap("propose", {{"task", "999999"}, {"about", "assign - " + mads + " - - "}}),
             Contains("for gammelt") || Contains("Opgaver til"));
}

TEST_CASE("upkeep_doors: ids that are gone, and proposals that never were") {
  Taps taps;
  const auto verb =
      GENERATE(as<std::string>(), "proposal_yes", "proposal_no", "proposal_withdraw", "task_take_back");
  CHECK_THAT(taps.tap(verb, {{"item", "999999"}}), Contains("for gammelt"));
  CHECK_THAT(taps.tap("proposal_no", {{"item", "999999"}, {"about", "all"}}), Contains("for gammelt"));
  CHECK_THAT(taps.tap("correct", {{"person", "999999"}, {"about", "left"}}), Contains("for gammelt"));
  CHECK_THAT(taps.tap("correct", {{"person", taps.id_of_person("emil.skov@sundkoebing.example")},
                                  {"task", taps.id_of_task("gylletanke")},
                                  {"about", "task"}}),
             Contains("for gammelt"));
  CHECK(taps.open_ones().empty());
}

TEST_CASE("upkeep_doors: only whoever is asked decides, and the author alone withdraws") {
  Taps taps;
  auto turn = taps.conversation.turn(TurnKind::message);
  turn.text = "jeg har overtaget rottebekæmpelse efter Lone";
  taps.conversation.send(turn);
  REQUIRE(taps.open_ones().size() == 1);
  const auto item = std::to_string(taps.open_ones().front().id);
  CHECK_THAT(taps.tap("proposal_yes", {{"item", item}}), Contains("Det afgør Lone Dahl."));
  taps.conversation.enter_chat("pia.holm@sundkoebing.example");
  const auto verb = GENERATE(as<std::string>(), "proposal_yes", "proposal_no");
  CHECK_THAT(taps.tap(verb, {{"item", item}}), Contains("Det afgør Lone Dahl."));
  CHECK_THAT(taps.tap("proposal_withdraw", {{"item", item}}), Contains("for gammelt"));
  CHECK(taps.open_ones().size() == 1);
  taps.conversation.policy.administrators.push_back("pia.holm@sundkoebing.example");
  taps.tap(verb, {{"item", item}});
  CHECK(taps.open_ones().empty());
}

TEST_CASE("upkeep_doors: a client without dialogs is told what to write") {
  Taps taps;
  CHECK_THAT(taps.tap("correct_form",
                      {{"person", taps.id_of_person("emil.skov@sundkoebing.example")}, {"about", "phone"}}),
             Contains("Skriv det i stedet"));
}

TEST_CASE("upkeep_doors: a choice comes back from its button as it was") {
  store::Proposal proposal;
  proposal.kind =
      GENERATE(store::ProposalKind::transfer, store::ProposalKind::assign, store::ProposalKind::add);
  proposal.task = 7;
  proposal.person = 8;
  proposal.receiver = 9;
  proposal.text = "Ladestandere og elbiler";
  proposal.from = store::Day{std::chrono::days{20574}};
  const auto back = proposal_in(propose_button(proposal)).value();
  CHECK(back.kind == proposal.kind);
  CHECK(back.task == 7);
  CHECK(back.person == 8);
  CHECK(back.receiver == 9);
  CHECK(back.text == proposal.text);
  CHECK(back.from == proposal.from);
  CHECK_FALSE(back.to);
}
