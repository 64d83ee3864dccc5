#include "bot/auth/token_cache.hpp"

#include <catch2/catch.hpp>

#include <string>

using bot::auth::Claims;
using bot::auth::sha256;
using bot::auth::TokenCache;

namespace {

const store::Instant now{std::chrono::seconds(1'795'000'000)};

Claims claims(const std::string& service_url) {
  Claims made;
  made.service_url = service_url;
  made.expires = now + std::chrono::hours(1);
  return made;
}

}  // namespace

TEST_CASE("token cache: finds what was added, until it ends", "[auth][token_cache]") {
  TokenCache cache(10);
  cache.add(sha256("a"), 1, claims("x"), now);
  REQUIRE(cache.find(sha256("a"), 1, now) != nullptr);
  CHECK(cache.find(sha256("a"), 1, now)->service_url == "x");
  CHECK(cache.find(sha256("b"), 1, now) == nullptr);
  CHECK(cache.find(sha256("a"), 1, now + std::chrono::seconds(3599)) != nullptr);
  CHECK(cache.find(sha256("a"), 1, now + std::chrono::hours(1)) == nullptr);
  CHECK(cache.size() == 0);
}

TEST_CASE("token cache: believes nothing that other keys said", "[auth][token_cache]") {
  TokenCache cache(10);
  cache.add(sha256("a"), 1, claims("x"), now);
  CHECK(cache.find(sha256("a"), 2, now) == nullptr);
  CHECK(cache.find(sha256("a"), 1, now) == nullptr);
}

TEST_CASE("token cache: holds no more than it may, the oldest goes", "[auth][token_cache]") {
  TokenCache cache(3);
  for (int i = 0; i < 10; ++i) cache.add(sha256(std::to_string(i)), 1, claims("x"), now);
  CHECK(cache.size() == 3);
  CHECK(cache.find(sha256("6"), 1, now) == nullptr);
  CHECK(cache.find(sha256("7"), 1, now) != nullptr);
  cache.add(sha256("7"), 1, claims("y"), now);
  CHECK(cache.size() == 3);
  TokenCache none(0);
  none.add(sha256("a"), 1, claims("x"), now);
  CHECK(none.size() == 0);
}

TEST_CASE("token cache: a token an hour leaves nothing behind when it has ended", "[auth][token_cache]") {
  TokenCache cache(4096);
  for (int hour = 0; hour < 1000; ++hour) {
    const auto then = now + std::chrono::hours(hour);
    Claims made = claims("x");
    made.expires = then + std::chrono::hours(2);
    cache.add(sha256(std::to_string(hour)), 1, made, then);
    REQUIRE(cache.size() <= 2);
  }
  cache.add(sha256("under other keys"), 2, claims("x"), now);
  CHECK(cache.size() == 1);
}
