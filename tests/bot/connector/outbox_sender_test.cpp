#include "bot/connector/outbox_sender.hpp"

#include "store/conversations.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "tests/support/bot/fake_connector.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

using store::OutboxState;
using support::Exit;
using Lines = std::vector<std::string>;

const std::string create = "POST /v3/conversations";
std::string post(const std::string& chat) {
  return "POST /v3/conversations/a%3A" + chat + "/activities";
}
std::string put(const std::string& chat, const std::string& message) {
  return "PUT /v3/conversations/a%3A" + chat + "/activities/" + message;
}

void know_chat(Exit& exit, const std::string& conversation, const std::string& user) {
  const auto now = exit.clock.time;
  exit.write([conversation, user, now](bot::WriterContext& context) {
    store::ConversationReference chat;
    chat.tenant = "tenant";
    chat.conversation = conversation;
    chat.type = "personal";
    chat.user_entra_id = user;
    return store::remember_conversation(context.transaction, chat, now);
  });
}

/// A gathering, for messages to be copies of.
std::int64_t gathering(Exit& exit) {
  const auto now = exit.clock.time;
  return exit.write([now](bot::WriterContext& context) {
    store::Network network;
    network.name = "Netværk";
    store::Gathering made;
    made.network = store::create_network(context.transaction, network, now).value();
    made.local_start = "2026-12-01 13:00";
    made.local_end = "2026-12-01 14:00";
    made.starts = now + std::chrono::hours(24);
    made.ends = made.starts + std::chrono::hours(1);
    made.tenant = "tenant";
    made.language = "da";
    return store::add_gathering(context.transaction, made, now).id;
  });
}

}  // namespace

TEST_CASE("outbox sender: the chat with somebody is made, remembered and written in", "[bot][connector]") {
  Exit exit;
  const auto message = exit.enqueue(exit.to_person("user-1"));
  exit.settle();
  CHECK(exit.teams.lines() == Lines{create, post("made")});
  const auto& body = exit.teams.requests[0].body;
  CHECK(body.at("isGroup") == false);
  CHECK(body.at("bot").at("id") == "28:bot");
  CHECK(body.at("members") == nlohmann::json::parse(R"([{"id":"user-1"}])"));
  CHECK(body.at("tenantId") == "tenant");
  CHECK(body.at("channelData").at("tenant").at("id") == "tenant");
  CHECK(exit.teams.requests[1].body.at("text") == "Hej");
  CHECK(exit.row(message.id).state == OutboxState::sent);
  CHECK(exit.row(message.id).conversation == "a:made");
  const auto chat = exit.chat_with("user-1");
  REQUIRE(chat);
  CHECK(chat->conversation == "a:made");
  CHECK(chat->service_url == exit.teams.service_url());
  CHECK(chat->bot == "28:bot");
}

TEST_CASE("outbox sender: one chat for all that waits for somebody, in the order of writing",
          "[bot][connector]") {
  Exit exit;
  for (const char* text : {"1", "2", "3"}) exit.enqueue(exit.to_person("user-1", text));
  exit.settle();
  exit.enqueue(exit.to_person("user-1", "4"));
  exit.settle();
  CHECK(exit.teams.lines() == Lines{create, post("made"), post("made"), post("made"), post("made")});
  std::string texts;
  for (std::size_t i = 1; i < 5; ++i) texts += exit.teams.requests[i].body.at("text").get<std::string>();
  CHECK(texts == "1234");
}

TEST_CASE("outbox sender: what waits behind others waits without its text, and leaves with it",
          "[bot][connector]") {
  Exit exit;
  const auto kind = GENERATE(store::MessageKind::reply, store::MessageKind::broadcast);
  const bool to_person = GENERATE(false, true);
  const int messages = to_person ? 6 : 7;  // as many as a conversation may have in a second
  std::vector<store::OutboxMessage> waiting;
  for (int i = 1; i <= messages; ++i) {
    auto message = exit.to_person("user-1", std::to_string(i));
    message.kind = kind;
    if (!to_person) message.conversation = "a:1";
    waiting.push_back(exit.enqueue(message, false));
  }
  for (const auto& message : waiting) exit.sender.deliver(message);
  CHECK(exit.sender.held_texts() == 4);
  CHECK(exit.sender.counts().waiting == waiting.size());
  exit.settle();
  CHECK(exit.sender.held_texts() == 0);
  std::string texts;
  for (const auto& request : exit.teams.requests)
    if (request.body.contains("text")) texts += request.body.at("text").get<std::string>();
  CHECK(texts == std::string("1234567").substr(0, waiting.size()));
  for (const auto& message : waiting) CHECK(exit.row(message.id).state == OutboxState::sent);
}

TEST_CASE("outbox sender: what was withdrawn while it waited without its text does not leave",
          "[bot][connector]") {
  Exit exit;
  const auto id = gathering(exit);
  std::vector<store::OutboxMessage> waiting;
  for (int i = 1; i <= 6; ++i) {
    auto message = exit.to_chat("a:1");
    if (i == 6) message.copy = store::CopyOf{id, 0, store::CopyKind::notice};
    waiting.push_back(exit.enqueue(message, false));
  }
  exit.write([&](bot::WriterContext& context) {
    return store::withdraw_waiting(context.transaction, id, 0, store::CopyKind::notice, exit.clock.time);
  });
  for (const auto& message : waiting) exit.sender.deliver(message);
  exit.settle();
  CHECK(exit.teams.lines() == Lines(5, post("1")));
  CHECK(exit.row(waiting.back().id).error == "superseded");
}

TEST_CASE("outbox sender: who has not got the app is not reached, and asked for once", "[bot][connector]") {
  Exit exit;
  exit.teams.refuse(create, 403, "ForbiddenOperationException");
  const auto first = exit.enqueue(exit.to_person("user-1"), false);
  const auto second = exit.enqueue(exit.to_person("user-1"), false);
  exit.sender.deliver(first);
  exit.sender.deliver(second);
  exit.settle();
  CHECK(exit.teams.lines() == Lines{create});
  for (const auto& message : {first, second}) {
    CHECK(exit.row(message.id).state == OutboxState::given_up);
    CHECK(exit.row(message.id).error == "403 ForbiddenOperationException");
  }
  CHECK_FALSE(exit.chat_with("user-1"));
}

TEST_CASE("outbox sender: making a chat may be repeated", "[bot][connector]") {
  Exit exit;
  exit.teams.refuse(create, 503, "ServiceUnavailable");
  const auto message = exit.enqueue(exit.to_person("user-1"));
  exit.settle();
  CHECK(exit.teams.lines() == Lines{create, create, post("made")});
  CHECK(exit.row(message.id).state == OutboxState::sent);
}

TEST_CASE("outbox sender: a deleted chat is made anew, once", "[bot][connector]") {
  Exit exit;
  know_chat(exit, "a:old", "user-1");
  exit.teams.refuse(post("old"), 404, "ConversationNotFound");
  SECTION("and takes the message") {
    const auto message = exit.enqueue(exit.to_chat("a:old"));
    exit.settle();
    CHECK(exit.teams.lines() == Lines{post("old"), create, post("made")});
    CHECK(exit.row(message.id).state == OutboxState::sent);
    CHECK(exit.chat_with("user-1")->conversation == "a:made");
  }
  SECTION("also if Teams gives the same one again") {
    exit.teams.made = "a:old";
    const auto message = exit.enqueue(exit.to_chat("a:old"));
    exit.settle();
    CHECK(exit.teams.lines() == Lines{post("old"), create, post("old")});
    CHECK(exit.row(message.id).state == OutboxState::sent);
    CHECK(exit.chat_with("user-1")->conversation == "a:old");
  }
  SECTION("and if that one is gone too, the message is given up") {
    exit.teams.refuse(post("made"), 404, "ConversationNotFound");
    const auto message = exit.enqueue(exit.to_chat("a:old"));
    exit.settle();
    CHECK(exit.teams.lines() == Lines{post("old"), create, post("made")});
    CHECK(exit.row(message.id).state == OutboxState::given_up);
    CHECK_FALSE(exit.chat_with("user-1"));
  }
}

TEST_CASE("outbox sender: a conversation of nobody's that is gone is given up", "[bot][connector]") {
  Exit exit;
  exit.teams.refuse(post("unknown"), 404, "ConversationNotFound");
  const auto message = exit.enqueue(exit.to_chat("a:unknown"));
  exit.settle();
  CHECK(exit.teams.lines() == Lines{post("unknown")});
  CHECK(exit.row(message.id).state == OutboxState::given_up);
}

TEST_CASE("outbox sender: an edit in a chat that is gone makes no chat", "[bot][connector]") {
  Exit exit;
  know_chat(exit, "a:old", "user-1");
  exit.teams.refuse(put("old", "m9"), 404, "ConversationNotFound");
  const auto message = exit.enqueue(exit.to_chat("a:old", "m9"));
  exit.settle();
  CHECK(exit.teams.lines() == Lines{put("old", "m9")});
  CHECK(exit.row(message.id).state == OutboxState::given_up);
}

TEST_CASE("outbox sender: a card that somebody deleted is sent anew, and edited from then on",
          "[bot][connector]") {
  Exit exit;
  exit.teams.refuse(put("1", "m9"), 404, "ActivityNotFoundInConversation");
  const auto first = exit.enqueue(exit.to_chat("a:1", "m9"), false);
  const auto second = exit.enqueue(exit.to_chat("a:1", "m9"), false);
  exit.sender.deliver(first);
  exit.sender.deliver(second);
  exit.settle();
  CHECK(exit.teams.lines() == Lines{put("1", "m9"), post("1"), put("1", "m1")});
  CHECK(exit.row(first.id).state == OutboxState::sent);
  CHECK(exit.row(second.id).state == OutboxState::sent);
}

TEST_CASE("outbox sender: what leaves is what stands in the database then", "[bot][connector]") {
  Exit exit;
  const auto id = gathering(exit);
  auto message = exit.to_person("user-1");
  message.copy = store::CopyOf{id, 0, store::CopyKind::notice};
  SECTION("exchanged while it waits") {
    const auto waiting = exit.enqueue(message, false);
    exit.write([&](bot::WriterContext& context) {
      return store::replace_waiting(context.transaction, waiting.id,
                                    R"({"type":"message","from":{"id":"28:bot"},"text":"Flyttet"})");
    });
    exit.sender.deliver(waiting);
    exit.settle();
    REQUIRE(exit.teams.requests.size() == 2);
    CHECK(exit.teams.requests[1].body.at("text") == "Flyttet");
  }
  SECTION("withdrawn while it waits") {
    message.to_user.clear();
    message.conversation = "a:1";
    const auto waiting = exit.enqueue(message, false);
    exit.write([&](bot::WriterContext& context) {
      return store::withdraw_waiting(context.transaction, id, 0, store::CopyKind::notice, exit.clock.time);
    });
    exit.sender.deliver(waiting);
    exit.settle();
    CHECK(exit.teams.lines().empty());
    CHECK(exit.row(waiting.id).error == "superseded");
  }
}

TEST_CASE("outbox sender: a copy ends as its message did, and whoever watches is told", "[bot][connector]") {
  Exit exit;
  const auto id = gathering(exit);
  std::vector<std::int64_t> told;
  exit.sender.watch([&](std::int64_t gathering) { told.push_back(gathering); });
  const auto latest = [&](store::CopyKind kind) {
    return exit.write([id, kind](bot::WriterContext& context) {
      return store::latest_copy(context.transaction.database(), id, 0, kind);
    });
  };
  auto message = exit.to_person("user-1");
  message.copy = store::CopyOf{id, 0, store::CopyKind::notice};
  SECTION("sent") {
    exit.enqueue(message);
    exit.settle();
    const auto copy = latest(store::CopyKind::notice);
    REQUIRE(copy);
    CHECK(copy->state == store::CopyState::sent);
    CHECK(copy->activity == "m1");
    CHECK(copy->conversation == "a:made");
    CHECK(told == std::vector{id});
  }
  SECTION("not reached") {
    exit.teams.refuse(create, 403, "ForbiddenOperationException");
    exit.enqueue(message);
    exit.settle();
    CHECK(latest(store::CopyKind::notice)->state == store::CopyState::given_up);
    CHECK(told == std::vector{id});
  }
  SECTION("an edit keeps the message's id") {
    message.conversation = "a:1";
    message.update_activity = "m7";
    exit.enqueue(message);
    exit.settle();
    CHECK(latest(store::CopyKind::notice)->activity == "m7");
  }
  SECTION("the planner's own card tells nobody") {
    message.copy->kind = store::CopyKind::status;
    exit.enqueue(message);
    exit.settle();
    CHECK(latest(store::CopyKind::status)->state == store::CopyState::sent);
    CHECK(told.empty());
  }
  SECTION("uncertain after the program's death while it posted") {
    message.conversation = "a:1";
    const auto waiting = exit.enqueue(message, false);
    exit.write([&](bot::WriterContext& context) {
      return store::claim(context.transaction, waiting.id).has_value();
    });
    exit.loop.run(exit.sender.resume());
    exit.settle();
    CHECK(exit.teams.lines().empty());
    CHECK(exit.row(waiting.id).state == OutboxState::uncertain);
    CHECK(latest(store::CopyKind::notice)->state == store::CopyState::uncertain);
    CHECK(told == std::vector{id});
  }
}

TEST_CASE("outbox sender: what waited for a person through a restart is taken up", "[bot][connector]") {
  Exit exit;
  const auto waiting = exit.enqueue(exit.to_person("user-1"), false);
  exit.loop.run(exit.sender.resume());
  exit.settle();
  CHECK(exit.teams.lines() == Lines{create, post("made")});
  CHECK(exit.row(waiting.id).state == OutboxState::sent);
}
