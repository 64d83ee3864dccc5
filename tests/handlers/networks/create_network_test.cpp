#include "store/import.hpp"
#include "store/networks.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace handlers;

namespace {

/// 120 colleagues, each with a task marked "havn"; the last leads nobody but is an administrator.
struct Fixture {
  tests::Conversation conversation;
  tests::TemporaryFolder folder;

  Fixture() {
    std::ofstream file(folder / "many.csv");
    file << "name;email;title;department;task;keywords\n";
    for (int i = 100; i < 220; ++i) {
      const auto number = std::to_string(i);
      file << "Kollega " << number << ";k" << number << "@sundkoebing.example;Medarbejder;Havnen;Kaj "
           << number << ";havn\n";
    }
    file.close();
    REQUIRE(store::import_catalogue(conversation.database(), folder / "many.csv", {false, true},
                                    conversation.turn(TurnKind::message).now)
                .applied);
    conversation.policy.administrators = {"k100@sundkoebing.example"};
    conversation.enter_chat("k100@sundkoebing.example");
    say("hej");  // from here on the catalogue is the new one
  }

  std::string say(const std::string& text) {
    auto message = conversation.turn(TurnKind::message);
    message.text = text;
    std::string heard;
    for (const auto& reply : conversation.send(message).replies) {
      heard += reply.text + "\n";
    }
    return heard;
  }
  bool created() {
    return store::find_network(conversation.database(), std::string_view("Havnen")).has_value();
  }
};

bool has(const std::string& heard, const std::string& words) {
  CAPTURE(heard);
  return heard.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("create network: a rule that covers many is confirmed with its number (C1 F3)") {
  Fixture f;
  CHECK(has(f.say("opret netværk Havnen, formål havn, alle med opgaver mærket havn"), "lige nu: 120."));
  const auto asked = f.say("ja");
  CHECK(has(asked, "Reglen »havn« gælder 120 kolleger"));
  CHECK(has(asked, "Ja, 120 medlemmer"));
  CHECK_FALSE(f.created());
  CHECK(has(f.say("ja"), "Havnen er oprettet."));
  CHECK(f.created());
}

TEST_CASE("create network: a no to the number creates nothing") {
  Fixture f;
  f.say("opret netværk Havnen, formål havn, alle med opgaver mærket havn");
  f.say("ja");
  CHECK(has(f.say("nej"), "Netværket er ikke oprettet."));
  CHECK_FALSE(f.created());
}

TEST_CASE("create network: an informal one with so many members is asked about, too") {
  Fixture f;
  CHECK(has(f.say("opret uformelt netværk Havnen, alle med opgaver mærket havn"), "lige nu: 120."));
  CHECK_FALSE(f.created());
}
