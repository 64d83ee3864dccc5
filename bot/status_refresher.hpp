#pragma once
// The planner's card shows how far the messages of a gathering have come, while they go out.
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
#include <unordered_map>

namespace bot {

/// Lives on the event loop.
class StatusRefresher {
 public:
  /// Makes the card as it is now; as handlers::refresh_status.
  using Refresh = std::function<handlers::Outcome(std::int64_t, store::Instant, const handlers::Services&)>;

  /// A gathering's card is edited at most once in `interval`; the last state is always shown.
  StatusRefresher(boost::asio::io_context&, Writer&, connector::OutboxSender&, const handlers::Policy&,
                  const store::Clock&, std::chrono::milliseconds interval = std::chrono::seconds(2),
                  Refresh = handlers::refresh_status);

  /// One of the gathering's messages has come to its end.
  void touched(std::int64_t gathering);

  /// Nothing more is shown; what is being shown ends by itself.
  void stop();

 private:
  struct Gathering {
    bool touched = true;
    boost::asio::steady_timer timer;
  };

  boost::asio::awaitable<void> run(std::int64_t id);
  boost::asio::awaitable<void> show(std::int64_t id);

  boost::asio::io_context& io_;
  Writer& writer_;
  connector::OutboxSender& sender_;
  const handlers::Policy& policy_;
  const store::Clock& clock_;
  std::chrono::milliseconds interval_;
  Refresh refresh_;
  std::unordered_map<std::int64_t, Gathering> gatherings_;
  bool stopping_ = false;
};

}  // namespace bot
