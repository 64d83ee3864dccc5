#pragma once
// What happens because its time has come: reminders and the like. Sleeps until the next is due; does what is
// due in transactions of their own between those of the turns.
#include "bot/connector/outbox_sender.hpp"
#include "bot/writer.hpp"
#include "handlers/due_work.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace bot {

/// Lives on the event loop.
class Scheduler {
 public:
  struct Counts {
    std::uint64_t batches = 0;
    std::uint64_t put_off = 0;               ///< failed, and will be tried again later
    std::uint64_t planned = 0;               ///< as of the last look
    std::optional<store::Instant> next_due;  ///< as of the last look
  };

  /// Does what is due; as handlers::run_due.
  using DueWork = std::function<handlers::Outcome(store::Instant, const handlers::Services&, int limit)>;

  /// Everything belongs to the caller.
  Scheduler(boost::asio::io_context&, Writer&, connector::OutboxSender&, const handlers::Policy&,
            const store::Clock&, DueWork = handlers::run_due);

  /// Runs until stop().
  boost::asio::awaitable<void> run();

  /// Something was planned or withdrawn: looks again at once.
  void wake();

  /// Ends run() after the batch in progress.
  void stop();

  const Counts& counts() const { return counts_; }

  /// How long the earliest that is planned has been due; 0 if none is.
  std::chrono::seconds lateness() const;

 private:
  /// What one look at the data found.
  struct Seen {
    std::optional<store::Instant> next_due;
    std::optional<std::int64_t> planned;  ///< if they were counted
  };
  /// What one batch did.
  struct Done {
    std::vector<store::OutboxMessage> messages;
    bool stuck = false;  ///< the earliest is still the same: nothing was done about it
    std::optional<store::Instant> next_due;
  };

  bool due() const;
  boost::asio::awaitable<void> look();
  boost::asio::awaitable<void> do_due();
  boost::asio::awaitable<bool> do_batch(int limit);
  boost::asio::awaitable<void> put_off_earliest();
  boost::asio::awaitable<void> sleep(std::chrono::seconds);

  Writer& writer_;
  connector::OutboxSender& sender_;
  const handlers::Policy& policy_;
  const store::Clock& clock_;
  DueWork due_work_;
  boost::asio::steady_timer timer_;
  std::chrono::steady_clock::time_point counted_{};
  bool woken_ = false;
  bool stopping_ = false;
  Counts counts_;
};

}  // namespace bot
