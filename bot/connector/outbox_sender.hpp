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
#include <unordered_set>

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

  /// What an earlier run of the program was posting when it ended becomes uncertain; what waited is taken up.
  /// Call it once, before the door opens.
  boost::asio::awaitable<void> resume();

  /// Takes up what waits in the database and is not on its way already (after the disk was full, say).
  boost::asio::awaitable<void> take_up();

  /// Delivers a message that has been committed to the outbox.
  void deliver(store::OutboxMessage);

  /// We were taken out of the conversation: what waits to be sent there, a repetition included, is given up.
  void close(const std::string& conversation);

  /// Ends when nothing is being posted any more, at the latest after `patience`. What still waits stays in
  /// the database for the next start.
  boost::asio::awaitable<void> stop(std::chrono::seconds patience);

  /// Forgets what no longer counts against the limits. Called now and then.
  void tidy() { limiter_.tidy(std::chrono::steady_clock::now()); }

  const Counts& counts() const { return counts_; }

 private:
  struct Waiting {
    store::OutboxMessage message;
    int posts = 0;         ///< how often this run of the program posted it
    bool dropped = false;  ///< not to be sent any more
  };

  struct Queue {
    std::deque<Waiting> messages;
    bool running = false;
    boost::asio::steady_timer* pause = nullptr;  ///< while it waits for a limit or a repetition
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
  boost::asio::awaitable<bool> deliver_one(Queue& queue, Waiting& waiting);
  boost::asio::awaitable<void> mark_as_sending(std::int64_t message);
  boost::asio::awaitable<Posted> post(store::OutboxMessage message);
  boost::asio::awaitable<void> await_turn(Queue& queue, const store::OutboxMessage& message);
  boost::asio::awaitable<void> pause(Queue& queue, std::chrono::steady_clock::duration);
  void write_down(store::Delivery delivery, store::Instant now);
  void settle(const store::OutboxMessage& message, const Posted& posted, const Verdict& verdict);
  void remember_removed(const store::OutboxMessage& message);

  boost::asio::io_context& io_;
  http::Client& client_;
  auth::AccessToken& token_;
  Writer& writer_;
  const store::Clock& clock_;
  ServiceUrlPolicy policy_;
  RateLimiter limiter_;
  std::unordered_map<std::string, Queue> queues_;  // by conversation
  std::unordered_set<std::int64_t> known_;         // messages in the queues
  std::mt19937_64 random_;
  boost::asio::steady_timer stopped_;  // cancelled whenever a queue ends during a stop
  bool stopping_ = false;
  Counts counts_;
};

}  // namespace bot::connector
