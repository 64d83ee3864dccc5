#include "bot/auth/single_flight.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace bot::auth {
namespace asio = boost::asio;

struct SingleFlight::State {
  bool running = false;
  std::shared_ptr<asio::steady_timer> end;  ///< never rings; cancelling it wakes all who wait
};

SingleFlight::SingleFlight() : state_(std::make_shared<State>()) {}

bool SingleFlight::running() const {
  return state_->running;
}

void SingleFlight::start(asio::any_io_executor executor, asio::awaitable<void> work) {
  state_->end = std::make_shared<asio::steady_timer>(executor, asio::steady_timer::time_point::max());
  state_->running = true;
  asio::co_spawn(executor, std::move(work), [state = state_](std::exception_ptr error) {
    state->running = false;
    state->end->cancel();
    if (error) std::rethrow_exception(error);
  });
}

asio::awaitable<void> SingleFlight::finished() {
  const auto state = state_;
  while (state->running) {
    const auto end = state->end;
    co_await end->async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace bot::auth
