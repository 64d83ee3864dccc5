#include "bot/auth/single_flight.hpp"

#include "tests/support/bot/run_coro.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

namespace asio = boost::asio;
using bot::auth::SingleFlight;

namespace {

asio::awaitable<void> work(asio::io_context& io, int& steps) {
  ++steps;
  co_await asio::post(io, asio::use_awaitable);
  ++steps;
}

}  // namespace

TEST_CASE("single flight: nothing running means no waiting", "[auth][single_flight]") {
  support::EventLoop loop;
  SingleFlight flight;
  CHECK_FALSE(flight.running());
  loop.run(flight.finished());
}

TEST_CASE("single flight: all who wait go on when the work is done, and it can start again",
          "[auth][single_flight]") {
  support::EventLoop loop;
  SingleFlight flight;
  int steps = 0;
  int waited = 0;
  bool done = false;
  for (int round = 1; round <= 2; ++round) {
    flight.start(loop.io().get_executor(), work(loop.io(), steps));
    CHECK(flight.running());
    done = false;
    for (int i = 0; i < 10; ++i) {
      asio::co_spawn(loop.io(), flight.finished(), [&](std::exception_ptr) {
        CHECK(steps == 2 * round);
        done = ++waited == 10 * round;
      });
    }
    loop.run_until(done);
    CHECK_FALSE(flight.running());
  }
}

TEST_CASE("single flight: the work outlives the one who started it", "[auth][single_flight]") {
  support::EventLoop loop;
  int steps = 0;
  {
    SingleFlight flight;
    flight.start(loop.io().get_executor(), work(loop.io(), steps));
  }
  loop.io().run();
  CHECK(steps == 2);
}
