#include "handlers/rehearsal.hpp"

#include "store/networks.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

struct Fixture {
  tests::Conversation conversation;

  std::string ask(const std::string& text, const std::string& as) {
    Question question;
    question.text = text;
    question.now = conversation.turn(TurnKind::message).now;
    question.sender.email = as;
    if (!as.empty()) {
      question.act = rehearsal(question, conversation.database(), conversation.finder(), conversation.policy);
    }
    return answer(question, conversation.finder(), conversation.policy).reply.text;
  }
  bool has(const std::string& reply, const std::string& words) {
    CAPTURE(reply);
    return reply.find(words) != std::string::npos;
  }
};

constexpr const char* ole = "ole.bach@sundkoebing.example";

}  // namespace

TEST_CASE("rehearsal: what only reads is answered as in Teams") {
  Fixture f;
  const auto mine = f.ask("vis mine netværk", ole);
  CHECK(f.has(mine, "– Juranetværket (formelt netværk), tovholder Nadia Rahimi."));
  CHECK_FALSE(f.has(mine, "Prøvekørsel"));
  CHECK(f.has(f.ask("hvem sidder i juranetværket", ole), "3 medlemmer"));
}

TEST_CASE("rehearsal: what would change something says so, and changes nothing") {
  Fixture f;
  const auto joined = f.ask("meld mig ind i kommunikationsnetværket", ole);
  CHECK(f.has(joined, "Prøvekørsel, intet er ændret."));
  CHECK(f.has(joined, "Du er nu med i Kommunikationsnetværket."));
  CHECK(f.has(f.ask("opret uformelt netværk ladestandere", ole), "Prøvekørsel"));
  CHECK(f.has(f.ask("mind mig om noget i morgen kl. 9", ole), "Jeg minder dig torsdag den 26. marts"));
  CHECK(f.has(f.ask("ingen beskeder i uge 29", ole), "Jeg er stille"));
  CHECK(f.has(f.ask("meld mig ind i kommunikationsnetværket", ole), "Du er nu med"));
  CHECK_FALSE(store::find_network(f.conversation.database(), std::string_view("Ladestandere")));
  CHECK(store::reminders_of(f.conversation.database(), ole).empty());
  CHECK(store::mutes_of(f.conversation.database(), ole).empty());
}

TEST_CASE("rehearsal: without a name it is asked who is asking") {
  Fixture f;
  CHECK(f.has(f.ask("vis mine netværk", ""), "når jeg ved, hvem der spørger"));
  CHECK(f.has(f.ask("hvem har husdyrgodkendelser?", ""), "Aase Ørum"));
}
