#include "bot/connector/connector_client.hpp"

#include "bot/activity/json_body.hpp"
#include "config/log.hpp"
#include "handlers/json_writer.hpp"

#include <charconv>
#include <initializer_list>
#include <utility>

namespace bot::connector {
namespace {

namespace asio = boost::asio;
using config::Level;

std::optional<std::chrono::seconds> retry_after(const http::ClientResponse& response) {
  const std::string_view text = response.header("Retry-After");
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return std::chrono::seconds(seconds);
}

/// The text below these names of a JSON object; empty if there is none.
std::string text_at(std::initializer_list<std::string_view> names, const std::string& document) {
  constexpr std::size_t depth_max = 100;
  activity::JsonBody body;
  std::string ignored;
  const activity::JsonValue* found = body.parse(document, depth_max, ignored);
  for (const std::string_view name : names)
    if (found != nullptr) found = found->find(name);
  const std::string_view* text = found == nullptr ? nullptr : found->if_text();
  return text == nullptr ? std::string() : std::string(*text);
}

Posted begun(const store::OutboxMessage& message, bool repeatable, store::Instant now) {
  Posted posted;
  posted.attempt.kind = message.kind;
  posted.attempt.number = message.attempts;
  posted.attempt.age = now - message.created;
  posted.attempt.repeatable = repeatable;
  posted.attempt.outcome = http::Outcome::not_sent;
  return posted;
}

std::string conversation_parameters(const store::OutboxMessage& message) {
  handlers::JsonWriter writer;
  writer.begin_object().member("isGroup", false);
  writer.key("bot").begin_object().member("id", bot_of(message.payload)).end_object();
  writer.key("members").begin_array().begin_object().member("id", message.to_user).end_object().end_array();
  writer.member("tenantId", message.tenant);
  writer.key("channelData").begin_object().key("tenant").begin_object().member("id", message.tenant);
  writer.end_object().end_object().end_object();
  return writer.take();
}

}  // namespace

std::string bot_of(const std::string& payload) {
  return text_at({"from", "id"}, payload);
}

asio::awaitable<Posted> ConnectorClient::post(store::OutboxMessage& message, store::Instant now) {
  const bool replaces = !message.update_activity.empty();
  Posted posted = begun(message, replaces, now);
  const http::Url* place = find_place(message, posted);
  if (place == nullptr) co_return posted;
  http::ClientRequest request;
  request.method = replaces ? "PUT" : "POST";
  request.url = *place;
  request.url.target = activities_url(place->target, message.conversation, message.update_activity);
  request.body = std::exchange(message.payload, {});
  co_await exchange(request, posted);
  if (posted.error.empty() && posted.id.empty()) posted.id = message.update_activity;
  co_return posted;
}

asio::awaitable<Posted> ConnectorClient::make_conversation(const store::OutboxMessage& message,
                                                           store::Instant now) {
  Posted posted = begun(message, true, now);
  const http::Url* place = find_place(message, posted);
  if (place == nullptr) co_return posted;
  http::ClientRequest request;
  request.method = "POST";
  request.url = *place;
  request.url.target = conversations_url(place->target);
  request.body = conversation_parameters(message);
  co_await exchange(request, posted);
  if (posted.error.empty() && posted.id.empty()) {
    posted.attempt.outcome = http::Outcome::uncertain;
    posted.error = "no_conversation_id";
  }
  co_return posted;
}

/// nullptr when the settings changed since the message was written: it may not leave, now or later.
const http::Url* ConnectorClient::find_place(const store::OutboxMessage& message, Posted& posted) {
  const http::Url* place = places_.find(message.service_url);
  if (place == nullptr) {
    posted.attempt.outcome = http::Outcome::answered;
    posted.attempt.status = 400;
    posted.error = "service_host_not_allowed";
  }
  return place;
}

asio::awaitable<void> ConnectorClient::exchange(http::ClientRequest& request, Posted& posted) {
  auth::AccessTokenResult token = co_await token_.get();
  if (!token.error.empty()) {
    posted.error = "no_token";
    config::log(token.permanent ? Level::error : Level::warn, "token_unavailable", {{"reason", token.error}});
    co_return;
  }
  request.content_type = "application/json; charset=utf-8";
  if (!token.token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token.token);
  const http::ClientResponse response = co_await client_.request(std::move(request));
  posted.token = std::move(token.token);
  posted.attempt.outcome = response.outcome;
  posted.attempt.status = response.status;
  if (response.outcome != http::Outcome::answered) {
    posted.error = response.error;
  } else if (response.status >= 200 && response.status < 300) {
    posted.id = text_at({"id"}, response.body);
  } else {
    posted.attempt.code = error_code(response.body);
    posted.attempt.retry_after = retry_after(response);
    posted.error =
        std::to_string(response.status) + (posted.attempt.code.empty() ? "" : " " + posted.attempt.code);
  }
}

}  // namespace bot::connector
