#include "store/calendar_feeds.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/token.hpp"

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO calendar_feeds (person_id, token) SELECT id, :token FROM people WHERE id = :person
ON CONFLICT (person_id) DO NOTHING)";
constexpr char token_of[] = "SELECT token FROM calendar_feeds WHERE person_id = :person";
constexpr char person_with[] = "SELECT person_id FROM calendar_feeds WHERE token = :token";

}  // namespace

std::string calendar_feed(Transaction& transaction, std::int64_t person) {
  auto& connection = transaction.database().connection();
  detail::Query known(connection, token_of);
  if (known.bind(":person", person).step()) return known.text(0);
  std::string token = detail::random_token();
  detail::Query query(connection, insert);
  return query.bind(":person", person).bind(":token", token).run() > 0 ? token : "";
}

std::optional<std::int64_t> person_of_feed(Database& database, const std::string& token) {
  detail::Query query(database.connection(), person_with);
  if (!query.bind(":token", token).step()) return std::nullopt;
  return query.integer(0);
}

}  // namespace store
