#pragma once
// Our own token for the connector: client credentials, fetched once, cached, renewed before it ends.
#include "bot/http/client.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace bot::auth {

struct AccessTokenOptions {
  std::string app_id;  ///< empty: no token is used at all (development on loopback)
  std::string secret;
  std::string token_endpoint;  ///< with {tenant} already replaced
  std::string scope = "https://api.botframework.com/.default";
};

struct AccessTokenResult {
  std::string token;       ///< empty with an error, and in development
  std::string error;       ///< one short sentence with the server's error code (e.g. AADSTS7000215) and its
                           ///< meaning; no secret
  bool permanent = false;  ///< the server said that the credentials are wrong: repeating at once is of no use
};

/// Lives on one event loop; the client and the clock must outlive the loop's last run. One fetch at a time,
/// however many wait. After a failure the same error is given back without a question to the server for a
/// while: a minute if it is permanent, else 5 s, doubling up to a minute.
class AccessToken {
 public:
  AccessToken(http::Client&, const store::Clock&, AccessTokenOptions);
  ~AccessToken();

  /// A token that is valid for at least five minutes more (or, when the server is down, for any time more).
  boost::asio::awaitable<AccessTokenResult> get();

  /// The connector said 401 to this token: forget it, if it is still the one that is cached.
  void refused(const std::string& token);

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;  ///< shared with a fetch in progress
};

}  // namespace bot::auth
