#include "bot/housekeeping.hpp"

#include "store/catalogue_edits.hpp"
#include "store/conversation_focus.hpp"
#include "store/conversation_memory.hpp"
#include "store/invitations.hpp"
#include "store/learned_words.hpp"
#include "store/message_copies.hpp"
#include "store/mutes.hpp"
#include "store/outbox.hpp"
#include "store/person_data.hpp"
#include "store/pruning.hpp"
#include "store/question_log.hpp"
#include "store/reminders.hpp"
#include "store/seen_activities.hpp"
#include "tests/store/people.hpp"
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

const store::Day today{std::chrono::floor<std::chrono::days>(now).time_since_epoch()};

void keep_house(const std::filesystem::path& file) {
  boost::asio::io_context io;
  bot::Writer writer(io, file);
  boost::asio::co_spawn(
      io, bot::forget_what_is_old(writer, {.question_log_days = 90, .leaver_days = 365}, today, now),
      [](std::exception_ptr failure) { CHECK_FALSE(failure); });
  io.run();
  writer.stop();
}

/// Each kind of thing that is kept for a time, by somebody whose time is just over, or not yet. Returns the
/// draft of a gathering.
std::int64_t leave_behind(store::Transaction& transaction, const std::string& name, bool over,
                          std::int64_t network, std::int64_t task) {
  const auto ago = [over](std::chrono::seconds kept, std::chrono::seconds step) {
    return now - kept + (over ? -step : step);
  };
  const store::MemoryKey key{"t", "c", name};
  store::remember(transaction, key, {.language = "da"}, ago(store::conversation_memory_life, 1min));
  store::set_focus(transaction, key, {.network = network}, ago(store::conversation_focus_life, 1min));
  const auto asked = today - std::chrono::days(over ? 91 : 89);
  store::log_question(transaction, {.day = asked, .intent = "find_person", .asker = name}, 90);
  store::mute(transaction, {.subject = name, .topic = "all", .until = ago(0s, 1min)});
  store::count_pick(transaction, "veje", task, name, ago(24h * 90, 24h));
  store::Gathering gathering;
  gathering.network = network;
  gathering.starts = now - 24h * 300;  // over: an answer to what is ahead concerns others still
  gathering.ends = gathering.starts + 1h;
  return store::add_gathering(transaction, gathering, ago(24h * 30, 24h)).id;
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
        co_await bot::forget_what_is_old(writer, {.question_log_days = 90, .leaver_days = 365}, today, now);
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

TEST_CASE("housekeeping: each thing that is kept for a time goes when its own time is over, and not before",
          "[bot]") {
  using std::chrono::days;
  const tests::TemporaryFolder folder;
  std::int64_t draft = 0;
  {
    store::Database database(folder / "a.db", store::Database::Create::yes);
    const auto people = tests::import_numbered_people(database, folder, 3);
    store::Transaction transaction(database);
    const auto network = store::create_network(transaction, {.name = "Jura"}, now).value();
    const auto task = store::add_task(transaction, "Vejskilte", {}, {}, "", {});
    leave_behind(transaction, "old", true, network, task);
    draft = leave_behind(transaction, "young", false, network, task);
    for (const auto person : people) store::invite(transaction, draft, person, "member");
    store::set_left(transaction, people[0], today - days(366), {"a", "", now - 24h * 400});
    store::set_left(transaction, people[1], today - days(364), {"a", "", now - 24h * 400});
    transaction.commit();
  }
  keep_house(folder / "a.db");

  store::Database database(folder / "a.db", store::Database::Create::no);
  CHECK_FALSE(store::recall(database, {"t", "c", "old"}, now - 16min));
  CHECK(store::recall(database, {"t", "c", "young"}, now));
  CHECK_FALSE(store::focus(database, {"t", "c", "old"}, now - 61min));
  CHECK(store::focus(database, {"t", "c", "young"}, now));
  CHECK(store::logged_questions(database).size() == 1);
  CHECK(store::mutes_of(database, "old").empty());
  CHECK(store::mutes_of(database, "young").size() == 1);
  CHECK(store::picks_of(database, {"old"}).empty());
  CHECK(store::picks_of(database, {"young"}).size() == 1);
  CHECK(store::invitations_of(database, draft).size() == 2);  // whoever left more than a year ago is in none
  store::Transaction transaction(database);
  CHECK(store::forget_drafts(transaction, now - 24h * 30) == 0);
  CHECK(store::forget_drafts(transaction, now) == 1);
}
