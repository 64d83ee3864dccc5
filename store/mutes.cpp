#include "store/mutes.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char save[] = R"(
INSERT OR REPLACE INTO mutes (subject, topic, from_at, until_at) VALUES (:subject, :topic, :from, :until))";
constexpr char remove[] = "DELETE FROM mutes WHERE subject = :subject AND topic = :topic";
constexpr char all[] =
    "SELECT subject, topic, from_at, until_at FROM mutes WHERE subject = :subject ORDER BY topic";
constexpr char active[] = R"(
SELECT 1 FROM mutes
WHERE subject = :subject AND (topic = :topic OR topic = 'all') AND from_at <= :now AND (until_at = 0 OR until_at > :now))";
constexpr char forget[] = "DELETE FROM mutes WHERE until_at <> 0 AND until_at <= :now";

}  // namespace

void mute(Transaction& transaction, const Mute& mute) {
  detail::Query query(transaction.database().connection(), save);
  query.bind(":subject", mute.subject).bind(":topic", mute.topic).bind(":from", mute.from);
  query.bind(":until", mute.until).run();
}

bool unmute(Transaction& transaction, const std::string& subject, const std::string& topic) {
  detail::Query query(transaction.database().connection(), remove);
  return query.bind(":subject", subject).bind(":topic", topic).run() > 0;
}

std::vector<Mute> mutes_of(Database& database, const std::string& subject) {
  detail::Query query(database.connection(), all);
  query.bind(":subject", subject);
  std::vector<Mute> mutes;
  while (query.step()) mutes.push_back({query.text(0), query.text(1), query.instant(2), query.instant(3)});
  return mutes;
}

bool is_muted(Database& database, const std::string& subject, const std::string& topic, Instant now) {
  detail::Query query(database.connection(), active);
  return query.bind(":subject", subject).bind(":topic", topic).bind(":now", now).step();
}

int forget_mutes(Transaction& transaction, Instant now) {
  return detail::Query(transaction.database().connection(), forget).bind(":now", now).run();
}

}  // namespace store
