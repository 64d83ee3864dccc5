#include "store/conversation_focus.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char find[] = R"(
SELECT gathering_id, network_id, pending FROM conversation_focus
WHERE tenant = :tenant AND conversation = :conversation AND person = :person AND changed_at > :expired)";

constexpr char save[] = R"(
INSERT OR REPLACE INTO conversation_focus (tenant, conversation, person, gathering_id, network_id, pending, changed_at)
VALUES (:tenant, :conversation, :person, :gathering, :network, :pending, :now))";

constexpr char forget[] = "DELETE FROM conversation_focus WHERE changed_at <= :expired";

}  // namespace

std::optional<ConversationFocus> focus(Database& database, const MemoryKey& key, Instant now) {
  detail::Query query(database.connection(), find);
  query.bind(":tenant", key.tenant).bind(":conversation", key.conversation).bind(":person", key.person);
  query.bind(":expired", now - conversation_focus_life);
  if (!query.step()) return std::nullopt;
  return ConversationFocus{query.integer(0), query.integer(1), query.text(2)};
}

void set_focus(Transaction& transaction, const MemoryKey& key, const ConversationFocus& focus, Instant now) {
  detail::Query query(transaction.database().connection(), save);
  query.bind(":tenant", key.tenant).bind(":conversation", key.conversation).bind(":person", key.person);
  query.bind(":gathering", focus.gathering).bind(":network", focus.network).bind(":pending", focus.pending);
  query.bind(":now", now).run();
}

int forget_focus(Transaction& transaction, Instant now) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":expired", now - conversation_focus_life).run();
}

}  // namespace store
