#include "store/series.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO gathering_series (network_id, recurrence, made_until) VALUES (:network, :recurrence, :made_until))";
constexpr char one[] = R"(
SELECT id, network_id, recurrence, made_until, ended_at IS NOT NULL FROM gathering_series WHERE id = :id)";
constexpr char running[] = R"(
SELECT id, network_id, recurrence, made_until, 0 FROM gathering_series
WHERE ended_at IS NULL AND made_until < :day ORDER BY id)";
constexpr char move_end[] =
    "UPDATE gathering_series SET made_until = :day WHERE id = :id AND ended_at IS NULL";
constexpr char end[] = "UPDATE gathering_series SET ended_at = :now WHERE id = :id AND ended_at IS NULL";

Series read(const detail::Query& row) {
  return {row.integer(0), row.integer(1), row.text(2), *row.day(3), row.integer(4) != 0};
}

}  // namespace

std::int64_t add_series(Transaction& transaction, const Series& series) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, insert);
  query.bind(":network", series.network).bind(":recurrence", series.recurrence);
  query.bind(":made_until", OptionalDay(series.made_until)).run();
  return connection.database.getLastInsertRowid();
}

std::optional<Series> find_series(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), one);
  if (!query.bind(":id", id).step()) return std::nullopt;
  return read(query);
}

std::vector<Series> series_made_before(Database& database, Day day) {
  detail::Query query(database.connection(), running);
  query.bind(":day", OptionalDay(day));
  std::vector<Series> series;
  while (query.step()) series.push_back(read(query));
  return series;
}

void set_made_until(Transaction& transaction, std::int64_t series, Day day) {
  detail::Query(transaction.database().connection(), move_end)
      .bind(":id", series)
      .bind(":day", OptionalDay(day))
      .run();
}

void end_series(Transaction& transaction, std::int64_t series, Instant now) {
  detail::Query(transaction.database().connection(), end).bind(":id", series).bind(":now", now).run();
}

}  // namespace store
