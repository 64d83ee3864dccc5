#include "bot/activity/to_turn.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

using bot::activity::parse_activity;
using handlers::Scope;
using handlers::TurnKind;

namespace {

const store::Instant now{std::chrono::seconds(1'795'000'000)};

handlers::Turn turn_of(const std::string& body, bool anonymous = false) {
  auto result = parse_activity(body);
  INFO(result.error);
  REQUIRE(result.activity);
  return bot::activity::to_turn(std::move(*result.activity), now, anonymous);
}

handlers::Turn recorded(const std::string& name) {
  std::ifstream file(INDGANG_SOURCE_DIR "/tests/bot/activity/fixtures/" + name + ".json", std::ios::binary);
  REQUIRE(file);
  return turn_of({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
}

}  // namespace

TEST_CASE("to turn: a message in a channel's thread", "[activity][to_turn]") {
  const auto turn = recorded("channel_post");
  CHECK(turn.kind == TurnKind::message);
  CHECK(turn.scope == Scope::channel);
  CHECK(turn.text == "hello channel");
  CHECK(turn.mentions.empty());
  CHECK(turn.tenant == "99999999-9999-4999-8999-999999999999");
  CHECK(turn.conversation ==
        "19:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg1@thread.tacv2;messageid=1795222693047");
  CHECK(turn.activity == "b6b4bd21-9762-4045-ba4f-196f33bb3f9f");
  CHECK(turn.service_url == "http://localhost:56150/_connector");
  CHECK(turn.bot == "28:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
  CHECK(turn.bot_name == "Indgang");
  CHECK(turn.sender.entra_id == "11111111-1111-4111-8111-111111111111");
  CHECK(turn.sender.name == "Mads Thorup");
  CHECK_FALSE(turn.sender.guest);
  CHECK(turn.locale == "en-US");
  CHECK_FALSE(turn.action);
  CHECK(turn.now == now);
}

TEST_CASE("to turn: where the conversation is", "[activity][to_turn]") {
  CHECK(recorded("personal_message").scope == Scope::personal);
  CHECK(recorded("group_message").scope == Scope::group);
  CHECK(recorded("channel_thread_reply").scope == Scope::channel);
  const auto scope = [](const std::string& conversation) {
    return turn_of(R"({"type":"message","conversation":)" + conversation + "}").scope;
  };
  CHECK(scope(R"({"id":"a:1"})") == Scope::personal);
  CHECK(scope(R"({"id":"a:1","isGroup":true})") == Scope::group);
  CHECK(scope(R"({"id":"a:1","conversationType":"newKind"})") == Scope::group);
  CHECK(scope(R"({"id":"19:x@thread.v2"})") == Scope::group);
  CHECK(scope(R"({"id":"19:x@thread.tacv2"})") == Scope::channel);
}

TEST_CASE("to turn: buttons", "[activity][to_turn]") {
  const auto execute = recorded("action_execute");
  CHECK(execute.kind == TurnKind::card_action);
  REQUIRE(execute.action);
  CHECK(execute.action->execute);
  CHECK(execute.action->verb == "approve");
  CHECK(execute.action->data.at("n") == "0");
  CHECK(execute.replied_to == "1795222585048");
  CHECK(execute.text.empty());

  const auto submit = recorded("action_submit");
  CHECK(submit.kind == TurnKind::card_action);
  REQUIRE(submit.action);
  CHECK_FALSE(submit.action->execute);
  CHECK(submit.action->verb.empty());
  CHECK(submit.action->data.at("note") == "from submit");
}

TEST_CASE("to turn: dialogs", "[activity][to_turn]") {
  const auto open = recorded("dialog_open");
  CHECK(open.kind == TurnKind::dialog_open);
  REQUIRE(open.action);
  CHECK(open.action->verb == "edit_draft");
  CHECK(open.action->data ==
        std::map<std::string, std::string>{{"gathering", "7"}, {"language", "da"}, {"nonce", "n1"}});
  CHECK_FALSE(open.action->execute);
  CHECK(open.replied_to == "1795222585048");

  const auto submit = recorded("dialog_submit");
  CHECK(submit.kind == TurnKind::dialog_submit);
  REQUIRE(submit.action);
  CHECK(submit.action->verb == "save_draft");
  CHECK(submit.action->data.at("place") == "Mødelokale 1");
  CHECK(submit.action->data.at("capacity") == "50");
}

TEST_CASE("to turn: the bot comes and goes", "[activity][to_turn]") {
  for (const char* name : {"personal_install", "personal_members_added", "channel_install",
                           "channel_bot_added", "emulator_members_added"}) {
    INFO(name);
    CHECK(recorded(name).kind == TurnKind::installed);
  }
  for (const char* name : {"personal_uninstall", "personal_bot_removed", "channel_uninstall",
                           "channel_bot_removed", "group_uninstall"}) {
    INFO(name);
    CHECK(recorded(name).kind == TurnKind::removed);
    const bool in_team = std::string(name).starts_with("channel");
    CHECK(recorded(name).team ==
          (in_team ? "19:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg1@thread.tacv2" : ""));
  }
}

TEST_CASE("to turn: everything else is other", "[activity][to_turn]") {
  for (const char* name : {"typing", "event", "unknown", "reaction_added", "message_update", "message_delete",
                           "query_invoke", "personal_user_added", "channel_renamed"}) {
    INFO(name);
    const auto turn = recorded(name);
    CHECK(turn.kind == TurnKind::other);
    CHECK(turn.text.empty());
    CHECK_FALSE(turn.conversation.empty());
  }
}

TEST_CASE("to turn: guests, as far as Teams tells", "[activity][to_turn]") {
  const auto guest = [](const std::string& from) {
    return turn_of(R"({"type":"message","conversation":{"id":"c"},"from":)" + from + "}").sender.guest;
  };
  CHECK(guest(R"({"id":"29:x","userRole":"guest"})"));
  CHECK(guest(R"({"id":"29:x","userRole":"anonymous"})"));
  CHECK(guest(R"({"id":"29:x","userPrincipalName":"lis_other.example#EXT#@sundkoebing.example"})"));
  CHECK(guest(R"({"id":"29:x","name":"lis_other.example#EXT#@sundkoebing.example"})"));
  CHECK_FALSE(guest(R"({"id":"29:x","userRole":"user","name":"Lis"})"));
  CHECK_FALSE(guest("null"));
}

TEST_CASE("to turn: the user name counts as e-mail only without a token, and without an object id",
          "[activity][to_turn]") {
  const auto from = [](const std::string& account, bool anonymous) {
    return turn_of(R"({"type":"message","conversation":{"id":"a:1"},"from":)" + account + "}", anonymous)
        .sender;
  };
  const std::string named = R"({"id":"29:x","userPrincipalName":"a@x.example"})";
  CHECK(from(named, true).email == "a@x.example");
  CHECK(from(named, false).email.empty());
  CHECK(from(R"({"id":"29:x","userPrincipalName":"a@x.example",
                 "aadObjectId":"11111111-1111-4111-8111-111111111111"})",
             true)
            .email.empty());
}
