#include "store/restored_copy.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{std::chrono::seconds{1774429200}};

std::int64_t plan(Database& database, ReminderKind kind, Instant due) {
  Transaction transaction(database);
  Reminder reminder;
  reminder.kind = kind;
  reminder.due = due;
  reminder.useful_until = due + 48h;
  const auto id = plan_reminder(transaction, reminder);
  transaction.commit();
  return id;
}

/// Those that are due in a week and may have been sent, in the order of time.
std::vector<std::int64_t> doubtful(Database& database) {
  std::vector<std::int64_t> ids;
  for (const auto& reminder : due_reminders(database, now + 168h, 100))
    if (may_have_been_sent(reminder)) ids.push_back(reminder.id);
  return ids;
}

void start(Database& database) {
  Transaction transaction(database);
  start_on_copy(transaction, now);
  transaction.commit();
}

}  // namespace

TEST_CASE("restored copy: what many get and was due may have been sent; nothing else is doubted") {
  tests::TemporaryFolder folder;
  Database original(folder / "indgang.db", Database::Create::yes);
  const auto to_people = plan(original, ReminderKind::gathering, now - 3h);
  const auto to_channel = plan(original, ReminderKind::channel, now - 2h);
  const auto of_answers = plan(original, ReminderKind::answers, now - 1h);
  for (const auto kind : {ReminderKind::personal, ReminderKind::invite, ReminderKind::approval})
    plan(original, kind, now - 1h);
  plan(original, ReminderKind::gathering, now);
  plan(original, ReminderKind::gathering, now + 1h);

  const auto file = folder / "copy.db";
  original.backup(file);
  Database copy(file, Database::Create::no);
  CHECK_FALSE(copied_at(copy));
  mark_as_copy(copy, now - 24h);
  CHECK(copied_at(copy) == now - 24h);
  start(copy);
  CHECK(doubtful(copy) == std::vector<std::int64_t>{to_people, to_channel, of_answers});
  CHECK_FALSE(copied_at(copy));

  start(original);
  CHECK(doubtful(original).empty());
}
