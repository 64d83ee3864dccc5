#pragma once
// Who may come in: the checks of teams-protocol section 2.3, strict variant.
#include <chrono>
#include <optional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "bot/http/client.hpp"
#include "bot/http/message.hpp"
#include "store/clock.hpp"

namespace bot::auth {

/// Why a request may not come in. The status goes to the caller, the reason to the log only.
struct Refusal {
  int status = 401;    ///< 401: no valid token; 403: valid, but not for this bot's door; 503: keys cannot be had at the moment
  std::string reason;  ///< short machine word, e.g. "token_expired"; never a part of the token
};

/// What the signed token says, as far as the activity must agree with it.
struct Claims {
  std::string service_url;
  std::vector<std::string> endorsements;  ///< of the signing key
  bool anonymous = false;                 ///< development only: no token was asked for
  store::Instant expires;
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
  std::chrono::hours keys_fresh{24};         ///< reload after
  std::chrono::minutes keys_retry{60};       ///< an unknown kid leads to a reload at most this often
  std::chrono::hours keys_usable{24 * 5};    ///< with the key server down, old keys serve this long
  std::size_t cached_tokens = 4096;
};

/// Lives on one event loop.
class TokenVerifier {
 public:
  TokenVerifier(http::Client&, const store::Clock&, VerifierOptions);
  ~TokenVerifier();

  /// Checks 1 to 7: header, algorithm, issuer, key, signature, audience, times. Results are cached by the token's SHA-256
  /// until it expires. Keys are fetched by one request at a time, however many wait.
  boost::asio::awaitable<TokenResult> verify(const http::Request&);

  /// Checks 8 to 10: endorsement of the channel, service URL, tenant. Call it with what the activity says.
  std::optional<Refusal> admit(const Claims&, std::string_view channel, std::string_view service_url,
                               std::string_view tenant) const;

  /// Fetches the keys if there are none yet. False if that failed (the service starts all the same and tries again).
  boost::asio::awaitable<bool> warm_up();

  /// Age of the keys, for /health and check; nothing if there are none.
  std::optional<std::chrono::seconds> keys_age() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace bot::auth
