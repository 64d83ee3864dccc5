#include "bot/scheduler.hpp"

#include "bot/carry_out.hpp"
#include "config/log.hpp"
#include "store/reminders.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace bot {
namespace {

namespace asio = boost::asio;
using config::Level;
using namespace std::chrono_literals;

// Clocks are set, and other processes import: no look is older than this.
constexpr std::chrono::seconds longest_sleep = 30s;
// Counting reads all that is planned, so not at every look.
constexpr std::chrono::seconds count_every = 20s;
// So that turns get in between.
constexpr int batch_size = 100;
// What fails is tried again after this: often enough for a fault that somebody repairs, and no flood of
// errors.
constexpr std::chrono::seconds put_off_by = 1h;

std::optional<std::int64_t> earliest_due(store::Database& database, store::Instant now) {
  const auto due = store::due_reminders(database, now, 1);
  return due.empty() ? std::nullopt : std::optional(due.front().id);
}

}  // namespace

Scheduler::Scheduler(asio::io_context& io, Writer& writer, connector::OutboxSender& sender,
                     const handlers::Policy& policy, const store::Clock& clock, DueWork due_work)
    : writer_(writer),
      sender_(sender),
      policy_(policy),
      clock_(clock),
      due_work_(std::move(due_work)),
      timer_(io) {}

void Scheduler::wake() {
  woken_ = true;
  timer_.cancel();
}

void Scheduler::stop() {
  stopping_ = true;
  timer_.cancel();
}

std::chrono::seconds Scheduler::lateness() const {
  if (!counts_.next_due) return 0s;
  return std::max<std::chrono::seconds>(clock_.now() - *counts_.next_due, 0s);
}

bool Scheduler::due() const {
  return counts_.next_due && *counts_.next_due <= clock_.now();
}

asio::awaitable<void> Scheduler::run() {
  while (!stopping_) {
    woken_ = false;
    std::chrono::seconds nap = longest_sleep;
    try {
      co_await look();
      if (due()) {
        co_await do_due();
        continue;
      }
      if (counts_.next_due) nap = std::min<std::chrono::seconds>(nap, *counts_.next_due - clock_.now());
    } catch (const std::exception& error) {  // the database: nothing can be done until it is well again
      config::log(Level::error, "scheduler_failed", {{"reason", error.what()}});
    }
    co_await sleep(nap);
  }
}

asio::awaitable<void> Scheduler::sleep(std::chrono::seconds nap) {
  if (woken_ || stopping_) co_return;
  timer_.expires_after(nap);
  boost::system::error_code ignored;
  co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

asio::awaitable<void> Scheduler::look() {
  const auto now = std::chrono::steady_clock::now();
  const bool count = now - counted_ >= count_every;
  if (count) counted_ = now;
  const Seen seen = co_await writer_.run([count](WriterContext& context) {
    store::Database& database = context.transaction.database();
    Seen found{store::next_due(database), std::nullopt};
    if (count) found.planned = store::count_planned(database);
    return found;
  });
  counts_.next_due = seen.next_due;
  if (seen.planned) counts_.planned = static_cast<std::uint64_t>(*seen.planned);
}

/// One batch; if it fails, or does nothing, one by one until the one is found that is at fault.
asio::awaitable<void> Scheduler::do_due() {
  if (co_await do_batch(batch_size)) co_return;
  for (int i = 0; i < batch_size && !stopping_ && due(); ++i) {
    if (co_await do_batch(1)) continue;
    co_await put_off_earliest();
    co_return;
  }
}

/// False if it failed; then nothing of it was done.
asio::awaitable<bool> Scheduler::do_batch(int limit) {
  const auto now = clock_.now();
  Done done;
  try {
    done = co_await writer_.run([this, now, limit](WriterContext& context) {
      store::Database& database = context.transaction.database();
      Done result;
      const auto before = earliest_due(database, now);
      if (before) {
        const handlers::Services services{context.finder, context.transaction, policy_};
        const handlers::Outcome outcome = due_work_(now, services, limit);
        result.messages = enqueue_notices(outcome, now, context);
        context.flush = true;
      }
      result.stuck = before && earliest_due(database, now) == before;
      result.next_due = store::next_due(database);
      return result;
    });
  } catch (const store::StoreError&) {
    throw;
  } catch (const std::exception& error) {
    config::log(Level::error, "due_work_failed", {{"limit", limit}, {"reason", error.what()}});
    co_return false;
  }
  ++counts_.batches;
  counts_.next_due = done.next_due;
  const std::size_t messages = done.messages.size();
  for (store::OutboxMessage& message : done.messages) sender_.deliver(std::move(message));
  config::log(Level::info, "due_work", {{"limit", limit}, {"messages", messages}, {"stuck", done.stuck}});
  co_return !done.stuck;
}

/// So that one that cannot be done does not stop the others. What would be of no use in an hour is skipped.
asio::awaitable<void> Scheduler::put_off_earliest() {
  const auto now = clock_.now();
  const std::int64_t reminder = co_await writer_.run([now](WriterContext& context) {
    const auto due = store::due_reminders(context.transaction.database(), now, 1);
    if (due.empty()) return std::int64_t{0};
    const store::Reminder& first = due.front();
    if (now + put_off_by > first.useful_until) {
      store::finish_reminder(context.transaction, first.id, true, now);
    } else {
      store::postpone_reminder(context.transaction, first.id, now + put_off_by);
    }
    context.flush = true;
    return first.id;
  });
  ++counts_.put_off;
  config::log(Level::error, "reminder_put_off", {{"reminder", reminder}});
}

}  // namespace bot
