#pragma once
// The one exit: posts what the outbox holds, one message at a time in a conversation, and writes down how it
// ended. States: store/README.md. What follows an attempt: retry_policy.hpp.
#include "bot/connector/connector_client.hpp"
#include "bot/connector/rate_limiter.hpp"
#include "bot/connector/slots.hpp"
#include "bot/writer.hpp"
#include "store/outbox.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <list>
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

  /// `ended(gathering)` is called whenever a copy of a gathering's message has come to its end, and is
  /// written down before anything that the callee gives to the writer. Not for copies of its status card.
  void watch(std::function<void(std::int64_t)> ended) { ended_ = std::move(ended); }

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

  /// How many of those that wait are held in memory with their text.
  std::size_t held_texts() const;

 private:
  struct Waiting {
    store::OutboxMessage message;
    int posts = 0;              ///< how often this run of the program posted it
    bool dropped = false;       ///< not to be sent any more
    bool remade = false;        ///< its chat was gone and has been made anew: that happens once
    std::string replaced = {};  ///< the message that it was to edit, which somebody had deleted
  };

  /// The messages to one conversation, or to one person whose chat is to be made: then they move on.
  struct Queue {
    std::list<Waiting> messages;  ///< nearly always one: a deque begins with room for many
    bool running = false;
    boost::asio::steady_timer* pause = nullptr;  ///< while it waits for a limit or a repetition
  };

  /// What became of the first message of a queue.
  enum class Step { done, again, moved };

  /// By conversation, or by person. What stands in it stays where it is until its own coroutine ends.
  using Queues = std::unordered_map<std::string, Queue>;

  void start(Queues::value_type& entry);
  boost::asio::awaitable<bool> fetch_text(store::OutboxMessage& message);
  void append(Waiting waiting);
  boost::asio::awaitable<void> run(Queues::value_type& entry);
  boost::asio::awaitable<Step> deliver_one(Queue& queue, Waiting& waiting);
  boost::asio::awaitable<Step> make_conversation(Queue& queue, const std::string& key);
  boost::asio::awaitable<bool> ready(Queue& queue, Waiting& waiting, const std::string& key, Slots* slots,
                                     Slots::Held& slot);
  boost::asio::awaitable<bool> claim(store::OutboxMessage& message);
  boost::asio::awaitable<Step> follow_up(Waiting& waiting, const Posted& posted, const Verdict& verdict);
  boost::asio::awaitable<bool> forget_conversation(store::OutboxMessage& message);
  boost::asio::awaitable<std::string> find_conversation(const store::OutboxMessage& message);
  boost::asio::awaitable<void> move_on(Queue& queue, std::string conversation, bool made);
  boost::asio::awaitable<void> readdress(store::OutboxMessage message);
  boost::asio::awaitable<void> pause(Queue& queue, std::chrono::steady_clock::duration);
  Verdict verdict_on(Posted& posted, Waiting& waiting);
  void write_down(store::Delivery delivery, store::Instant now);
  void settle(const Waiting& waiting, const Posted& posted, const Verdict& verdict);
  void settle_dropped(const Waiting& waiting);
  void forget_first(Queue& queue);
  void remember_removed(const store::OutboxMessage& message);

  boost::asio::io_context& io_;
  ConnectorClient connector_;
  Writer& writer_;
  const store::Clock& clock_;
  RateLimiter limiter_;
  Slots broadcasts_;  // those on their way
  Queues queues_;
  std::unordered_set<std::int64_t> known_;  // messages in the queues
  std::mt19937_64 random_;
  boost::asio::steady_timer stopped_;  // cancelled whenever a queue ends during a stop
  bool stopping_ = false;
  Counts counts_;
  std::function<void(std::int64_t)> ended_ = [](std::int64_t) {};
};

}  // namespace bot::connector
