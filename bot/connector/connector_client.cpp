#include "bot/connector/connector_client.hpp"

#include "config/log.hpp"
#include "handlers/json_writer.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
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

std::string new_id(const std::string& body) {
  const auto parsed = nlohmann::json::parse(body, nullptr, false);
  if (!parsed.is_object()) return {};
  const auto id = parsed.find("id");
  return id != parsed.end() && id->is_string() ? id->get<std::string>() : std::string();
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
  handlers::JsonWriter json;
  json.begin_object().member("isGroup", false);
  json.key("bot").begin_object().member("id", bot_of(message.payload)).end_object();
  json.key("members").begin_array().begin_object().member("id", message.to_user).end_object().end_array();
  json.member("tenantId", message.tenant);
  json.key("channelData").begin_object().key("tenant").begin_object().member("id", message.tenant);
  json.end_object().end_object().end_object();
  return json.take();
}

}  // namespace

std::string bot_of(const std::string& payload) {
  const auto parsed = nlohmann::json::parse(payload, nullptr, false);
  return parsed.is_object() ? parsed.value("/from/id"_json_pointer, std::string()) : std::string();
}

asio::awaitable<Posted> ConnectorClient::post(store::OutboxMessage& message, store::Instant now) {
  const bool replaces = !message.update_activity.empty();
  Posted posted = begun(message, replaces, now);
  http::ClientRequest request;
  request.method = replaces ? "PUT" : "POST";
  request.url = activities_url(message.service_url, message.conversation, message.update_activity);
  request.body = std::exchange(message.payload, {});
  co_await exchange(std::move(request), message.service_url, posted);
  if (posted.error.empty() && posted.id.empty()) posted.id = message.update_activity;
  co_return posted;
}

asio::awaitable<Posted> ConnectorClient::make_conversation(const store::OutboxMessage& message,
                                                           store::Instant now) {
  Posted posted = begun(message, true, now);
  http::ClientRequest request;
  request.method = "POST";
  request.url = conversations_url(message.service_url);
  request.body = conversation_parameters(message);
  co_await exchange(std::move(request), message.service_url, posted);
  if (posted.error.empty() && posted.id.empty()) {
    posted.attempt.outcome = http::Outcome::uncertain;
    posted.error = "no_conversation_id";
  }
  co_return posted;
}

asio::awaitable<void> ConnectorClient::exchange(http::ClientRequest request, std::string service_url,
                                                Posted& posted) {
  if (!policy_.allows(service_url)) {
    // The settings changed since it was written: it may not leave, now or later.
    posted.attempt.outcome = http::Outcome::answered;
    posted.attempt.status = 400;
    posted.error = "service_host_not_allowed";
    co_return;
  }
  const auth::AccessTokenResult token = co_await token_.get();
  if (!token.error.empty()) {
    posted.error = "no_token";
    config::log(token.permanent ? Level::error : Level::warn, "token_unavailable", {{"reason", token.error}});
    co_return;
  }
  request.content_type = "application/json; charset=utf-8";
  if (!token.token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token.token);
  const http::ClientResponse response = co_await client_.request(std::move(request));
  posted.token = token.token;
  posted.attempt.outcome = response.outcome;
  posted.attempt.status = response.status;
  if (response.outcome != http::Outcome::answered) {
    posted.error = response.error;
  } else if (response.status >= 200 && response.status < 300) {
    posted.id = new_id(response.body);
  } else {
    posted.attempt.code = error_code(response.body);
    posted.attempt.retry_after = retry_after(response);
    posted.error =
        std::to_string(response.status) + (posted.attempt.code.empty() ? "" : " " + posted.attempt.code);
  }
}

}  // namespace bot::connector
