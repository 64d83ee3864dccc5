#pragma once
// What to do after an attempt to deliver: a pure function, so that the whole table can be read and tested at
// once. Source: Teams' error table ("Conversations with a bot", "Rate limiting") and the rule that creating
// an activity is not idempotent: an unknown outcome is repeated at most once, and only for replies.
#include "bot/http/client.hpp"
#include "store/outbox.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace bot::connector {

/// How one attempt ended.
struct Attempt {
  store::MessageKind kind = store::MessageKind::reply;
  int number = 1;               ///< this was the n-th attempt, counting from 1; waits grow with it
  int posts = 1;                ///< how often it was posted, this time included if it was
  std::chrono::seconds age{0};  ///< since the message was put into the outbox
  bool repeatable = false;      ///< an update, or making a personal chat: the same however often it is done
  http::Outcome outcome = http::Outcome::answered;
  int status = 0;
  std::string code;  ///< the connector's error code, e.g. "BotNotInConversationRoster"
  std::optional<std::chrono::seconds> retry_after;
};

/// What Teams no longer has, by its own word.
enum class Gone { nothing, message, conversation };

struct Verdict {
  store::OutboxState state = store::OutboxState::sent;  ///< pending: try again after `delay`
  std::chrono::milliseconds delay{0};
  bool forget_token = false;  ///< the token was refused
  bool conversation_closed =
      false;  ///< we were removed or blocked: nothing more is sent there until we hear from it
  Gone gone = Gone::nothing;
};

/// `jitter` is a random number in [0, 1): it spreads the waiting times of many messages.
Verdict judge(const Attempt&, double jitter);

/// The error code in a connector's error body, in either of its forms; empty if there is none.
std::string error_code(const std::string& body);

}  // namespace bot::connector
