#include "handlers/gatherings/planning_send.hpp"

#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

constexpr const char* planner = "emil.skov@sundkoebing.example";

struct Draft {
  tests::Conversation conversation;
  std::int64_t id = 0;

  explicit Draft(const std::string& when = "den 16. april kl. 13-15") {
    conversation.enter_chat(planner);
    say("planlæg plenum for virksomhedsnetværket " + when + " i mødelokale 1");
    const auto& catalogue = conversation.finder().catalogue();
    const auto organizer = catalogue.person(catalogue.person_by_email(planner)).id;
    id = store::latest_draft(conversation.database(), organizer, store::Instant{}).value().id;
  }

  Outcome say(const std::string& text) {
    auto turn = conversation.turn(TurnKind::message);
    turn.text = text;
    return conversation.send(turn);
  }
  store::Gathering gathering() { return store::find_gathering(conversation.database(), id).value(); }

  Outcome tap(const std::string& verb, std::map<std::string, std::string> data) {
    auto turn = conversation.turn(TurnKind::card_action);
    data["lang"] = "da";
    data["nonce"] = "n";
    turn.action = CardAction{verb, std::move(data), true};
    return conversation.send(turn);
  }
  Outcome send(int version) {
    return tap("gathering_send", {{"item", std::to_string(id)}, {"about", "v" + std::to_string(version)}});
  }
};

std::string words(const Outcome& outcome) {
  return outcome.invoke ? outcome.invoke->card + outcome.invoke->message : "";
}

bool has(const Outcome& outcome, const std::string& what) {
  return words(outcome).find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("planning_send: a card from before a change sends nothing and shows the draft as it is") {
  Draft draft;
  const auto version = draft.gathering().version;
  draft.say("ret stedet til mødelokale 2");
  REQUIRE(draft.gathering().version > version);
  const auto outcome = draft.send(version);
  CHECK(has(outcome, "Udkastet er ændret, siden kortet blev vist."));
  CHECK(has(outcome, "mødelokale 2"));
  CHECK(outcome.notices.empty());
  CHECK(draft.gathering().state == store::GatheringState::draft);
}

TEST_CASE("planning_send: a second tap sends nothing more and says what is") {
  Draft draft;
  const auto version = draft.gathering().version;
  const auto first = draft.send(version);
  CHECK(draft.gathering().state == store::GatheringState::invited);
  CHECK(first.changed_data);
  const auto again = draft.send(version);
  CHECK(has(again, "Invitationerne er allerede sendt."));
  CHECK(again.notices.empty());
  CHECK_FALSE(again.changed_data);
}

TEST_CASE("planning_send: a draft whose time has passed is not sent") {
  Draft draft("i dag kl. 12-13");
  draft.conversation.set("clock", "2026-03-25T12:30");
  const auto outcome = draft.send(draft.gathering().version);
  CHECK(has(outcome, "Tidspunktet er gået"));
  CHECK(draft.gathering().state == store::GatheringState::draft);
}

TEST_CASE("planning_send: only whoever may plan sends or drops, whatever card they have") {
  Draft draft;
  const auto version = draft.gathering().version;
  draft.conversation.enter_chat("karen.vestergaard@sundkoebing.example");
  const std::string verb = GENERATE("gathering_send", "gathering_drop", "gathering_leaders");
  const auto outcome =
      draft.tap(verb, {{"item", std::to_string(draft.id)}, {"about", "v" + std::to_string(version)}});
  CHECK(has(outcome, "Emil Skov"));
  CHECK(outcome.notices.empty());
  CHECK(draft.gathering().state == store::GatheringState::draft);
}

TEST_CASE("planning_send: buttons of gatherings that do not exist get a sentence") {
  Draft draft;
  const auto [verb, data] = GENERATE(table<std::string, std::map<std::string, std::string>>({
      {"gathering_send", {{"item", "99999"}, {"about", "v1"}}},
      {"gathering_drop", {{"item", "99999"}, {"about", "v1"}}},
      {"gathering_leaders", {{"item", "99999"}, {"about", "v1"}}},
      {"leader_approve", {{"item", "99999"}}},
      {"yes", {{"about", "move-all 99999"}}},
      {"yes", {{"about", "cancel-pick 1"}}},
      {"yes", {{"about", "move-one x"}}},
      {"yes", {{"about", "cancel 1"}}},
  }));
  const auto outcome = draft.tap(verb, data);
  CHECK_FALSE(words(outcome).empty());
  CHECK(outcome.notices.empty());
  CHECK(draft.gathering().state == store::GatheringState::draft);
}

TEST_CASE("planning_send: a change that was confirmed too late says what is now") {
  Draft draft;
  draft.send(draft.gathering().version);
  draft.say("flyt plenum til 22. april");
  store::Transaction transaction(draft.conversation.database());
  auto other = draft.gathering();
  other.place = "Kantinen";
  REQUIRE(store::update_gathering(transaction, other, draft.conversation.now()));
  transaction.commit();
  const auto outcome = draft.tap("yes", {{"about", "move " + std::to_string(draft.id)}});
  CHECK(has(outcome, "En anden har ændret det imens."));
  CHECK(has(outcome, "Kantinen"));
  CHECK(draft.gathering().local_start == "2026-04-16 13:00");
}
