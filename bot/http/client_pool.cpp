#include "bot/http/client_pool.hpp"

#include <algorithm>

namespace bot::http {

bool Pool::try_acquire() {
  if (used_ >= limit_) return false;
  ++used_;
  return true;
}

boost::asio::awaitable<bool> Pool::acquire(TimePoint deadline) {
  if (try_acquire()) co_return true;
  auto waiter = std::make_shared<Waiter>(io_, deadline);
  waiters_.push_back(waiter);
  co_await waiter->turn.async_wait(nothrow);
  if (!waiter->granted) {
    std::erase(waiters_, waiter);
  }
  co_return waiter->granted;
}

void Pool::release() {
  if (waiters_.empty()) {
    --used_;
    return;
  }
  const std::shared_ptr<Waiter> next = std::move(waiters_.front());
  waiters_.pop_front();
  next->granted = true;
  next->turn.cancel();
}

std::unique_ptr<ClientConnection> Pool::take_kept(TimePoint idle_before) {
  close_idle(idle_before);
  while (!kept_.empty()) {
    std::unique_ptr<ClientConnection> connection = std::move(kept_.back());
    kept_.pop_back();
    if (connection->is_quiet()) {
      return connection;
    }
  }
  return nullptr;
}

void Pool::keep(std::unique_ptr<ClientConnection> connection) {
  connection->idle_since = std::chrono::steady_clock::now();
  kept_.push_back(std::move(connection));
}

void Pool::close_idle(TimePoint idle_before) {
  const auto good = std::find_if(kept_.begin(), kept_.end(), [&](const auto& connection) {
    return connection->idle_since >= idle_before;
  });
  kept_.erase(kept_.begin(), good);
}

}  // namespace bot::http
