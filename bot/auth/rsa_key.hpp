#pragma once
// A public RSA key as it stands in a key set (RFC 7517, RFC 7518 section 6.3).
#include <memory>
#include <optional>
#include <string_view>

namespace bot::auth {

/// Immutable; copies share the key. May be used by several threads.
class RsaKey {
 public:
  /// From the members "n" and "e". Nothing if they are no base64url, or no key of 2,048 to 4,096 bits with an
  /// odd exponent of 3 to 32 bits.
  static std::optional<RsaKey> from_jwk(std::string_view n, std::string_view e);

  /// Whether `signature` is this key's RS256 signature (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518 section 3.3)
  /// of `bytes`.
  bool verify_rs256(std::string_view bytes, std::string_view signature) const;

 private:
  struct Key;
  std::shared_ptr<const Key> key_;
};

}  // namespace bot::auth
