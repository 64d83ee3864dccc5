#include "store/seen_activities.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char find[] = "SELECT answer FROM seen_activities WHERE key = :key";

// Two workers can handle one delivery in the same moment; the answer of the first one counts.
constexpr char remember[] = R"(
INSERT INTO seen_activities (key, seen_at, answer) VALUES (:key, :now, :answer) ON CONFLICT (key) DO NOTHING)";

// A scan, once in a while: an index on the time would cost every turn an insert with the whole key.
constexpr char forget[] = "DELETE FROM seen_activities WHERE seen_at < :before";

}  // namespace

std::optional<std::string> find_seen(Database& database, const DeliveryKey& key) {
  detail::Query query(database.connection(), find);
  query.bind(":key", key.text);
  if (!query.step()) return std::nullopt;
  return query.text(0);
}

void remember_seen(Transaction& transaction, const DeliveryKey& key, const std::string& answer, Instant now) {
  detail::Query query(transaction.database().connection(), remember);
  query.bind(":key", key.text).bind(":now", now).bind(":answer", answer).run();
}

int forget_seen(Transaction& transaction, Instant now) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":before", now - seen_activity_retention).run();
}

}  // namespace store
