#pragma once
// One request to Teams' connector, and what it said.
#include "bot/auth/access_token.hpp"
#include "bot/connector/retry_policy.hpp"
#include "bot/connector/service_url.hpp"
#include "bot/http/client.hpp"
#include "store/outbox.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace bot::connector {

/// How one request ended.
struct Posted {
  Attempt attempt;    ///< without `posts`, which the caller counts
  std::string id;     ///< of the message, or of the conversation that was made
  std::string error;  ///< for the ledger
  std::string token;  ///< that was used
};

/// Our own id in the tenant: the sender of an outgoing activity.
std::string bot_of(const std::string& payload);

/// Lives on one event loop.
class ConnectorClient {
 public:
  ConnectorClient(http::Client& client, auth::AccessToken& token, ServiceUrlPolicy policy)
      : client_(client), token_(token), places_(std::move(policy)) {}

  /// Posts the message into its conversation, or puts it in the place of `update_activity`. `now` tells its
  /// age. The text is taken out of the message: it may be long, and is rarely needed twice.
  boost::asio::awaitable<Posted> post(store::OutboxMessage& message, store::Instant now);

  /// Makes the personal chat with the message's `to_user`, or finds it again: Teams gives the same one
  /// however often it is asked ("Send proactive messages").
  boost::asio::awaitable<Posted> make_conversation(const store::OutboxMessage& message, store::Instant now);

  /// The token was refused with 401.
  void refused(const std::string& token) { token_.refused(token); }

 private:
  const http::Url* find_place(const store::OutboxMessage& message, Posted& posted);
  boost::asio::awaitable<void> exchange(http::ClientRequest& request, Posted& posted);

  http::Client& client_;
  auth::AccessToken& token_;
  ServicePlaces places_;
};

}  // namespace bot::connector
