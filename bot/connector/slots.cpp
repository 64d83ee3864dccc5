#include "bot/connector/slots.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace bot::connector {

namespace asio = boost::asio;

asio::awaitable<Slots::Held> Slots::take() {
  if (free_ > 0 && !stopped_) {
    --free_;
    co_return Held(*this);
  }
  if (stopped_) co_return Held();
  asio::steady_timer timer(io_, asio::steady_timer::time_point::max());
  waiting_.push_back(&timer);
  boost::system::error_code ignored;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  if (stopped_) co_return Held();
  co_return Held(*this);  // handed over by whoever woke it
}

void Slots::stop() {
  stopped_ = true;
  while (!waiting_.empty()) give_back();
}

void Slots::give_back() {
  if (waiting_.empty()) {
    ++free_;
    return;
  }
  waiting_.front()->cancel();
  waiting_.pop_front();
}

}  // namespace bot::connector
