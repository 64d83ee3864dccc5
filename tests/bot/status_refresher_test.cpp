#include "bot/status_refresher.hpp"

#include "tests/support/bot/fake_connector.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace std::chrono_literals;
using support::Exit;

/// Counts how often a card was made, and what it showed: `state`, which the test changes.
struct Scene {
  Exit exit;
  handlers::Policy policy;
  int state = 0;
  std::vector<int> shown;
  bot::StatusRefresher refresher;

  explicit Scene(std::chrono::milliseconds interval)
      : refresher(exit.loop.io(), exit.writer, exit.sender, policy, exit.clock, interval,
                  [this](std::int64_t, store::Instant, const handlers::Services&) {
                    shown.push_back(state);
                    handlers::Outcome outcome;
                    handlers::Notice notice;
                    notice.to.tenant = "tenant";
                    notice.to.conversation = "a:1";
                    notice.to.service_url = exit.teams.service_url();
                    notice.reply.text = std::to_string(state);
                    notice.reply.update_activity = "m1";
                    outcome.notices.push_back(std::move(notice));
                    return outcome;
                  }) {}

  ~Scene() {
    refresher.stop();
    exit.loop.io().restart();
    exit.loop.io().poll();  // what was waiting ends
  }

  void run_until_shown(std::size_t times) {
    while (exit.teams.requests.size() < times) exit.write([](bot::WriterContext&) { return true; });
    exit.settle();
  }
};

}  // namespace

TEST_CASE("status refresher: many ends in a row are one or two edits, and the last state is shown", "[bot]") {
  Scene scene(20ms);
  for (scene.state = 1; scene.state < 50; ++scene.state) scene.refresher.touched(7);
  scene.run_until_shown(1);
  scene.state = 99;
  scene.refresher.touched(7);
  scene.refresher.touched(7);
  scene.run_until_shown(2);
  CHECK(scene.shown.size() == 2);
  CHECK(scene.shown.back() == 99);
  CHECK(scene.exit.teams.requests.back().line == "PUT /v3/conversations/a%3A1/activities/m1");
  CHECK(scene.exit.teams.requests.back().body.at("text") == "99");
}

TEST_CASE("status refresher: what comes within the interval waits for its end", "[bot]") {
  Scene scene(1h);
  scene.refresher.touched(7);
  scene.run_until_shown(1);
  scene.refresher.touched(7);
  for (int i = 0; i < 100; ++i) scene.exit.write([](bot::WriterContext&) { return true; });
  CHECK(scene.shown.size() == 1);
  scene.refresher.touched(8);  // another gathering does not wait
  scene.run_until_shown(2);
  CHECK(scene.shown.size() == 2);
}
