#include "bot/connector/retry_policy.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace bot::connector {
namespace {

using namespace std::chrono_literals;
using store::MessageKind;
using store::OutboxState;

constexpr std::chrono::seconds give_up_after = 24h;
constexpr std::chrono::milliseconds first_delay = 1s;
constexpr std::chrono::milliseconds longest_delay = 1min;
constexpr std::chrono::seconds longest_retry_after = 1h;
constexpr int token_posts_max = 2;
constexpr int uncertain_posts_max = 2;

/// 1, 2, 4, ... seconds up to a minute, each plus up to a quarter.
std::chrono::milliseconds backoff(int number, double jitter) {
  const auto doubled = first_delay * (1LL << std::clamp(number - 1, 0, 20));
  const auto delay = std::min<std::chrono::milliseconds>(doubled, longest_delay);
  return delay + std::chrono::milliseconds(
                     static_cast<std::int64_t>(static_cast<double>(delay.count()) * jitter / 4));
}

Verdict retry(const Attempt& attempt, double jitter) {
  if (attempt.age >= give_up_after) return {OutboxState::given_up};
  auto delay = backoff(attempt.number, jitter);
  if (attempt.retry_after)
    delay = std::max<std::chrono::milliseconds>(delay, std::min(*attempt.retry_after, longest_retry_after));
  return {OutboxState::pending, delay};
}

/// Nobody knows whether the message arrived.
Verdict unknown(const Attempt& attempt, double jitter) {
  if (attempt.repeatable) return retry(attempt, jitter);
  if (attempt.kind == MessageKind::reply && attempt.posts < uncertain_posts_max)
    return retry(attempt, jitter);
  return {OutboxState::uncertain};
}

Gone gone(const Attempt& attempt) {
  if (attempt.code == "ActivityNotFoundInConversation") return Gone::message;
  return attempt.code == "ConversationNotFound" ? Gone::conversation : Gone::nothing;
}

/// An edit that finds no chat closes nothing: the next new message may bring a new chat.
bool closes_conversation(const Attempt& attempt) {
  if (gone(attempt) == Gone::conversation) return !attempt.repeatable;
  constexpr std::array codes{"BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser",
                             "MessageWritesBlocked", "ForbiddenOperationException"};
  return std::find(codes.begin(), codes.end(), attempt.code) != codes.end();
}

}  // namespace

Verdict judge(const Attempt& attempt, double jitter) {
  if (attempt.outcome == http::Outcome::not_sent) return retry(attempt, jitter);
  if (attempt.outcome == http::Outcome::uncertain) return unknown(attempt, jitter);
  switch (attempt.status) {
    case 200:
    case 201:
    case 202:
    case 204:
      return {OutboxState::sent};
    case 401: {
      Verdict verdict{OutboxState::given_up};
      if (attempt.posts < token_posts_max) verdict.state = OutboxState::pending;
      verdict.forget_token = true;
      return verdict;
    }
    case 403:
    case 404: {
      Verdict verdict{OutboxState::given_up};
      verdict.conversation_closed = closes_conversation(attempt);
      if (attempt.status == 404) verdict.gone = gone(attempt);
      return verdict;
    }
    case 412:
    case 429:
      return retry(attempt, jitter);
    case 408:
    case 502:
    case 503:
    case 504:
      return unknown(attempt, jitter);
    case 500:
      return {attempt.repeatable ? OutboxState::given_up : OutboxState::uncertain};
    default:
      return {attempt.status >= 500 ? OutboxState::uncertain : OutboxState::given_up};
  }
}

std::string error_code(const std::string& body) {
  using nlohmann::json;
  const auto text = [](const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const json parsed = json::parse(body, nullptr, false);
  if (!parsed.is_object()) return {};
  if (const auto error = parsed.find("error"); error != parsed.end() && error->is_object())
    return text(*error, "code").substr(0, 64);
  // The other form carries JSON inside a string: {"errorCode":209,"message":"{ \"subCode\":\"...\" }"}.
  const json inner = json::parse(text(parsed, "message"), nullptr, false);
  return inner.is_object() ? text(inner, "subCode").substr(0, 64) : std::string();
}

}  // namespace bot::connector
