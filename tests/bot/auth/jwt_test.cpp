#include "bot/auth/jwt.hpp"

#include "tests/support/bot/token_maker.hpp"

#include <catch2/catch.hpp>

#include <string>

using bot::auth::decode_base64url;
using bot::auth::decode_jwt;
using support::base64url;

namespace {

const std::string header = R"({"alg":"RS256","kid":"k1"})";

std::string unsigned_token(const std::string& first, const std::string& second) {
  return base64url(first) + '.' + base64url(second) + ".AAAA";
}

std::string error_of(const std::string& token) {
  const auto result = decode_jwt(token);
  CHECK(result.jwt.has_value() == result.error.empty());
  return result.error;
}

}  // namespace

TEST_CASE("base64url: decodes each value from exactly one spelling", "[auth][jwt]") {
  CHECK(decode_base64url("") == "");
  CHECK(decode_base64url("AA") == std::string(1, '\0'));
  CHECK(decode_base64url("_-8") == "\xFF\xEF");
  CHECK(decode_base64url("TWFu") == "Man");
  for (const std::string text :
       {"A", "AAAAA", "AB", "TWE=", "TWF", "TW Fu", "TWFu\n", "TW+u", "TW/u", "TWFu.", "æøå!"}) {
    INFO(text);
    CHECK_FALSE(decode_base64url(text));
  }
}

TEST_CASE("jwt: reads what the checks look at", "[auth][jwt]") {
  const std::string payload =
      R"({"iss":"i","aud":["a","b"],"exp":1700000000.9,"nbf":1600000000,"serviceurl":"https://x/","serviceUrl":"no"})";
  const std::string token = unsigned_token(header, payload);
  const auto result = decode_jwt(token);
  REQUIRE(result.jwt);
  CHECK(result.jwt->algorithm == "RS256");
  CHECK(result.jwt->key_id == "k1");
  CHECK(result.jwt->issuer == "i");
  CHECK(result.jwt->audience == std::vector<std::string>{"a", "b"});
  CHECK(result.jwt->expires == 1700000000);
  CHECK(result.jwt->not_before == 1600000000);
  CHECK(result.jwt->service_url == "https://x/");
  CHECK(std::string(result.jwt->signed_part) + ".AAAA" == token);
  CHECK(result.jwt->signature == std::string(3, '\0'));
}

TEST_CASE("jwt: claims that are missing or null are simply not there", "[auth][jwt]") {
  const std::string token = unsigned_token(R"({"alg":null})", R"({"exp":null,"aud":null})");
  const auto result = decode_jwt(token);
  REQUIRE(result.jwt);
  CHECK(result.jwt->algorithm.empty());
  CHECK(result.jwt->audience.empty());
  CHECK_FALSE(result.jwt->expires);
}

TEST_CASE("jwt: refuses what is not a well-formed token", "[auth][jwt]") {
  CHECK(error_of("") == "token_empty");
  CHECK(error_of(std::string(bot::auth::token_bytes_max + 1, 'A')) == "token_too_long");
  CHECK(error_of("AAAA.AAAA") == "token_not_three_parts");
  CHECK(error_of("AAAA.AAAA.AAAA.AAAA") == "token_not_three_parts");
  CHECK(error_of(base64url(header) + "=." + base64url("{}") + ".AAAA") == "token_not_base64url");
  CHECK(error_of(unsigned_token("[]", "{}")) == "token_header_malformed");
  CHECK(error_of(unsigned_token("{", "{}")) == "token_header_malformed");
  CHECK(error_of(unsigned_token(R"({"alg":["RS256"]})", "{}")) == "token_header_malformed");
  CHECK(error_of(unsigned_token(header, "")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, "null")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, R"({"iss":"i"} x)")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, "{\"iss\":\"\xFF\"}")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(R"({"alg":"RS256","crit":["b64"]})", "{}")) == "token_header_critical");
}

TEST_CASE("jwt: refuses a key that stands twice in one object, at any depth", "[auth][jwt]") {
  CHECK(error_of(unsigned_token(R"({"alg":"none","alg":"RS256"})", "{}")) == "token_header_malformed");
  CHECK(error_of(unsigned_token(header, R"({"aud":"a","aud":"b"})")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, R"({"aud":"a","\u0061ud":"b"})")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, R"({"x":{"y":1,"y":2}})")) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, R"({"x":{"y":1},"z":{"y":2}})")).empty());
}

TEST_CASE("jwt: refuses deep nesting", "[auth][jwt]") {
  const auto nested = [](std::size_t depth) {
    return R"({"x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(error_of(unsigned_token(header, nested(7))).empty());
  CHECK(error_of(unsigned_token(header, nested(8))) == "token_payload_malformed");
  CHECK(error_of(unsigned_token(header, nested(2000))) == "token_payload_malformed");
}

TEST_CASE("jwt: refuses claims of a wrong type", "[auth][jwt]") {
  for (const std::string payload : {R"({"iss":1})", R"({"aud":{"a":1}})", R"({"aud":["a",1]})",
                                    R"({"exp":"1700000000"})", R"({"exp":true})", R"({"nbf":-1})",
                                    R"({"exp":1e300})", R"({"nbf":[1]})", R"({"serviceurl":["x"]})"}) {
    INFO(payload);
    CHECK(error_of(unsigned_token(header, payload)) == "token_claim_malformed");
  }
}
