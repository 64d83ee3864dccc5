#include "bot/scheduler.hpp"

#include "store/reminders.hpp"
#include "tests/support/bot/fake_connector.hpp"

#include <boost/asio/co_spawn.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>

namespace {

using namespace std::chrono_literals;
using support::Exit;

/// A scheduler over a real database; personal reminders go to the fake connector.
struct Scene {
  Exit exit;
  handlers::Policy policy;
  bot::Scheduler scheduler;
  bool ended = false;

  explicit Scene(bot::Scheduler::DueWork due_work = handlers::run_due)
      : scheduler(exit.loop.io(), exit.writer, exit.sender, policy, exit.clock, std::move(due_work)) {
    policy.quiet_from_hour = policy.quiet_to_hour = 0;
    know("a:1");
  }
  ~Scene() {
    scheduler.stop();
    if (started_) exit.loop.run_until(ended);
  }

  void know(const std::string& conversation) {
    const auto now = exit.clock.time;
    exit.write([&, now](bot::WriterContext& context) {
      store::ConversationReference chat;
      chat.tenant = "tenant";
      chat.conversation = conversation;
      chat.type = "personal";
      chat.user_entra_id = "user-1";
      chat.service_url = exit.teams.service_url();
      chat.bot = "28:bot";
      return store::remember_conversation(context.transaction, chat, now);
    });
  }
  void start() {
    started_ = true;
    boost::asio::co_spawn(exit.loop.io(), scheduler.run(), [this](std::exception_ptr failure) {
      CHECK_FALSE(failure);
      ended = true;
    });
  }
  std::int64_t plan(std::chrono::seconds in, std::chrono::seconds useful = 1h,
                    const std::string& what = "kaffe", const std::string& conversation = "a:1") {
    const auto now = exit.clock.time;
    const auto id = exit.write([=](bot::WriterContext& context) {
      store::Reminder reminder;
      reminder.kind = store::ReminderKind::personal;
      reminder.due = now + in;
      reminder.useful_until = reminder.due + useful;
      reminder.tenant = "tenant";
      reminder.conversation = conversation;
      reminder.subject = "user-1";
      reminder.language = "da";
      reminder.text = what;
      return store::plan_reminder(context.transaction, reminder);
    });
    scheduler.wake();
    return id;
  }
  /// Runs until nothing that is planned is due, and what that led to is sent.
  void settle() {
    const auto due = [this] {
      const auto now = exit.clock.time;
      return exit.write([now](bot::WriterContext& context) {
        return !store::due_reminders(context.transaction.database(), now, 1).empty();
      });
    };
    while (due()) continue;
    exit.settle();
  }
  std::size_t planned() {
    return exit.write([](bot::WriterContext& context) {
      return store::reminders_of(context.transaction.database(), "user-1").size();
    });
  }

 private:
  bool started_ = false;
};

}  // namespace

TEST_CASE("scheduler: what is due when it starts is done, once", "[bot][scheduler]") {
  Scene scene;
  scene.plan(0s);
  scene.start();
  scene.settle();
  REQUIRE(scene.exit.teams.requests.size() == 1);
  CHECK(scene.exit.teams.requests[0].body.dump().find("kaffe") != std::string::npos);
  CHECK(scene.planned() == 0);
  scene.scheduler.wake();
  scene.settle();
  CHECK(scene.exit.teams.requests.size() == 1);
}

TEST_CASE("scheduler: what is planned for later waits for its time", "[bot][scheduler]") {
  Scene scene;
  scene.start();
  scene.plan(2h);
  scene.settle();
  CHECK(scene.exit.teams.requests.empty());
  CHECK(scene.scheduler.lateness() == 0s);
  scene.exit.clock.time += 2h;
  scene.scheduler.wake();
  scene.settle();
  CHECK(scene.exit.teams.requests.size() == 1);
}

TEST_CASE("scheduler: many that are due at once are all done", "[bot][scheduler]") {
  Scene scene;
  // In one chat Teams' limits would make the last one wait for minutes.
  for (int i = 0; i < 250; ++i) {
    const auto conversation = "a:" + std::to_string(1 + i / 5);
    if (i % 5 == 0) scene.know(conversation);
    scene.plan(-1min * (i % 7), 1h, "kaffe", conversation);
  }
  scene.start();
  scene.settle();
  CHECK(scene.planned() == 0);
  CHECK(scene.scheduler.counts().batches >= 3);
  CHECK(scene.scheduler.counts().put_off == 0);
}

TEST_CASE("scheduler: tells how late the earliest is", "[bot][scheduler]") {
  Scene scene;
  scene.start();
  scene.plan(2h);
  scene.settle();
  CHECK(scene.scheduler.counts().next_due == scene.exit.clock.time + 2h);
  scene.exit.clock.time += 2h + 6min;
  CHECK(scene.scheduler.lateness() == 6min);
}

TEST_CASE("scheduler: one that cannot be done is put off by an hour, and the others are done",
          "[bot][scheduler]") {
  const bool throws = GENERATE(true, false);
  Scene scene([throws](store::Instant now, const handlers::Services& services, int limit) {
    const auto due = store::due_reminders(services.transaction.database(), now, limit);
    const bool poisoned = std::any_of(due.begin(), due.end(), [](const auto& r) { return r.text == "gift"; });
    if (poisoned && throws) throw std::runtime_error("cannot be done");
    if (poisoned) return handlers::Outcome{};
    return handlers::run_due(now, services, limit);
  });
  scene.plan(-3min);
  scene.plan(-2min, 3h, "gift");
  scene.plan(-1min, 10min, "gift");
  scene.plan(-1min);
  scene.start();
  scene.settle();
  CHECK(scene.scheduler.counts().put_off == 2);
  CHECK(scene.exit.teams.requests.size() == 2);
  const auto left = scene.exit.write([](bot::WriterContext& context) {
    return store::reminders_of(context.transaction.database(), "user-1");
  });
  REQUIRE(left.size() == 1);  // the other would have been of no use in an hour
  CHECK(left.front().due == scene.exit.clock.time + 1h);
}
