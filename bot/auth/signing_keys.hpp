#pragma once
// The keys with which the connector signs its tokens: found through the OpenID metadata, cached, read again
// when due.
#include "bot/auth/rsa_key.hpp"
#include "bot/http/client.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot::auth {

struct SigningKey {
  RsaKey key;
  std::vector<std::string>
      endorsements;  ///< channels that this key may speak for; empty: the key set doesn't say
};

struct SigningKeysOptions {
  std::string openid_metadata;
  std::chrono::hours fresh{24};
  std::chrono::minutes retry{60};
  std::chrono::hours usable{24 * 5};
  std::function<void(std::string_view)>
      event;  ///< "signing_keys_loaded", "signing_keys_failed: <why>"; may be empty
};

struct KeyLookup {
  std::shared_ptr<const SigningKey> key;  ///< empty: there is no such key, or
  bool unavailable = false;               ///< there are no keys at all that may be used
};

/// Parses a key set (RFC 7517). Only RSA keys of 2,048 to 4,096 bits for signatures with RS256 are taken, the
/// first of each kid. Nothing if it is no key set.
std::optional<std::vector<std::pair<std::string, SigningKey>>> parse_key_set(std::string_view json);

/// Lives on one event loop; the client and the clock must outlive the loop's last run.
///
/// When the keys are read again (the connector's documentation asks for at least once a day):
/// - none, or all too old to be used: at once, then every 15 s as long as somebody asks;
/// - older than `fresh`: the first who asks waits for it, the others go on with the old ones; after a failure
/// again in 5 min;
/// - unknown kid: if the last success is older than `retry`, and the last try older than 5 min.
class SigningKeys {
 public:
  SigningKeys(http::Client&, const store::Clock&, SigningKeysOptions);
  ~SigningKeys();

  boost::asio::awaitable<KeyLookup> find(std::string kid);

  /// Reads the keys if that is due. Whether there are keys that may be used.
  boost::asio::awaitable<bool> refresh();

  /// Fresh enough for what was verified with them to be believed without a look at the key server.
  bool fresh() const;

  /// Grows with each successful reading; what was verified under an earlier one is verified again.
  std::uint64_t generation() const;

  std::optional<std::chrono::seconds> age() const;

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace bot::auth
