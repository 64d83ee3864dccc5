#pragma once
// Who may come in: the checks that the Bot Connector authentication page asks for, strictest reading.
#include "bot/http/client.hpp"
#include "bot/http/message.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot::auth {

/// Why a request may not come in. The status goes to the caller, the reason to the log only.
struct Refusal {
  int status = 401;    ///< 401: no valid token; 403: valid, but not for this bot's door; 503: keys cannot be
                       ///< had at the moment
  std::string reason;  ///< short machine word, e.g. "token_expired"; never a part of the token
};

/// What the signed token says, as far as the activity must agree with it.
struct Claims {
  std::string service_url;
  std::vector<std::string> endorsements;  ///< of the signing key
  bool anonymous = false;                 ///< development only: no token was asked for
  store::Instant expires;                 ///< when the token ends, leeway included
};

struct TokenResult {
  Claims claims;
  std::optional<Refusal> refusal;
};

struct VerifierOptions {
  std::string app_id;
  std::string openid_metadata;
  std::string issuer = "https://api.botframework.com";
  std::vector<std::string> allowed_tenants;
  bool allow_anonymous = false;
  std::chrono::seconds leeway{300};
  std::chrono::hours keys_fresh{24};       ///< reload after
  std::chrono::minutes keys_retry{60};     ///< an unknown kid leads to a reload at most this often
  std::chrono::hours keys_usable{24 * 5};  ///< with the key server down, old keys serve this long
  std::size_t cached_tokens = 4096;
  std::function<void(std::string_view)>
      event;  ///< "signing_keys_loaded", "signing_keys_failed: <why>", for the log
};

/// Lives on one event loop; the client and the clock must outlive the loop's last run.
///
/// Anonymous mode (development): `allow_anonymous` together with an empty `app_id`. A request without an
/// Authorization header comes in; one with it is refused with 401, since there is no app id to verify its
/// audience against.
class TokenVerifier {
 public:
  TokenVerifier(http::Client&, const store::Clock&, VerifierOptions);
  ~TokenVerifier();

  /// Checks 1 to 7: header, algorithm, issuer, key, signature, audience, times. Good results are cached by
  /// the token's SHA-256 until it expires or the keys are read again. Keys are fetched by one request at a
  /// time, however many wait. The request must outlive the call.
  boost::asio::awaitable<TokenResult> verify(const http::Request&);

  /// Checks 8 to 10: endorsement of the channel, service URL, tenant. Call it with what the activity says.
  /// Always 403. Anonymous claims: any channel of the Agents Playground and any tenant, but a service URL on
  /// loopback.
  std::optional<Refusal> admit(const Claims&, std::string_view channel, std::string_view service_url,
                               std::string_view tenant) const;

  /// Fetches the keys if there are none yet or they are due. False if there are none that can be used (the
  /// service starts all the same and tries again). Called at the start and every hour, no request ever waits
  /// for keys.
  boost::asio::awaitable<bool> warm_up();

  /// Age of the keys, for /health and check; nothing if there are none.
  std::optional<std::chrono::seconds> keys_age() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace bot::auth
