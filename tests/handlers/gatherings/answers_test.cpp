#include "handlers/gatherings/answers.hpp"

#include "store/gatherings.hpp"
#include "store/import.hpp"
#include "store/networks.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using Catch::Matchers::Contains;
using handlers::TurnKind;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string emil = "emil.skov@sundkoebing.example";
const std::string pia = "pia.holm@sundkoebing.example";  // no member

struct Fixture : tests::Conversation {
  Fixture() {
    set("known", karen);
    set("known", emil);
    set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;sal;max 1");
  }

  handlers::Outcome tap(const std::string& who, const std::string& verb,
                        std::map<std::string, std::string> data, const std::string& replied_to = "") {
    set("from", who);
    auto turn = this->turn(TurnKind::card_action);
    data.emplace("lang", "da");
    data.emplace("item", std::to_string(gathering()));
    turn.action = handlers::CardAction{verb, std::move(data), true};
    turn.replied_to = replied_to;
    return send(turn);
  }
  std::string words(const handlers::Outcome& outcome) const {
    return outcome.invoke->card.empty() ? outcome.invoke->message : outcome.invoke->card;
  }
  store::AnswerState state(const std::string& email) {
    const auto& catalogue = finder().catalogue();
    return store::find_invitation(database(), gathering(),
                                  catalogue.person(catalogue.person_by_email(email)).id)
        ->state;
  }
};

}  // namespace

TEST_CASE("answers: forged and old buttons lead to a sentence, never to an answer") {
  Fixture f;
  CHECK_THAT(f.words(f.tap(karen, "rsvp", {{"about", "removed"}})), Contains("for gammelt"));
  CHECK_THAT(f.words(f.tap(karen, "rsvp", {{"about", "accepted"}, {"item", "4711"}})),
             Contains("for gammelt"));
  CHECK_THAT(f.words(f.tap("nobody@sundkoebing.example", "rsvp", {{"about", "accepted"}})),
             Contains("kan ikke finde dig"));
  CHECK_THAT(f.words(f.tap(pia, "rsvp", {{"about", "accepted"}})), Contains("Du er ikke inviteret"));
  CHECK(f.state(karen) == store::AnswerState::invited);
  const auto& catalogue = f.finder().catalogue();
  CHECK_FALSE(store::find_invitation(f.database(), f.gathering(),
                                     catalogue.person(catalogue.person_by_email(pia)).id));
}

TEST_CASE("answers: an old card of a cancelled gathering says so, and why") {
  Fixture f;
  f.set("cancel", "lokalet er optaget");
  const auto card = f.words(f.tap(karen, "rsvp", {{"about", "accepted"}}));
  CHECK_THAT(card, Contains("Aflyst: lokalet er optaget") && !Contains("\"rsvp\""));
  CHECK(f.state(karen) == store::AnswerState::invited);
}

TEST_CASE("answers: the coordinator's buttons are the coordinator's alone") {
  Fixture f;
  for (const auto* verb : {"gathering_answers", "gathering_nudge", "gathering_announce"}) {
    const auto refused = f.tap(karen, verb, {});
    CHECK_THAT(f.words(refused), Contains("Det kan kun tovholderen"));
    CHECK(refused.notices.empty());
    CHECK_THAT(f.words(f.tap(emil, verb, {{"item", "4711"}})), Contains("for gammelt"));
  }
  CHECK_THAT(f.words(f.tap(emil, "gathering_answers", {})), Contains("Karen Vestergaard"));
}

TEST_CASE("answers: a card that others see stays as it is") {
  Fixture f;
  f.set("scope", "group");
  f.set("conversation", "19:group@thread.v2");
  const auto outcome = f.tap(karen, "rsvp", {{"about", "accepted"}}, "1234");
  for (const auto& notice : outcome.notices) {
    CHECK(notice.to.conversation == "a:" + karen);
    CHECK(notice.reply.update_activity != "1234");
  }
  CHECK(f.state(karen) == store::AnswerState::accepted);
}

TEST_CASE("answers: a repeated tap changes nothing and tells nobody") {
  Fixture f;
  f.tap(karen, "rsvp", {{"about", "accepted"}});
  const auto again = f.tap(karen, "rsvp", {{"about", "accepted"}});
  CHECK(again.notices.empty());
  CHECK_THAT(f.words(again), Contains("Dit svar: Du kommer."));
}

TEST_CASE("answers: the words of buttons") {
  CHECK(handlers::answer_of("accepted") == store::AnswerState::accepted);
  CHECK(handlers::answer_of("no") == store::AnswerState::declined);
  CHECK(handlers::answer_of("maybe") == store::AnswerState::tentative);
  CHECK_FALSE(handlers::answer_of("waiting"));
  CHECK_FALSE(handlers::answer_of(""));
}

TEST_CASE("answers: a list names thirty and counts the rest") {
  Fixture f;
  const auto path = f.database_file().parent_path() / "many.csv";
  std::ifstream before(INDGANG_SOURCE_DIR "/tests/fixtures/catalogue/people.csv");
  std::ofstream file(path);
  file << before.rdbuf();
  for (int i = 10; i < 42; ++i)
    file << "Vagt " << i << ";vagt" << i << "@sundkoebing.example;person;;Vagt;;;;;;\n";
  file.close();
  REQUIRE(store::import_people(f.database(), path, {}, f.now()).applied);
  f.send(f.turn(TurnKind::other));  // reads the catalogue again
  const auto& catalogue = f.finder().catalogue();
  const auto id = [&](const std::string& email) {
    return catalogue.person(catalogue.person_by_email(email)).id;
  };
  store::Transaction transaction(f.database());
  store::Network network;
  network.name = "Vagtnetværket";
  network.coordinator = id(emil);
  const auto created = store::create_network(transaction, network, f.now()).value();
  for (int i = 10; i < 40; ++i)
    store::add_member(transaction, created, id("vagt" + std::to_string(i) + "@sundkoebing.example"));
  transaction.commit();

  const auto missing = [&] {
    f.set("gathering", "Vagtnetværket;2026-04-20 13:00;2026-04-20 15:30;sal");
    f.tap(emil, "rsvp", {{"about", "accepted"}});
    return f.words(f.tap(emil, "gathering_answers", {{"about", "missing"}}));
  };
  const auto thirty = missing();
  CHECK_THAT(thirty, Contains("Vagt 39"));
  CHECK_THAT(thirty, !Contains(" mere"));
  {
    store::Transaction more(f.database());
    for (int i = 40; i < 42; ++i)
      store::add_member(more, created, id("vagt" + std::to_string(i) + "@sundkoebing.example"));
    more.commit();
  }
  const auto rest = missing();
  CHECK_THAT(rest, Contains("Vagt 39 og 2 mere"));
  CHECK_THAT(rest, !Contains("Vagt 40"));
}
