#include "store/conversation_memory.hpp"

#include "store/detail/connection.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace store {

namespace {

constexpr char find[] = R"(
SELECT language, intent, tasks, people, task_choices, person_choices, choice_intent, chosen, picked
FROM conversation_memory
WHERE tenant = :tenant AND conversation = :conversation AND person = :person AND changed_at > :expired)";

constexpr char save[] = R"(
INSERT OR REPLACE INTO conversation_memory (tenant, conversation, person, language, intent, tasks, people,
  task_choices, person_choices, choice_intent, chosen, picked, changed_at)
VALUES (:tenant, :conversation, :person, :language, :intent, :tasks, :people, :task_choices, :person_choices,
  :choice_intent, :chosen, :picked, :now))";

constexpr char forget[] = "DELETE FROM conversation_memory WHERE changed_at <= :expired";

std::string joined(const std::vector<std::int64_t>& ids) {
  std::string text;
  for (const auto id : ids) {
    if (!text.empty()) text += ',';
    text += std::to_string(id);
  }
  return text;
}

std::vector<std::int64_t> ids_in(std::string_view text) {
  std::vector<std::int64_t> ids;
  if (text.empty()) return ids;
  ids.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ',')) + 1);
  while (!text.empty()) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error == std::errc()) ids.push_back(id);
    const auto comma = text.find(',');
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return ids;
}

}  // namespace

std::optional<ConversationMemory> recall(Database& database, const MemoryKey& key, Instant now) {
  detail::Query query(database.connection(), find);
  query.bind(":tenant", key.tenant).bind(":conversation", key.conversation).bind(":person", key.person);
  query.bind(":expired", now - conversation_memory_life);
  if (!query.step()) return std::nullopt;
  return ConversationMemory{query.text(0),         query.text(1),         ids_in(query.view(2)),
                            ids_in(query.view(3)), ids_in(query.view(4)), ids_in(query.view(5)),
                            query.text(6),         query.integer(7),      ids_in(query.view(8))};
}

void remember(Transaction& transaction, const MemoryKey& key, const ConversationMemory& memory, Instant now) {
  const auto tasks = joined(memory.tasks);
  const auto people = joined(memory.people);
  const auto task_choices = joined(memory.task_choices);
  const auto person_choices = joined(memory.person_choices);
  const auto picked = joined(memory.picked);
  detail::Query query(transaction.database().connection(), save);
  query.bind(":tenant", key.tenant).bind(":conversation", key.conversation).bind(":person", key.person);
  query.bind(":language", memory.language).bind(":intent", memory.intent).bind(":tasks", tasks);
  query.bind(":people", people).bind(":task_choices", task_choices).bind(":person_choices", person_choices);
  query.bind(":choice_intent", memory.choice_intent).bind(":chosen", memory.chosen).bind(":picked", picked);
  query.bind(":now", now).run();
}

int forget_memories(Transaction& transaction, Instant now) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":expired", now - conversation_memory_life).run();
}

}  // namespace store
