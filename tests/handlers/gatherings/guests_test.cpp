#include "handlers/gatherings/guests.hpp"

#include "handlers/gatherings/guest_list.hpp"
#include "store/gatherings.hpp"
#include "store/invitations.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using Catch::Matchers::Contains;
using handlers::TurnKind;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string emil = "emil.skov@sundkoebing.example";
const std::string jens = "jens.krog@sundkoebing.example";  // no member

struct Fixture : tests::Conversation {
  Fixture() {
    set("known", karen);
    set("known", emil);
    set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;sal");
  }

  std::int64_t id(const std::string& email) const {
    const auto& catalogue = finder().catalogue();
    return catalogue.person(catalogue.person_by_email(email)).id;
  }
  std::string form(const std::string& word, const std::string& email) const {
    return handlers::write_guests(word, gathering(), {id(email)});
  }
  std::string tap(const std::string& who, const std::string& about) {
    set("from", who);
    auto turn = this->turn(TurnKind::card_action);
    turn.action = handlers::CardAction{"yes", {{"lang", "da"}, {"about", about}}, true};
    const auto outcome = send(turn);
    return outcome.invoke->card.empty() ? outcome.invoke->message : outcome.invoke->card;
  }
  bool invited(const std::string& email) {
    const auto invitation = store::find_invitation(database(), gathering(), id(email));
    return invitation && invitation->state != store::AnswerState::removed;
  }
};

}  // namespace

TEST_CASE("guests: forged buttons take nobody off and invite nobody") {
  Fixture f;
  CHECK_THAT(f.tap(karen, f.form("guests-pick-remove", emil)), Contains("Det kan kun"));
  CHECK_THAT(f.tap(karen, f.form("guests-pick-invite", jens)), Contains("Det kan kun"));
  // What nobody was asked is not done, not even for whoever may.
  f.tap(karen, f.form("guests-remove", emil));
  f.tap(emil, f.form("guests-remove", karen));
  f.tap(emil, f.form("guests-invite", jens));
  CHECK(f.invited(emil));
  CHECK(f.invited(karen));
  CHECK_FALSE(f.invited(jens));
  CHECK_THAT(f.tap(emil, "guests-pick-remove 4711 1"), Contains("for gammelt"));
  CHECK_THAT(f.tap(emil, "guests-pick-remove"), Contains("for gammelt"));
}

TEST_CASE("guests: whoever may is asked first, and a yes does just that") {
  Fixture f;
  CHECK_THAT(f.tap(emil, f.form("guests-pick-remove", karen)), Contains("Skal jeg tage Karen Vestergaard"));
  f.tap(emil, f.form("guests-remove", jens));
  CHECK(f.invited(karen));
  CHECK_THAT(f.tap(emil, f.form("guests-pick-remove", karen)), Contains("Skal jeg tage Karen Vestergaard"));
  CHECK_THAT(f.tap(emil, f.form("guests-remove", karen)), Contains("er taget af listen"));
  CHECK_FALSE(f.invited(karen));
}

TEST_CASE("guests: a gathering that was called off meanwhile keeps its list") {
  Fixture f;
  f.tap(emil, f.form("guests-pick-remove", karen));
  f.set("cancel", "-");
  f.tap(emil, f.form("guests-remove", karen));
  CHECK(f.invited(karen));
}

TEST_CASE("guests: a form holds what it was given, and any text is read") {
  const auto written = handlers::write_guests("guests-invite", 12, {5, 6});
  const auto form = handlers::read_guests(written);
  CHECK(form.word == "guests-invite");
  CHECK(form.gathering == 12);
  CHECK(form.people == handlers::GuestIds{5, 6});
  for (const auto* const text :
       {"", " ", "guests-invite", "guests-invite x", "guests-invite 99999999999999999999"}) {
    CAPTURE(text);
    CHECK(handlers::read_guests(text).gathering == 0);
  }
}
