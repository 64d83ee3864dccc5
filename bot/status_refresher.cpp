#include "bot/status_refresher.hpp"

#include "bot/carry_out.hpp"
#include "config/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace bot {

namespace asio = boost::asio;
using config::Level;

StatusRefresher::StatusRefresher(asio::io_context& io, Writer& writer, connector::OutboxSender& sender,
                                 const handlers::Policy& policy, const store::Clock& clock,
                                 std::chrono::milliseconds interval, Refresh refresh)
    : io_(io),
      writer_(writer),
      sender_(sender),
      policy_(policy),
      clock_(clock),
      interval_(interval),
      refresh_(std::move(refresh)) {}

void StatusRefresher::touched(std::int64_t gathering) {
  if (stopping_) return;
  const auto [entry, fresh] = gatherings_.try_emplace(gathering, Gathering{true, asio::steady_timer(io_)});
  entry->second.touched = true;
  if (!fresh) return;
  asio::co_spawn(io_, run(gathering), [this, gathering](std::exception_ptr failure) {
    if (failure) config::log(Level::error, "status_not_shown", {{"gathering", gathering}});
    const bool again = !failure && gatherings_.at(gathering).touched;  // while it was ending
    gatherings_.erase(gathering);
    if (again) touched(gathering);
  });
}

void StatusRefresher::stop() {
  stopping_ = true;
  for (auto& [id, gathering] : gatherings_) gathering.timer.cancel();
}

asio::awaitable<void> StatusRefresher::run(std::int64_t id) {
  Gathering& gathering = gatherings_.at(id);
  while (std::exchange(gathering.touched, false) && !stopping_) {
    co_await show(id);
    gathering.timer.expires_after(interval_);
    boost::system::error_code ignored;
    if (!stopping_) co_await gathering.timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

asio::awaitable<void> StatusRefresher::show(std::int64_t id) {
  const auto now = clock_.now();
  std::vector<store::OutboxMessage> messages = co_await writer_.run([this, id, now](WriterContext& context) {
    const handlers::Services services{context.finder, context.transaction, policy_};
    return enqueue_notices(refresh_(id, now, services), now, context);
  });
  for (store::OutboxMessage& message : messages) sender_.deliver(std::move(message));
}

}  // namespace bot
