#pragma once
// A signed token taken apart (JWS compact serialisation, RFC 7515 and 7519). Form only: who may come in is
// decided elsewhere.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot::auth {

/// A longer token is refused unread. Those of the connector have some 1,500 bytes.
inline constexpr std::size_t token_bytes_max = 8 * 1024;

/// The parts that the checks look at. Text claims that are missing are empty.
struct Jwt {
  std::string algorithm;
  std::string key_id;
  std::string issuer;
  std::vector<std::string> audience;       ///< one element if the claim is a string
  std::optional<std::int64_t> expires;     ///< Unix seconds, rounded down
  std::optional<std::int64_t> not_before;  ///< Unix seconds, rounded down
  std::string service_url;                 ///< claim "serviceurl", in exactly this spelling
  std::string_view signed_part;            ///< header and payload as sent; points into the token
  std::string signature;                   ///< bytes
};

struct JwtResult {
  std::optional<Jwt> jwt;
  std::string error;  ///< if there is no jwt: a short machine word, without any part of the token
};

/// Takes a token apart. Refused: anything but three parts in strict base64url, header and payload that are no
/// JSON objects, a key twice in one object, deep nesting, claims of a wrong type, a header with "crit" (RFC
/// 7515 section 4.1.11: what is not understood must be refused; nothing is). `token` must outlive the result.
JwtResult decode_jwt(std::string_view token);

/// Base64url without padding, whitespace or stray bits at the end, so that each value has exactly one
/// spelling.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace bot::auth
