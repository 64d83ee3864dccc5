#include "bot/connector/slots.hpp"

#include "tests/support/bot/run_coro.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace {

using bot::connector::Slots;

/// Takes a slot and keeps it in `held`; notes who got one, in order.
boost::asio::awaitable<void> take(Slots& slots, std::vector<Slots::Held>& held, std::string& order,
                                  char name) {
  Slots::Held slot = co_await slots.take();
  order += slot ? name : '-';
  held.push_back(std::move(slot));
}

struct Scene {
  support::EventLoop loop;
  Slots slots{loop.io(), 2};
  std::vector<Slots::Held> held;
  std::string order;

  Scene() {
    held.reserve(10);
    for (const char name : std::string("abcd"))
      boost::asio::co_spawn(loop.io(), take(slots, held, order, name),
                            [](std::exception_ptr failure) { CHECK_FALSE(failure); });
    poll();
  }
  void poll() {
    loop.io().restart();
    loop.io().poll();
  }
};

}  // namespace

TEST_CASE("slots: so many at a time, then in the order of coming", "[bot][connector]") {
  Scene scene;
  CHECK(scene.order == "ab");
  scene.held.erase(scene.held.begin());
  scene.poll();
  CHECK(scene.order == "abc");
  scene.held.erase(scene.held.begin());
  scene.poll();
  CHECK(scene.order == "abcd");
  scene.held.clear();
  scene.poll();
  boost::asio::co_spawn(scene.loop.io(), take(scene.slots, scene.held, scene.order, 'e'),
                        [](std::exception_ptr) {});
  scene.poll();
  CHECK(scene.order == "abcde");
}

TEST_CASE("slots: after the stop nobody waits, and nobody gets one", "[bot][connector]") {
  Scene scene;
  scene.slots.stop();
  scene.poll();
  CHECK(scene.order == "ab--");
  boost::asio::co_spawn(scene.loop.io(), take(scene.slots, scene.held, scene.order, 'e'),
                        [](std::exception_ptr) {});
  scene.poll();
  CHECK(scene.order == "ab---");
}
