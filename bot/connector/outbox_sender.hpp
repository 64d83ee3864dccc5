#pragma once
// The one exit: posts what the outbox holds, one message at a time in a conversation, and writes down how it
// ended. States: store/README.md. What follows an attempt: retry_policy.hpp.
#include "bot/auth/access_token.hpp"
#include "bot/connector/rate_limiter.hpp"
#include "bot/connector/retry_policy.hpp"
#include "bot/connector/service_url.hpp"
#include "bot/http/client.hpp"
#include "bot/writer.hpp"
#include "store/outbox.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>

namespace bot::connector {

/// Lives on one event loop.
class OutboxSender {
 public:
  struct Counts {
    std::uint64_t sent = 0;
    std::uint64_t retried = 0;
    std::uint64_t given_up = 0;
    std::uint64_t uncertain = 0;
    std::uint64_t waiting = 0;  ///< in memory: due now or later
    store::Instant last_sent{};
  };

  OutboxSender(boost::asio::io_context&, http::Client&, auth::AccessToken&, Writer&, const store::Clock&,
               ServiceUrlPolicy, int requests_per_second);

  /// Takes up what an earlier run of the program left behind. Call it once, before the door opens.
  boost::asio::awaitable<void> resume();

  /// Delivers a message that has been committed to the outbox.
  void deliver(store::OutboxMessage);

  /// Ends when nothing is being posted any more, at the latest after `patience`. What still waits stays in
  /// the database for the next start.
  boost::asio::awaitable<void> stop(std::chrono::seconds patience);

  /// Forgets what no longer counts against the limits. Called now and then.
  void tidy() { limiter_.tidy(std::chrono::steady_clock::now()); }

  const Counts& counts() const { return counts_; }

 private:
  struct Queue {
    std::deque<store::OutboxMessage> messages;
    bool running = false;
  };

  /// How one posting ended, with what the connector said.
  struct Posted {
    Attempt attempt;
    std::string activity;  ///< the new message's id
    std::string error;     ///< for the ledger
    std::string token;     ///< that was used
  };

  void start(const std::string& conversation);
  boost::asio::awaitable<void> run(std::string conversation);
  boost::asio::awaitable<bool> deliver_one(store::OutboxMessage& message);
  boost::asio::awaitable<Posted> post(store::OutboxMessage message);
  boost::asio::awaitable<bool> pause(std::chrono::steady_clock::duration);
  boost::asio::awaitable<void> await_turn(std::string tenant, std::string conversation);
  void settle(const store::OutboxMessage& message, const Posted& posted, const Verdict& verdict);
  void close_conversation(const store::OutboxMessage& message, const std::string& error);

  boost::asio::io_context& io_;
  http::Client& client_;
  auth::AccessToken& token_;
  Writer& writer_;
  const store::Clock& clock_;
  ServiceUrlPolicy policy_;
  RateLimiter limiter_;
  std::unordered_map<std::string, Queue> queues_;  // by conversation
  std::mt19937_64 random_;
  boost::asio::steady_timer stopped_;  // cancelled when the last queue ends during a stop
  std::unordered_map<std::uint64_t, boost::asio::steady_timer*> pauses_;
  std::uint64_t pause_count_ = 0;
  bool stopping_ = false;
  Counts counts_;
};

}  // namespace bot::connector
