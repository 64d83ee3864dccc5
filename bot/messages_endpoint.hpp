#pragma once
// POST /api/messages: the door that Microsoft Teams knocks at. Its handle() is the whole story of a message.
#include "bot/activity/activity.hpp"
#include "bot/auth/token_verifier.hpp"
#include "bot/connector/service_url.hpp"
#include "bot/http/message.hpp"
#include "bot/turn_runner.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

class MessagesEndpoint {
 public:
  struct Counts {
    std::uint64_t turns = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t unauthorized = 0;  ///< 401
    std::uint64_t forbidden = 0;     ///< 403
    std::uint64_t malformed = 0;     ///< 400
    std::uint64_t failed = 0;        ///< an apology was sent
    store::Instant last_inbound{};
  };

  MessagesEndpoint(auth::TokenVerifier&, connector::ServiceUrlPolicy, TurnRunner&, const store::Clock&);

  /// 200 when it is durable (with a body for an invoke), 400 malformed, 401 no valid token, 403 not for this
  /// door, 501 an invoke that we don't know, 503 it could not be made durable. Reasons of 401 and 403 are in
  /// the log only.
  boost::asio::awaitable<http::Response> handle(http::Request);

  const Counts& counts() const { return counts_; }

 private:
  /// A turn to be run, or the answer that there is none.
  struct Incoming {
    std::optional<http::Response> refused;
    handlers::Turn turn;
    std::vector<store::DeliveryKey> keys;
    std::string type;  ///< of the activity
  };

  Incoming read(std::string_view body, const auth::Claims& claims);
  http::Response refuse(const auth::Refusal&);

  auth::TokenVerifier& verifier_;
  connector::ServicePlaces service_places_;
  TurnRunner& runner_;
  const store::Clock& clock_;
  Counts counts_;
};

}  // namespace bot
