#include "handlers/gatherings/answer_file.hpp"

#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using namespace std::chrono_literals;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";
const std::string emil = "emil.skov@sundkoebing.example";

struct Fixture : tests::Conversation {
  Fixture() {
    policy.public_url = "https://indgang.example/";
    set("known", karen);
    enter_chat(emil);
    send(turn(handlers::TurnKind::message));
    set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;mødelokale 1");
    enter_chat(karen);
    say("jeg kommer");
    enter_chat(emil);
  }
  std::string say(const std::string& text) {
    auto message = turn(handlers::TurnKind::message);
    message.text = text;
    return send(message).replies.at(0).card;
  }
  std::optional<std::string> fetch(const std::string& token, store::Instant at) {
    store::Transaction transaction(database());
    return handlers::fetch_answer_file(token, at, {finder(), transaction, policy});
  }
};

std::string token_in(const std::string& card) {
  const std::string address = "https://indgang.example/answers/";
  const auto at = card.find(address);
  return at == std::string::npos ? "" : card.substr(at + address.size(), 32);
}

}  // namespace

TEST_CASE("answer file: the answers as they are when it is fetched, for a quarter of an hour") {
  Fixture f;
  const auto token = token_in(f.say("svar som csv"));
  REQUIRE(token.size() == 32);
  const auto file = f.fetch(token, f.now());
  REQUIRE(file);
  CHECK_THAT(*file, StartsWith("\xef\xbb\xbfnavn;mail;afdeling;svar\r\n"));
  CHECK_THAT(*file, Contains("Karen Vestergaard;" + karen + ";") && Contains(";kommer\r\n"));
  CHECK_THAT(*file, Contains("Ida Lund;ida.lund@sundkoebing.example;") && Contains(";ikke svaret\r\n"));
  f.enter_chat(karen);
  f.say("jeg kommer desværre ikke");
  CHECK_THAT(f.fetch(token, f.now()).value(), Contains(";kommer ikke\r\n") && !Contains(";kommer\r\n"));
  CHECK_FALSE(f.fetch(token, f.now() + handlers::answer_file_life));
  CHECK_FALSE(f.fetch("0123456789abcdef0123456789abcdef", f.now()));
}

TEST_CASE("answer file: in the language it was asked for in; each link is another") {
  Fixture f;
  const auto danish = token_in(f.say("send mig svarene som en fil"));
  const auto english = token_in(f.say("the answers as a spreadsheet, please"));
  CHECK(danish != english);
  CHECK_THAT(f.fetch(english, f.now()).value(),
             Contains("name;email;department;answer\r\n") && Contains(";not answered\r\n"));
  CHECK_THAT(f.fetch(danish, f.now()).value(), Contains("navn;"));
}

TEST_CASE("answer file: nobody but who may follow the answers gets a link") {
  Fixture f;
  f.enter_chat(karen);
  CHECK(token_in(f.say("svar som csv")).empty());
}
