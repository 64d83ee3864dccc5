#include "bot/connector/rate_limiter.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace std::chrono_literals;
using bot::connector::RateLimiter;

const RateLimiter::Time start{};

/// Sends as fast as the limiter allows; returns the time of the n-th message after the first.
RateLimiter::Time send(RateLimiter& limiter, int n, const char* tenant, const char* conversation) {
  auto now = start;
  for (int i = 0; i < n; ++i) {
    now = limiter.earliest(tenant, conversation, now);
    limiter.sent(tenant, conversation, now);
  }
  return now;
}

}  // namespace

TEST_CASE("rate limiter: seven in a second, eight in two, sixty in thirty", "[bot]") {
  RateLimiter limiter(0);
  CHECK(send(limiter, 7, "t", "c") == start);
  RateLimiter other(0);
  CHECK(send(other, 8, "t", "c") == start + 1s);
  RateLimiter third(0);
  CHECK(send(third, 9, "t", "c") == start + 2s);
  RateLimiter long_run(0);
  CHECK(send(long_run, 61, "t", "c") >= start + 30s);
  RateLimiter hour(0);
  CHECK(send(hour, 1801, "t", "c") >= start + 3600s);
}

TEST_CASE("rate limiter: conversations don't wait for each other, tenants have one limit", "[bot]") {
  RateLimiter limiter(50);
  send(limiter, 7, "t", "a");
  CHECK(limiter.earliest("t", "b", start) == start);
  for (int i = 0; i < 43; ++i) send(limiter, 1, "t", ("c" + std::to_string(i)).c_str());
  CHECK(limiter.earliest("t", "z", start) == start + 1s);
  CHECK(limiter.earliest("u", "z", start) == start);
}

TEST_CASE("rate limiter: forgets what no longer counts", "[bot]") {
  RateLimiter limiter(0);
  send(limiter, 8, "t", "c");
  limiter.tidy(start + 2h);
  CHECK(limiter.earliest("t", "c", start + 2h) == start + 2h);
  CHECK(limiter.size().conversations == 0);
}

TEST_CASE("rate limiter: an hour of messages is counted, not kept", "[bot]") {
  RateLimiter limiter(0);
  auto now = start;
  for (int i = 0; i < 3000; ++i) {
    now = limiter.earliest("t", "c", now + 1s);
    limiter.sent("t", "c", now);
  }
  CHECK(limiter.size().entries_max <= 60 + 7);  // exact for half a minute, then by ten minutes
  CHECK(now >= start + 3600s);                  // and the hour's limit held
  CHECK(now <= start + 5400s);
}

TEST_CASE("rate limiter: the hour's limit holds a message back ten minutes more than Teams at most",
          "[bot]") {
  RateLimiter limiter(0);
  const auto begin = start + 3s;
  for (int i = 0; i < 1800; ++i) limiter.sent("t", "c", begin + i * 1s);
  const auto now = begin + 1800s;
  CHECK(limiter.earliest("t", "c", now) >= begin + 3600s);
  CHECK(limiter.earliest("t", "c", now) <= begin + 3600s + 10min);
  CHECK(limiter.earliest("t", "other", now) == now);
}
