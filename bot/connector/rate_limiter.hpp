#pragma once
// Teams' limits for one conversation and for the whole tenant ("Rate limiting for bots"): better to wait than
// to be refused.
#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace bot::connector {

/// Times are of a monotonic clock that the caller reads. Not thread-safe.
class RateLimiter {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `per_second` is the limit over all conversations of a tenant; 0 means none.
  explicit RateLimiter(int per_second) : per_second_(per_second) {}

  /// The earliest time at which a message may leave; `now` if at once.
  Time earliest(const std::string& tenant, const std::string& conversation, Time now);

  /// A message leaves at `now`.
  void sent(const std::string& tenant, const std::string& conversation, Time now);

  /// Forgets conversations in which nothing counts any more. Called now and then.
  void tidy(Time now);

  /// What is kept: conversations, and the entries of the one with the most.
  struct Size {
    std::size_t conversations = 0;
    std::size_t entries_max = 0;
  };
  Size size() const;

 private:
  struct Window {
    std::uint32_t messages;
    std::chrono::seconds length;
  };
  // Send to conversation, per bot and conversation.
  static constexpr std::array<Window, 4> windows{
      Window{7, std::chrono::seconds(1)}, Window{8, std::chrono::seconds(2)},
      Window{60, std::chrono::seconds(30)}, Window{1800, std::chrono::seconds(3600)}};

  /// Messages that left in one slice of time; a single one as long as short windows need its exact time.
  struct Slice {
    Time last;
    std::uint32_t messages;
  };
  using Slices = std::vector<Slice>;  // a vector: a deque begins with half a KB
  static void forget_old(Slices& slices, Time now);

  int per_second_;
  // By the hash of the conversation's id: two that share one wait for each other, and that is all.
  std::unordered_map<std::size_t, Slices> conversations_;
  std::unordered_map<std::string, std::deque<Time>> tenants_;
};

}  // namespace bot::connector
