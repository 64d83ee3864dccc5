#include "handlers/upkeep/upkeep.hpp"
#include "store/proposals.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using Catch::Contains;

namespace {

/// The form behind 'Forkert telefon' or 'En anden har den' about who has a task.
struct Form {
  tests::Conversation conversation;
  std::string task;
  std::string person;

  Form() {
    const auto& catalogue = conversation.finder().catalogue();
    const auto emil = catalogue.person_by_email("emil.skov@sundkoebing.example");
    person = std::to_string(catalogue.person(emil).id);
    task = std::to_string(catalogue.task(conversation.finder().find("turisme").hits.at(0).task).id);
  }

  DialogAnswer send(TurnKind kind, const std::string& verb, const std::string& about,
                    std::map<std::string, std::string> data) {
    auto turn = conversation.turn(kind);
    data["about"] = about;
    data["task"] = task;
    data["person"] = person;
    data["lang"] = "da";
    data["verb"] = verb;
    turn.action = CardAction{verb, std::move(data), false};
    return conversation.send(turn).dialog.value();
  }
  DialogAnswer open(const std::string& about) {
    return send(TurnKind::dialog_open, "correct_form", about, {});
  }
  DialogAnswer save(const std::string& about, const std::string& field, const std::string& value) {
    return send(TurnKind::dialog_submit, "correct_send", about, {{field, value}});
  }
  std::vector<store::Proposal> open_ones() { return store::open_proposals(conversation.database(), 10); }
};

}  // namespace

TEST_CASE("fault_form: the right phone number goes to the person") {
  Form form;
  const auto opened = form.open("phone");
  CHECK(opened.title == "Emil Skov");
  CHECK_THAT(opened.card, Contains("Det rigtige telefonnummer") && Contains("correct_send"));
  const auto wrong = GENERATE(as<std::string>(), "", "12", "ring til Emil", "=12345678");
  const auto refused = form.save("phone", "phone", wrong);
  CHECK_THAT(refused.card, Contains("mindst otte cifre"));
  CHECK(form.open_ones().empty());
  const auto sent = form.save("phone", "phone", "+45 99 00 08 77");
  CHECK_THAT(sent.message,
             Contains("Emil Skov har telefonnummer +45 99 00 08 77.") && Contains("når Emil Skov siger ja"));
  REQUIRE(form.open_ones().size() == 1);
  CHECK(form.open_ones().front().text == "+45 99 00 08 77");
}

TEST_CASE("fault_form: the person's own number needs nobody's yes") {
  Form form;
  form.conversation.enter_chat("emil.skov@sundkoebing.example");
  CHECK_THAT(form.save("phone", "phone", "99 00 08 77").message, Contains("Så er det ændret"));
  const auto& catalogue = form.conversation.finder().catalogue();
  CHECK(catalogue.person(catalogue.person_by_email("emil.skov@sundkoebing.example")).phone == "99 00 08 77");
}

TEST_CASE("fault_form: a better person is a colleague, and another one") {
  Form form;
  CHECK_THAT(form.open("better").card, Contains("Hvem har opgaven?"));
  CHECK_THAT(form.save("better", "name", "Drage Dragesen").card, Contains("Drage Dragesen"));
  CHECK_THAT(form.save("better", "name", "").card, Contains("navnet på en kollega"));
  CHECK_THAT(form.save("better", "name", "Mette").card, Contains("Mette Sand") && Contains("Mette Friis"));
  CHECK_THAT(form.save("better", "name", "Emil Skov").card, Contains("har allerede"));
  CHECK(form.open_ones().empty());
  CHECK_THAT(form.save("better", "name", "Mette Sand").message,
             Contains("Mette Sand har Turisme i stedet for Emil Skov."));
  REQUIRE(form.open_ones().size() == 1);
  CHECK(form.open_ones().front().waits_for == store::Approver::owner);
}

TEST_CASE("fault_form: what is forged is too old") {
  Form form;
  const auto about = GENERATE(as<std::string>(), "left", "task", "drop");
  CHECK_THAT(form.open(about).message, Contains("for gammelt"));
  form.person = "999999";
  CHECK_THAT(form.open("phone").message, Contains("for gammelt"));
  CHECK(form.open_ones().empty());
}

TEST_CASE(
    "fault_form: a title, a unit and an address have to be some; an address is not the person's to set") {
  Form form;
  form.conversation.set("owner", "nadia.rahimi@sundkoebing.example");
  CHECK_THAT(form.open("unit").card, Contains("Den rigtige enhed"));
  CHECK_THAT(form.save("unit", "unit", "Månebasen").card, Contains("ingen enhed med det navn"));
  CHECK_THAT(form.save("title", "title", " \t ").card, Contains("Skriv en stilling"));
  const auto taken = GENERATE(as<std::string>(), "", "emil", "emil@", "a b@x.example", "a@b@x.example",
                              "PIA.HOLM@sundkoebing.example", "Nadia.Rahimi@sundkoebing.example");
  CHECK_THAT(form.save("email", "email", taken).card, Contains("som ingen anden har"));
  CHECK(form.open_ones().empty());
  form.conversation.enter_chat("emil.skov@sundkoebing.example");
  CHECK_THAT(form.save("unit", "unit", "jura").message, Contains("Emil Skov hører til i Jura."));
  CHECK_THAT(form.save("email", "email", "emil@sundkoebing.example").message,
             Contains("når Nadia Rahimi siger ja"));
  REQUIRE(form.open_ones().size() == 1);
  // Nor may the leader or an owner of one unit.
  form.conversation.set("owner", "pia.holm@sundkoebing.example=Jura");
  form.conversation.enter_chat("pia.holm@sundkoebing.example");
  auto turn = form.conversation.turn(TurnKind::card_action);
  turn.action = CardAction{
      "proposal_yes", {{"item", std::to_string(form.open_ones().front().id)}, {"lang", "da"}}, true};
  const auto refused = form.conversation.send(turn).invoke.value();
  CHECK_THAT(refused.message + refused.card, Contains("Nadia Rahimi"));
  CHECK(form.open_ones().size() == 1);
}
