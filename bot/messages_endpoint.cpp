#include "bot/messages_endpoint.hpp"

#include "bot/activity/to_turn.hpp"
#include "config/log.hpp"

namespace bot {
namespace {

using config::Level;

http::Response accepted(std::string body) {
  http::Response response;
  response.status = 200;
  if (!body.empty()) {
    response.content_type = "application/json; charset=utf-8";
    response.body = std::move(body);
  }
  return response;
}

std::vector<store::DeliveryKey> keys_of(const activity::Activity& activity) {
  std::string key = activity::delivery_key(activity);
  if (key.empty()) return {};
  return {store::DeliveryKey{std::move(key)}};
}

}  // namespace

MessagesEndpoint::MessagesEndpoint(auth::TokenVerifier& verifier, connector::ServiceUrlPolicy service_urls,
                                   TurnRunner& runner, const store::Clock& clock)
    : verifier_(verifier), service_places_(std::move(service_urls)), runner_(runner), clock_(clock) {}

/// Not a coroutine: an activity is large, and need not lie in memory for as long as its turn waits.
MessagesEndpoint::Incoming MessagesEndpoint::read(std::string_view body, const auth::Claims& claims) {
  Incoming incoming;
  activity::ActivityResult parsed = activity::parse_activity(body);
  if (!parsed.activity) {
    ++counts_.malformed;
    config::log(Level::warn, "activity_malformed", {{"reason", parsed.error}});
    incoming.refused = http::error_response(400, "BadActivity", parsed.error);
    return incoming;
  }
  activity::Activity& activity = *parsed.activity;
  if (const auto refusal = verifier_.admit(claims, activity.channel, activity.service_url, activity.tenant)) {
    incoming.refused = refuse(*refusal);
  } else if (service_places_.find(activity.service_url) == nullptr) {
    incoming.refused = refuse({403, "service_host_not_allowed"});
  } else if (activity::kind_of(activity) == activity::Kind::unknown_invoke) {
    incoming.refused = http::error_response(501, "NotImplemented", "This bot knows no such invoke.");
  } else {
    counts_.last_inbound = clock_.now();
    incoming.keys = keys_of(activity);
    incoming.type = activity.type;
    incoming.turn = activity::to_turn(std::move(activity), counts_.last_inbound, claims.anonymous);
  }
  return incoming;
}

boost::asio::awaitable<http::Response> MessagesEndpoint::handle(http::Request request) {
  const auth::TokenResult token = co_await verifier_.verify(request);
  if (token.refusal) co_return refuse(*token.refusal);
  Incoming incoming = read(request.body, token.claims);
  if (incoming.refused) co_return std::move(*incoming.refused);
  request = http::Request();  // it may wait long, and many may
  const auto started = std::chrono::steady_clock::now();
  TurnResult result;
  bool stored = true;
  try {
    result = co_await runner_.run(incoming.turn, incoming.keys);
  } catch (const std::exception& error) {
    config::log(Level::error, "turn_not_stored",
                {{"activity", incoming.turn.activity}, {"reason", error.what()}});
    stored = false;
  }
  if (!stored)
    co_return http::error_response(503, "ServiceUnavailable",
                                   "The activity could not be stored. Send it again later.");
  ++counts_.turns;
  counts_.duplicates += result.duplicate ? 1 : 0;
  counts_.failed += result.failed ? 1 : 0;
  const auto took = std::chrono::steady_clock::now() - started;
  config::log(Level::info, "turn",
              {{"activity", incoming.turn.activity},
               {"type", incoming.type},
               {"replies", result.replies},
               {"duplicate", result.duplicate},
               {"us", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
  co_return accepted(std::move(result.invoke_answer));
}

http::Response MessagesEndpoint::refuse(const auth::Refusal& refusal) {
  counts_.unauthorized += refusal.status == 401 ? 1 : 0;
  counts_.forbidden += refusal.status == 403 ? 1 : 0;
  config::log(Level::warn, "refused", {{"status", refusal.status}, {"reason", refusal.reason}});
  if (refusal.status == 503)
    return http::error_response(503, "ServiceUnavailable",
                                "Tokens cannot be checked at the moment. Send it again later.");
  if (refusal.status == 403)
    return http::error_response(403, "Forbidden", "This bot does not take that activity.");
  http::Response response = http::error_response(401, "Unauthorized", "A valid token is needed.");
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace bot
