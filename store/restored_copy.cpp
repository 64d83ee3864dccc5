#include "store/restored_copy.hpp"

#include "store/detail/connection.hpp"

namespace store {
namespace {

constexpr char mark[] = R"(
INSERT INTO meta (key, value) VALUES ('copied_at', :made) ON CONFLICT (key) DO UPDATE SET value = excluded.value)";
constexpr char marked[] = "SELECT value FROM meta WHERE key = 'copied_at'";
constexpr char unmark[] = "DELETE FROM meta WHERE key = 'copied_at'";
constexpr char of_no_use[] = R"(
UPDATE reminders SET useful_until = due_at
WHERE state = 'planned' AND due_at < :now AND (kind = 'gathering' OR kind = 'channel' OR kind = 'answers'))";

}  // namespace

void mark_as_copy(Database& copy, Instant made) {
  Transaction transaction(copy);
  detail::Query(copy.connection(), mark).bind(":made", made).run();
  transaction.commit();
}

std::optional<Instant> copied_at(Database& database) {
  detail::Query query(database.connection(), marked);
  return query.step() ? query.optional_instant(0) : std::nullopt;
}

void start_on_copy(Transaction& transaction, Instant now) {
  if (!copied_at(transaction.database())) {
    return;
  }
  auto& connection = transaction.database().connection();
  detail::Query(connection, of_no_use).bind(":now", now).run();
  detail::Query(connection, unmark).run();
}

bool may_have_been_sent(const Reminder& reminder) {
  return reminder.useful_until == reminder.due;
}

}  // namespace store
