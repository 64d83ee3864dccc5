#include "bot/auth/rsa_key.hpp"

#include "tests/support/bot/token_maker.hpp"

#include <catch2/catch.hpp>

#include <string>

using bot::auth::RsaKey;
using support::base64url;
using support::RsaPair;

TEST_CASE("rsa key: verifies its own RS256 signatures and no others", "[auth][rsa_key]") {
  const RsaPair pair;
  const RsaPair other;
  const auto key = RsaKey::from_jwk(pair.n(), pair.e());
  REQUIRE(key);
  const std::string good = pair.sign("words");
  CHECK(key->verify_rs256("words", good));
  CHECK_FALSE(key->verify_rs256("wordz", good));
  CHECK_FALSE(key->verify_rs256("words", other.sign("words")));
  CHECK_FALSE(key->verify_rs256("words", pair.sign("words", "SHA384")));
  CHECK_FALSE(key->verify_rs256("words", pair.sign("words", "SHA1")));
  CHECK_FALSE(key->verify_rs256("words", pair.sign("words", "SHA256", true)));
  CHECK_FALSE(key->verify_rs256("words", ""));
  CHECK_FALSE(key->verify_rs256("words", std::string(256, '\0')));
  CHECK_FALSE(key->verify_rs256("words", good.substr(0, 255)));
  CHECK_FALSE(key->verify_rs256("words", std::string(1, '\0') + good));
  CHECK_FALSE(key->verify_rs256("words", good + '\0'));
}

TEST_CASE("rsa key: takes 2,048 to 4,096 bits", "[auth][rsa_key]") {
  const RsaPair weak(1024);
  CHECK_FALSE(RsaKey::from_jwk(weak.n(), weak.e()));
  const RsaPair strong(4096);
  CHECK(RsaKey::from_jwk(strong.n(), strong.e()));
  std::string huge(4104 / 8, '\xFF');
  CHECK_FALSE(RsaKey::from_jwk(base64url(huge), strong.e()));
  huge.assign(100'000, '\xFF');
  CHECK_FALSE(RsaKey::from_jwk(base64url(huge), strong.e()));
}

TEST_CASE("rsa key: refuses exponents that prove nothing", "[auth][rsa_key]") {
  const RsaPair pair;
  CHECK(RsaKey::from_jwk(pair.n(), "AQAB"));
  CHECK(RsaKey::from_jwk(pair.n(), base64url("\x03")));
  CHECK_FALSE(RsaKey::from_jwk(pair.n(), base64url("\x01")));  // every text would be its own signature
  CHECK_FALSE(RsaKey::from_jwk(pair.n(), base64url(std::string(1, '\0'))));
  CHECK_FALSE(RsaKey::from_jwk(pair.n(), base64url("\x04")));
  CHECK_FALSE(RsaKey::from_jwk(pair.n(), base64url("\x01\x02\x03\x04\x05")));
}

TEST_CASE("rsa key: refuses what is no number", "[auth][rsa_key]") {
  const RsaPair pair;
  CHECK_FALSE(RsaKey::from_jwk("", "AQAB"));
  CHECK_FALSE(RsaKey::from_jwk(pair.n(), ""));
  CHECK_FALSE(RsaKey::from_jwk(pair.n() + "==", "AQAB"));
  CHECK_FALSE(RsaKey::from_jwk("not base64", "AQAB"));
  CHECK_FALSE(RsaKey::from_jwk(base64url(std::string(256, '\0')), "AQAB"));
}
