#include "bot/housekeeping.hpp"

#include "store/outbox.hpp"
#include "store/pruning.hpp"
#include "store/reminders.hpp"
#include "store/seen_activities.hpp"
#include "tests/store/temporary_folder.hpp"

#include <boost/asio/co_spawn.hpp>
#include <catch2/catch.hpp>

#include <exception>

namespace {

using namespace std::chrono_literals;

const store::Instant now{std::chrono::seconds(1'774'429'200)};

void add_sent(store::Transaction& transaction, store::Instant when) {
  const auto id = store::enqueue(transaction, {.conversation = "c", .payload = "{}"}, when);
  store::record(transaction, {.message = id, .activity = "a1"}, when);
}

void add_done_reminder(store::Transaction& transaction) {
  const store::Instant when = now - 31 * 24h;
  store::finish_reminder(transaction, store::plan_reminder(transaction, {.due = when}), false, when);
}

}  // namespace

TEST_CASE("housekeeping: a busy hour's messages all go when their month is over, the younger ones stay",
          "[bot]") {
  const tests::TemporaryFolder folder;
  boost::asio::io_context io;
  bot::Writer writer(io, folder / "a.db");
  boost::asio::co_spawn(
      io,
      [&]() -> boost::asio::awaitable<void> {
        co_await writer.run([](bot::WriterContext& context) {
          for (int i = 0; i < 2 * store::prune_step + 7; ++i) add_sent(context.transaction, now - 31 * 24h);
          for (int i = 0; i < 3; ++i) add_sent(context.transaction, now - 29 * 24h);
          for (int i = 0; i < store::prune_step + 7; ++i) add_done_reminder(context.transaction);
          store::take_delivery(context.transaction, {"yesterday"}, now - 25h);
          store::take_delivery(context.transaction, {"today"}, now - 23h);
          return 0;
        });
        const auto today = std::chrono::floor<std::chrono::days>(now);
        co_await bot::forget_what_is_old(writer, {.question_log_days = 90, .leaver_days = 365},
                                         store::Day{today.time_since_epoch()}, now);
      },
      [](std::exception_ptr failure) { CHECK_FALSE(failure); });
  io.run();
  writer.stop();
  store::Database database(folder / "a.db", store::Database::Create::no);
  CHECK(store::count_messages(database, store::OutboxState::sent) == 3);
  store::Transaction transaction(database);
  CHECK(store::forget_reminders(transaction, now) == 0);
  CHECK(store::take_delivery(transaction, {"today"}, now));
  CHECK_FALSE(store::take_delivery(transaction, {"yesterday"}, now));
}
