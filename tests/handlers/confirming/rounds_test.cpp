#include "handlers/confirming/rounds.hpp"

#include "store/confirmation_rounds.hpp"
#include "store/import.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/rounds.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using store::RoundState;
using tests::Rounds;

namespace {

using namespace std::chrono_literals;

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string soeren = "soeren.lykkegaard@sundkoebing.example";
const std::string lone = "lone.dahl@sundkoebing.example";
const std::string ida = "ida.lund@sundkoebing.example";
const std::string birthe = "birthe.noer@sundkoebing.example";
const std::string ask_karen = "Er dine 3 opgaver stadig rigtige?";

}  // namespace

TEST_CASE("rounds: F2 a tap on last year's card says that it is closed, and brings the new one") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  const auto old = rounds.card_of(karen);
  rounds.go("2026-04-20T09:30");  // nobody helps
  rounds.every_morning("2026-09-25", "2026-09-28");
  REQUIRE_THAT(rounds.last_words(karen), Contains(ask_karen));
  CHECK_THAT(rounds.tap(karen, old, "round_confirm"),
             Contains("Kortet fra 25. marts er lukket. Her er det nye:") && Contains(ask_karen));
  CHECK(rounds.confirmations(karen) == 0);
  CHECK_THAT(rounds.tap(karen, rounds.tapped_card(), "round_confirm"),
             Contains("Tak. Dine 3 opgaver er bekræftet 28. september."));
  CHECK(rounds.confirmations(karen) == 3);
}

TEST_CASE("rounds: F2 a tap on last year's card when there is no new one says what to write") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  const auto old = rounds.card_of(karen);
  rounds.tap(karen, old, "round_none_mine", rounds.version(old));
  CHECK_THAT(rounds.tap(karen, old, "round_confirm"),
             Contains("Kortet fra 25. marts er lukket.") && Contains("»mine opgaver er rigtige«"));
  CHECK(rounds.confirmations(karen) == 0);
}

TEST_CASE("rounds: F3 two taps are one confirmation") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(karen);
  const auto first = rounds.tap(karen, card, "round_confirm");
  rounds.conversation.set("clock", "2026-03-27T11:00");
  CHECK(rounds.tap(karen, card, "round_confirm") == first);
  CHECK(rounds.confirmations(karen) == 3);  // one for each task
  CHECK(rounds.rounds_in(RoundState::confirmed) == 1);
}

TEST_CASE("rounds: F4 on leave the clock stands still, and the question waits for the return") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.due_for(soeren);  // away until Sunday 29 March
  rounds.go("2026-03-25T09:30");
  CHECK(rounds.last_words(soeren).empty());
  rounds.go("2026-03-27T09:30");
  rounds.absence(karen, "2026-03-30", "2026-04-14");
  rounds.go("2026-03-30T09:30");
  CHECK_THAT(rounds.last_words(soeren), Contains("opgave stadig rigtig"));
  rounds.every_morning("2026-03-31", "2026-04-15");
  CHECK(rounds.messages_to(karen) == 1);  // 26 and 27 March were two days; then 15, 16, 17 April
  rounds.go("2026-04-16T09:30");
  CHECK(rounds.messages_to(karen) == 1);
  rounds.go("2026-04-17T09:30");
  CHECK(rounds.messages_to(karen) == 2);
  CHECK_THAT(rounds.last_words(karen), Contains("påmindelse"));
}

TEST_CASE("rounds: an absence that the file forgets as soon as it is over was one all the same") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  rounds.absence(karen, "2026-03-26", "2026-04-14");
  rounds.every_morning("2026-03-26", "2026-04-14");
  rounds.absence(karen, "", "");
  rounds.every_morning("2026-04-15", "2026-04-20");
  CHECK(rounds.messages_to(karen) == 1);
  rounds.go("2026-04-21T09:30");
  CHECK(rounds.messages_to(karen) == 2);
}

TEST_CASE("rounds: whoever wants no messages is asked when that is over") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.mute(karen, "2026-03-20T00:00", "2026-04-09T00:00");
  rounds.every_morning("2026-03-25", "2026-04-08");
  CHECK(rounds.messages_to(karen) == 0);
  rounds.go("2026-04-09T09:30");
  CHECK(rounds.messages_to(karen) == 1);
  rounds.mute(karen, "2026-04-10T00:00", "2026-05-11T00:00");
  rounds.every_morning("2026-04-10", "2026-05-15");
  CHECK(rounds.messages_to(karen) == 1);
  rounds.go("2026-05-18T09:30");  // 11, 12, 13, 18 May: the 14th is Ascension Day, the 15th counts
  CHECK(rounds.messages_to(karen) == 2);
}

TEST_CASE("rounds: nobody is asked in July, the first week of January, on days off or in quiet hours") {
  Rounds rounds("2026-06-30T19:00");
  rounds.due_for(karen);
  rounds.every_morning("2026-07-01", "2026-07-31");
  CHECK(rounds.messages_to(karen) == 0);
  rounds.go("2026-08-01T09:30");  // Saturday
  rounds.go("2026-08-03T08:59");
  CHECK(rounds.messages_to(karen) == 0);
  rounds.go("2026-08-03T09:00");
  CHECK(rounds.messages_to(karen) == 1);

  Rounds winter("2026-12-31T19:00");
  winter.due_for(karen);
  winter.every_morning("2027-01-01", "2027-01-07");
  CHECK(winter.messages_to(karen) == 0);
  winter.go("2027-01-08T09:00");
  CHECK(winter.messages_to(karen) == 1);
}

TEST_CASE(
    "rounds: after downtime people are asked once, at a sensible hour, and reminded one step at a time") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T06:00");
  rounds.go("2026-03-28T23:40");  // down since, and up again on a Saturday night
  CHECK(rounds.messages_to(karen) == 0);
  rounds.go("2026-03-30T09:00");
  CHECK(rounds.messages_to(karen) == 1);
  rounds.go("2026-05-20T14:17");  // six weeks
  CHECK(rounds.messages_to(karen) == 2);
  CHECK_THAT(rounds.last_words(karen), Contains("påmindelse"));
  rounds.go("2026-05-21T09:00");
  CHECK(rounds.messages_to(karen) == 2);
  rounds.every_morning("2026-05-22", "2026-05-28");
  CHECK(rounds.messages_to(karen) == 3);
}

TEST_CASE("rounds: those who cannot be written to are one message to their leader, once") {
  Rounds rounds;
  rounds.due_for(karen, false);
  rounds.due_for(ida, false);
  rounds.conversation.set("known", birthe);
  rounds.every_morning("2026-03-25", "2026-05-29");
  CHECK(rounds.messages_to(birthe) == 1);
  CHECK_THAT(rounds.last_words(birthe),
             Contains("Jeg kan ikke skrive til disse kolleger i Teams.") &&
                 Contains("Karen Vestergaard: Byggetilladelser til enfamiliehuse, BBR og ") &&
                 Contains("Ida Lund: Lokalplaner, Kystbeskyttelse og Klimaplan"));
  CHECK_THAT(rounds.tap(birthe, rounds.card_of(birthe), "round_confirm"),
             Contains("Tak. Opgaverne hos ") && Contains("Karen Vestergaard") && Contains("Ida Lund"));
  CHECK(rounds.confirmations(karen) == 3);
  CHECK(rounds.confirmations(ida) == 3);
  CHECK_THAT(rounds.tap(birthe, rounds.card_of(birthe), "round_confirm"), Contains("er bekræftet 29. maj"));
  CHECK(rounds.confirmations(karen) == 3);
}

TEST_CASE("rounds: only the person and those who lead them may answer") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.conversation.set("known", lone);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(karen);
  for (const auto* verb : {"round_confirm", "round_none_mine", "round_not_me", "round_show", "round_edit"}) {
    INFO(verb);
    CHECK_THAT(rounds.tap(lone, card, verb, rounds.version(card)),
               Contains("Det kan kun Karen Vestergaard svare på."));
  }
  CHECK_THAT(rounds.dialog(lone, card, true, {{"keep_1_1", "false"}}).message,
             Contains("kun Karen Vestergaard"));
  CHECK_THAT(rounds.tap(birthe, card, "round_confirm"), Contains("lukket"));  // not asked yet: nothing to do
  CHECK(rounds.confirmations(karen) == 0);
  CHECK(rounds.reports() == 0);
  CHECK_THAT(rounds.tap(karen, "999", "round_confirm"), Contains("for gammelt"));
}

TEST_CASE("rounds: a list that changed since is shown again before anything is confirmed") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(karen);
  rounds.give(karen, "Vejskilte");
  CHECK_THAT(rounds.tap(karen, card, "round_confirm"),
             Contains("Listen er ændret") && Contains("Er dine 4 opgaver") && Contains("Vejskilte"));
  CHECK(rounds.confirmations(karen) == 0);
  CHECK_THAT(rounds.tap(karen, rounds.tapped_card(), "round_confirm"),
             Contains("Dine 4 opgaver er bekræftet"));
}

TEST_CASE("rounds: [Ret] opens a form; what is unticked is proposed, with the name that was given") {
  const std::string mads = "mads.thorup@sundkoebing.example";
  Rounds rounds;
  rounds.conversation.set("known", mads);
  rounds.conversation.set("known", birthe);
  rounds.due_for(ida);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(ida);
  const auto form = rounds.dialog(ida, card, false, {});
  CHECK_THAT(form.card,
             Contains("Input.Toggle") && Contains("Kystbeskyttelse") && Contains("Hvem har dem i stedet?"));
  const auto field = rounds.field(ida, "Kystbeskyttelse");
  CHECK_THAT(rounds.dialog(ida, card, true, {{field, "false"}, {"to", "Mette"}}).card,
             Contains("Flere kolleger hedder »Mette«"));
  CHECK_THAT(rounds.dialog(ida, card, true, {{field, "false"}, {"to", "Hubert"}}).card,
             Contains("Jeg kender ingen kollega"));
  CHECK(rounds.reports() == 0);
  CHECK_THAT(rounds.dialog(ida, card, true, {{field, "false"}, {"to", "Mads Thorup"}}).message,
             Contains("Mads Thorup skal sige ja til, at det er ændret: Kystbeskyttelse.") &&
                 Contains("Resten er bekræftet"));
  CHECK(rounds.confirmations(ida) == 2);
  CHECK_THAT(rounds.last_words(mads),
             Contains("Passer det? Mads Thorup overtager Kystbeskyttelse efter Ida Lund."));
  CHECK_THAT(rounds.last_words(birthe), Contains("Mads Thorup er spurgt"));
  CHECK_THAT(rounds.dialog(ida, card, true, {{field, "false"}}).message, Contains("lukket"));
}

TEST_CASE("rounds: a form with everything ticked confirms; one about an older list changes nothing") {
  Rounds rounds;
  rounds.due_for(ida);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(ida);
  const auto old = rounds.version(card);
  rounds.give(ida, "Vejskilte");
  CHECK_THAT(rounds.dialog(ida, card, true, {{"about", old}}).message, Contains("Listen er ændret"));
  CHECK(rounds.confirmations(ida) == 0);
  CHECK_THAT(rounds.dialog(ida, card, true, {{"about", rounds.version_now(ida)}}).message,
             Contains("Dine 4 opgaver er bekræftet 25. marts."));
  CHECK(rounds.confirmations(ida) == 4);
}

TEST_CASE("rounds: who leaves is asked no more; who comes is asked months later") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  rounds.left(karen, "2026-03-27");
  rounds.every_morning("2026-03-26", "2026-05-29");
  CHECK(rounds.messages_to(karen) == 1);
  CHECK(rounds.rounds_in(RoundState::ended) == 1);
  CHECK_THAT(rounds.tap(karen, rounds.card_of(karen), "round_confirm"), Contains("for gammelt"));
  CHECK(rounds.confirmations(karen) == 0);

  Rounds others;
  others.conversation.set("known", lone);  // never confirmed: first seen today
  others.every_morning("2026-03-25", "2026-09-24");
  CHECK(others.messages_to(lone) == 0);
  others.go("2026-09-25T09:00");
  CHECK(others.messages_to(lone) == 1);
}

TEST_CASE("rounds: an entry that is asked about alone is not asked about during a round, nor soon after") {
  Rounds rounds;
  rounds.due_for(lone);
  rounds.conversation.enter_chat(karen);
  const auto nudged = [&] {
    auto turn = rounds.conversation.turn(handlers::TurnKind::message);
    turn.text = "hvem har rottebekæmpelse?";
    return !rounds.conversation.send(turn).notices.empty();
  };
  rounds.conversation.policy.stale_after_months = 1;
  rounds.go("2026-03-25T09:30");
  REQUIRE(rounds.messages_to(lone) == 1);
  rounds.conversation.enter_chat(karen);
  CHECK_FALSE(nudged());
  rounds.tap(lone, rounds.card_of(lone), "round_none_mine", rounds.version(rounds.card_of(lone)));
  rounds.conversation.set("clock", "2026-04-20T10:00");
  rounds.conversation.enter_chat(karen);
  CHECK_FALSE(nudged());
  rounds.conversation.set("clock", "2026-04-28T10:00");
  CHECK(nudged());
}

TEST_CASE("rounds: switched off nobody is asked; switched on again it goes on") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T06:00");
  rounds.conversation.policy.confirm_every_months = 0;
  rounds.every_morning("2026-03-25", "2026-05-01");
  CHECK(rounds.messages_to(karen) == 0);
  CHECK_FALSE(store::duty_due(rounds.conversation.database(), handlers::confirm_people_duty, 0));
  rounds.conversation.set("rounds", "0");
  CHECK_FALSE(store::duty_due(rounds.conversation.database(), handlers::confirm_people_duty, 0));
  rounds.conversation.set("rounds", "6");
  rounds.every_morning("2026-05-04", "2026-05-06");
  CHECK(rounds.messages_to(karen) == 1);
}

TEST_CASE("rounds: many tasks are cut, and all shown on demand") {
  Rounds rounds;
  rounds.due_for(karen);
  for (int i = 1; i <= 21; ++i) {
    rounds.give(karen, "Opgave nummer " + std::to_string(i));
  }
  rounds.go("2026-03-25T09:30");
  CHECK_THAT(rounds.last_words(karen), Contains("Er dine 24 opgaver") && Contains("og 14 mere") &&
                                           !Contains("Opgave nummer 21") && Contains("- Vis alle"));
  const auto all = rounds.tap(karen, rounds.card_of(karen), "round_show");
  CHECK_THAT(all, Contains("Opgave nummer 21") && !Contains("mere") && Contains("- Ja, alle"));
}

TEST_CASE("rounds: a leader corrects for somebody at once, as in words") {
  Rounds rounds;
  rounds.conversation.set("known", birthe);
  rounds.due_for(karen, false);
  rounds.due_for(ida, false);
  rounds.go("2026-03-25T09:30");
  const auto card = rounds.card_of(birthe);
  CHECK_THAT(rounds.dialog(birthe, card, false, {}).card, Contains("Ida Lund: Kystbeskyttelse"));
  CHECK_THAT(rounds.dialog(birthe, card, true, {{rounds.field(ida, "Kystbeskyttelse"), "false"}}).message,
             Contains("Så er det ændret: Ida Lund har ikke længere Kystbeskyttelse."));
  CHECK(rounds.confirmations(ida) == 2);
  CHECK(rounds.confirmations(karen) == 3);
  CHECK(rounds.rounds_in(RoundState::corrected) == 1);
  CHECK(rounds.rounds_in(RoundState::confirmed) == 1);
}

TEST_CASE("rounds: those without Teams and without a leader are one message to the owner of the area") {
  const std::string owner = "nadia.rahimi@sundkoebing.example";
  const std::string pia = "pia.holm@sundkoebing.example";
  const std::string mads = "mads.thorup@sundkoebing.example";
  Rounds rounds;
  rounds.conversation.set("owner", owner + "=Vej og Trafik");
  rounds.conversation.set("known", owner);
  rounds.due_for(pia, false);
  rounds.due_for(mads, false);
  rounds.due_for("jens.krog@sundkoebing.example", false);  // of another area: nobody answers for that one
  rounds.every_morning("2026-03-25", "2026-05-29");
  CHECK(rounds.messages_to(owner) == 1);
  CHECK_THAT(rounds.last_words(owner), Contains("Jeg kan ikke skrive til disse kolleger") &&
                                           Contains("Pia Holm: ") && Contains("Mads Thorup: ") &&
                                           !Contains("Jens Krog"));
  CHECK_THAT(rounds.tap(owner, rounds.card_of(owner), "round_confirm"), Contains("er bekræftet 29. maj"));
  CHECK(rounds.confirmations(pia) == 2);
  CHECK(rounds.confirmations(mads) == 2);
}

TEST_CASE("rounds: several that are given back are one message, and one reminder") {
  Rounds rounds;
  rounds.conversation.set("known", birthe);
  rounds.due_for(ida);
  rounds.go("2026-03-25T09:30");
  CHECK_THAT(rounds.tap(ida, rounds.card_of(ida), "round_none_mine"),
             Contains("Birthe Noer skal sige ja til"));
  CHECK(rounds.messages_to(birthe) == 1);
  rounds.every_morning("2026-03-26", "2026-04-01");
  CHECK(rounds.messages_to(birthe) == 2);
  CHECK_THAT(rounds.last_words(birthe), Contains("har ikke længere Lokalplaner.") &&
                                            Contains("har ikke længere Kystbeskyttelse.") &&
                                            Contains("har ikke længere Klimaplan."));
  rounds.every_morning("2026-04-02", "2026-05-29");
  CHECK(rounds.messages_to(birthe) == 2);  // nobody is above her
}

TEST_CASE("rounds: whoever only stands in gives that back, too") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.go("2026-03-25T09:30");
  const auto field = rounds.field(karen, "Byggetilladelser til erhverv og etagebyggeri");
  CHECK_THAT(rounds.dialog(karen, rounds.card_of(karen), true, {{field, "false"}}).message,
             Contains("Så er det ændret: Karen Vestergaard har ikke længere Byggetilladelser til erhverv"));
  CHECK(rounds.confirmations(karen) == 2);
}

TEST_CASE("rounds: a leader who is away is asked on the return") {
  Rounds rounds;
  rounds.due_for(karen);
  rounds.conversation.set("known", birthe);
  rounds.every_morning("2026-03-25", "2026-04-17");
  rounds.absence(birthe, "2026-04-20", "2026-04-24");
  rounds.every_morning("2026-04-20", "2026-04-24");
  CHECK(rounds.messages_to(birthe) == 0);
  rounds.every_morning("2026-04-25", "2026-04-27");
  CHECK(rounds.messages_to(birthe) == 1);
  CHECK_THAT(rounds.last_words(birthe), Contains("Opgaverne hos Karen Vestergaard"));
}
