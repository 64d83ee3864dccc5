#include "bot/auth/jwt.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace bot::auth {
namespace {

using nlohmann::json;

constexpr std::size_t depth_max = 8;

constexpr std::array<signed char, 256> make_alphabet() {
  std::array<signed char, 256> values{};
  for (auto& value : values) value = -1;
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (std::size_t i = 0; i < letters.size(); ++i) {
    values[static_cast<unsigned char>(letters[i])] = static_cast<signed char>(i);
  }
  return values;
}

/// A JSON object, or nothing: invalid, not an object, too deep, or with a key twice in one object (two
/// readers of such a token could see different claims).
std::optional<json> parse_object(std::string_view text) {
  std::vector<std::set<std::string>> keys;  // of the objects that are open
  std::size_t depth = 0;
  bool refused = false;
  const auto watch = [&](int, json::parse_event_t event, json& value) {
    switch (event) {
      case json::parse_event_t::object_start:
        keys.emplace_back();
        [[fallthrough]];
      case json::parse_event_t::array_start:
        if (++depth > depth_max) refused = true;
        break;
      case json::parse_event_t::object_end:
        keys.pop_back();
        [[fallthrough]];
      case json::parse_event_t::array_end:
        --depth;
        break;
      case json::parse_event_t::key:
        if (!keys.back().insert(value.get<std::string>()).second) refused = true;
        break;
      case json::parse_event_t::value:
        break;
    }
    return true;
  };
  json parsed = json::parse(text, watch, false);
  if (refused || !parsed.is_object()) return std::nullopt;
  return parsed;
}

/// False if the member is there and is no text.
bool read_text(const json& object, const char* key, std::string& into) {
  const auto member = object.find(key);
  if (member == object.end() || member->is_null()) return true;
  if (!member->is_string()) return false;
  into = member->get<std::string>();
  return true;
}

/// NumericDate (RFC 7519 section 2): a number, possibly with a fraction, up to the year 9999. False if it is
/// something else.
bool read_time(const json& object, const char* key, std::optional<std::int64_t>& into) {
  constexpr double latest = 253402300799.0;
  const auto member = object.find(key);
  if (member == object.end() || member->is_null()) return true;
  if (!member->is_number()) return false;
  const double seconds = member->get<double>();
  if (!std::isfinite(seconds) || seconds < 0 || seconds > latest) return false;
  into = static_cast<std::int64_t>(seconds);
  return true;
}

bool read_audience(const json& object, std::vector<std::string>& into) {
  const auto member = object.find("aud");
  if (member == object.end() || member->is_null()) return true;
  if (member->is_string()) {
    into.push_back(member->get<std::string>());
    return true;
  }
  if (!member->is_array()) return false;
  for (const json& one : *member) {
    if (!one.is_string()) return false;
    into.push_back(one.get<std::string>());
  }
  return true;
}

JwtResult failed(const char* error) {
  JwtResult result;
  result.error = error;
  return result;
}

}  // namespace

std::optional<std::string> decode_base64url(std::string_view text) {
  static constexpr auto alphabet = make_alphabet();
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char letter : text) {
    const int value = alphabet[static_cast<unsigned char>(letter)];
    if (value < 0) return std::nullopt;
    buffer = (buffer << 6) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>((buffer >> bits) & 0xFF));
      buffer &= (1U << bits) - 1;
    }
  }
  if (buffer != 0) return std::nullopt;
  return bytes;
}

JwtResult decode_jwt(std::string_view token) {
  if (token.empty()) return failed("token_empty");
  if (token.size() > token_bytes_max) return failed("token_too_long");
  const std::size_t first = token.find('.');
  const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos) {
    return failed("token_not_three_parts");
  }
  const auto header_bytes = decode_base64url(token.substr(0, first));
  const auto payload_bytes = decode_base64url(token.substr(first + 1, second - first - 1));
  auto signature = decode_base64url(token.substr(second + 1));
  if (!header_bytes || !payload_bytes || !signature) return failed("token_not_base64url");
  const auto header = parse_object(*header_bytes);
  if (!header) return failed("token_header_malformed");
  const auto payload = parse_object(*payload_bytes);
  if (!payload) return failed("token_payload_malformed");

  Jwt jwt;
  if (header->contains("crit")) return failed("token_header_critical");
  if (!read_text(*header, "alg", jwt.algorithm) || !read_text(*header, "kid", jwt.key_id)) {
    return failed("token_header_malformed");
  }
  if (!read_text(*payload, "iss", jwt.issuer) || !read_audience(*payload, jwt.audience) ||
      !read_time(*payload, "exp", jwt.expires) || !read_time(*payload, "nbf", jwt.not_before) ||
      !read_text(*payload, "serviceurl", jwt.service_url)) {
    return failed("token_claim_malformed");
  }
  jwt.signed_part = token.substr(0, second);
  jwt.signature = std::move(*signature);
  JwtResult result;
  result.jwt = std::move(jwt);
  return result;
}

}  // namespace bot::auth
