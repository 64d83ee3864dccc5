#include "bot/http/deadline.hpp"

#include <boost/asio/steady_timer.hpp>

namespace bot::http {

namespace {
using Clock = std::chrono::steady_clock;
constexpr Clock::time_point never = Clock::time_point::max();
}  // namespace

struct Deadline::State : std::enable_shared_from_this<State> {
  boost::asio::steady_timer timer;
  std::function<void()> passed;
  Clock::time_point at = never;        ///< the deadline
  Clock::time_point rings_at = never;  ///< what the timer is set to; never: it is not running

  State(const boost::asio::any_io_executor& executor, std::function<void()> f)
      : timer(executor), passed(std::move(f)) {}

  void arm() {
    rings_at = at;
    timer.expires_at(at);
    // A weak pointer: a timer that is running must not keep its connection alive.
    timer.async_wait([weak = weak_from_this(), rings = at](const boost::system::error_code& error) {
      if (const auto self = weak.lock(); self && !error && self->rings_at == rings) {
        self->ring();
      }
    });
  }

  void ring() {
    rings_at = never;
    if (at == never) {
      return;
    }
    if (Clock::now() < at) {
      arm();
      return;
    }
    at = never;
    passed();
  }
};

Deadline::Deadline(const boost::asio::any_io_executor& executor, std::function<void()> passed)
    : state_(std::make_shared<State>(executor, std::move(passed))) {}

Deadline::~Deadline() {
  cancel();
  state_->passed = nullptr;
}

void Deadline::set(Clock::duration from_now) {
  set_at(Clock::now() + from_now);
}

void Deadline::set_at(Clock::time_point at) {
  state_->at = at;
  if (at < state_->rings_at) {
    state_->arm();
  }
}

void Deadline::clear() {
  state_->at = never;
}

void Deadline::cancel() {
  state_->at = never;
  state_->rings_at = never;
  state_->timer.cancel();
}

}  // namespace bot::http
