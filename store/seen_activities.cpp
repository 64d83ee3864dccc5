#include "store/seen_activities.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char take[] = R"(
INSERT INTO seen_activities (key, seen_at, answer) VALUES (:key, :now, '') ON CONFLICT (key) DO NOTHING)";

constexpr char find[] = "SELECT answer FROM seen_activities WHERE key = :key";

constexpr char set_answer[] = "UPDATE seen_activities SET answer = :answer WHERE key = :key";

// A scan, once in a while: an index on the time would cost every turn an insert with the whole key.
constexpr char forget[] = "DELETE FROM seen_activities WHERE seen_at < :before";

}  // namespace

std::optional<std::string> take_delivery(Transaction& transaction, const DeliveryKey& key, Instant now) {
  auto& connection = transaction.database().connection();
  {
    detail::Query query(connection, take);
    if (query.bind(":key", key.text).bind(":now", now).run() > 0) return std::nullopt;
  }
  detail::Query query(connection, find);
  query.bind(":key", key.text).step();
  return query.text(0);
}

void remember_answer(Transaction& transaction, const DeliveryKey& key, const std::string& answer) {
  detail::Query query(transaction.database().connection(), set_answer);
  query.bind(":key", key.text).bind(":answer", answer).run();
}

int forget_seen(Transaction& transaction, Instant now) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":before", now - seen_activity_retention).run();
}

}  // namespace store
