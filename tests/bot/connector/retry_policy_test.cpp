#include "bot/connector/retry_policy.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace std::chrono_literals;
using bot::connector::Attempt;
using bot::connector::error_code;
using bot::connector::Gone;
using bot::connector::judge;
using bot::http::Outcome;
using store::MessageKind;
using store::OutboxState;

Attempt answered(int status, const char* code = "", int number = 1) {
  Attempt attempt;
  attempt.status = status;
  attempt.code = code;
  attempt.number = number;
  attempt.posts = number;
  return attempt;
}

Attempt broken(Outcome outcome, MessageKind kind, int number = 1) {
  Attempt attempt;
  attempt.outcome = outcome;
  attempt.kind = kind;
  attempt.number = number;
  attempt.posts = number;
  return attempt;
}

}  // namespace

TEST_CASE("retry policy: what was taken is sent", "[bot]") {
  const int status = GENERATE(200, 201, 202);
  CHECK(judge(answered(status), 0).state == OutboxState::sent);
}

TEST_CASE("retry policy: 412 and 429 are always repeated, Retry-After is kept", "[bot]") {
  const int status = GENERATE(412, 429);
  const auto kind = GENERATE(MessageKind::reply, MessageKind::broadcast);
  Attempt attempt = answered(status, "", 7);
  attempt.kind = kind;
  CHECK(judge(attempt, 0).state == OutboxState::pending);
  attempt.retry_after = 1000s;
  CHECK(judge(attempt, 0).delay == 1000s);
  attempt.retry_after = 999999s;
  CHECK(judge(attempt, 0).delay == 1h);
}

TEST_CASE("retry policy: an unknown outcome repeats a reply once and a broadcast never", "[bot]") {
  const int status = GENERATE(408, 502, 503, 504);
  CHECK(judge(answered(status, "", 1), 0).state == OutboxState::pending);
  CHECK(judge(answered(status, "", 2), 0).state == OutboxState::uncertain);
  Attempt broadcast = answered(status);
  broadcast.kind = MessageKind::broadcast;
  CHECK(judge(broadcast, 0).state == OutboxState::uncertain);
  CHECK(judge(broken(Outcome::uncertain, MessageKind::reply, 1), 0).state == OutboxState::pending);
  CHECK(judge(broken(Outcome::uncertain, MessageKind::reply, 2), 0).state == OutboxState::uncertain);
  CHECK(judge(broken(Outcome::uncertain, MessageKind::broadcast, 1), 0).state == OutboxState::uncertain);
}

TEST_CASE("retry policy: 500 is not repeated, as Microsoft says, and nobody knows whether it arrived",
          "[bot]") {
  CHECK(judge(answered(500), 0).state == OutboxState::uncertain);
}

TEST_CASE("retry policy: an update may be repeated freely", "[bot]") {
  Attempt attempt = answered(503, "", 5);
  attempt.repeatable = true;
  CHECK(judge(attempt, 0).state == OutboxState::pending);
}

TEST_CASE("retry policy: what never left is repeated with growing pauses, for a day", "[bot]") {
  const auto kind = GENERATE(MessageKind::reply, MessageKind::broadcast);
  const auto delay = [&](int number) { return judge(broken(Outcome::not_sent, kind, number), 0).delay; };
  CHECK(delay(1) == 1s);
  CHECK(delay(2) == 2s);
  CHECK(delay(3) == 4s);
  CHECK(delay(6) == 32s);
  CHECK(delay(7) == 60s);
  CHECK(delay(1000) == 60s);
  CHECK(judge(broken(Outcome::not_sent, kind, 3), 0.99).delay > 4s);
  CHECK(judge(broken(Outcome::not_sent, kind, 3), 0.99).delay < 5s);
  Attempt old = broken(Outcome::not_sent, kind, 100);
  old.age = 24h;
  CHECK(judge(old, 0).state == OutboxState::given_up);
}

TEST_CASE("retry policy: refusals end it", "[bot]") {
  const int status = GENERATE(400, 403, 404, 409, 413, 415);
  CHECK(judge(answered(status), 0).state == OutboxState::given_up);
}

TEST_CASE("retry policy: where we were removed or blocked nothing more is sent", "[bot]") {
  const char* code = GENERATE("BotNotInConversationRoster", "ConversationBlockedByUser", "BotDisabledByAdmin",
                              "MessageWritesBlocked", "ForbiddenOperationException");
  CHECK(judge(answered(403, code), 0).conversation_closed);
  CHECK_FALSE(judge(answered(403, "NotEnoughPermissions"), 0).conversation_closed);
}

TEST_CASE("retry policy: a refused token is fetched anew once", "[bot]") {
  CHECK(judge(answered(401, "", 1), 0).state == OutboxState::pending);
  CHECK(judge(answered(401, "", 1), 0).delay == 0s);
  CHECK(judge(answered(401, "", 1), 0).forget_token);
  CHECK(judge(answered(401, "", 2), 0).state == OutboxState::given_up);
}

TEST_CASE("retry policy: attempts that never left don't use up the repetitions of a post", "[bot]") {
  Attempt first_post = answered(401, "", 9);
  first_post.posts = 1;
  CHECK(judge(first_post, 0).state == OutboxState::pending);
  first_post.status = 503;
  CHECK(judge(first_post, 0).state == OutboxState::pending);
}

TEST_CASE("retry policy: error codes in both of the connector's forms", "[bot]") {
  CHECK(error_code(R"({"error":{"code":"BotNotInConversationRoster","message":"x"}})") ==
        "BotNotInConversationRoster");
  CHECK(error_code(R"({"errorCode":209,"message":"{ \"subCode\":\"MessageWritesBlocked\" }"})") ==
        "MessageWritesBlocked");
  CHECK(error_code("<html>").empty());
  CHECK(error_code("").empty());
  CHECK(error_code("[]").empty());
  CHECK(error_code(R"({"error":"x","message":7})").empty());
}

TEST_CASE("retry policy: what Teams no longer has is told apart", "[bot]") {
  const auto verdict = [](int status, const char* code, bool repeatable) {
    Attempt attempt;
    attempt.status = status;
    attempt.code = code;
    attempt.repeatable = repeatable;
    return judge(attempt, 0);
  };
  CHECK(verdict(404, "ActivityNotFoundInConversation", true).gone == Gone::message);
  CHECK(verdict(404, "ConversationNotFound", false).gone == Gone::conversation);
  CHECK(verdict(404, "ConversationNotFound", false).conversation_closed);
  CHECK_FALSE(verdict(404, "ConversationNotFound", true).conversation_closed);
  CHECK(verdict(404, "", false).gone == Gone::nothing);
  CHECK(verdict(403, "ForbiddenOperationException", true).state == OutboxState::given_up);
}
