#include "store/open_questions.hpp"

#include "store/detail/connection.hpp"
#include "store/text/fold.hpp"

namespace store {

namespace {

constexpr char find_open[] = "SELECT id FROM open_questions WHERE topic_folded = :folded AND state = 'open'";

constexpr char open_one[] = R"(
INSERT INTO open_questions (topic, topic_folded, created_at) VALUES (:topic, :folded, :now))";

constexpr char add_asker[] = R"(
INSERT INTO question_askers (question_id, asker, tenant, conversation, language, asked_at)
VALUES (:question, :asker, :tenant, :conversation, :language, :now)
ON CONFLICT (question_id, asker) DO NOTHING)";

constexpr char one[] = R"(
SELECT id, topic, state, iif(state = 'open', (SELECT count(*) FROM question_askers WHERE question_id = id), askers),
       closed_by, task_id, person_id
FROM open_questions WHERE id = :question)";

constexpr char all_open[] = R"(
SELECT id, topic, state, (SELECT count(*) FROM question_askers WHERE question_id = id), closed_by, task_id, person_id
FROM open_questions WHERE state = 'open' ORDER BY id LIMIT :limit)";

constexpr char shown[] = R"(
SELECT q.id, q.topic, q.state, (SELECT count(*) FROM question_askers WHERE question_id = q.id), q.closed_by, q.task_id,
       q.person_id
FROM shown_questions s JOIN open_questions q ON q.id = s.question_id
WHERE s.tenant = :tenant AND s.conversation = :conversation AND s.shown_at >= :since
ORDER BY s.shown_at DESC, q.id DESC LIMIT 20)";

constexpr char unshown[] = R"(
SELECT id, topic, state, (SELECT count(*) FROM question_askers WHERE question_id = id), closed_by, task_id, person_id
FROM open_questions WHERE state = 'open' AND NOT EXISTS (
  SELECT 1 FROM shown_questions WHERE tenant = :tenant AND conversation = :conversation AND question_id = id)
ORDER BY id LIMIT :limit)";

constexpr char close[] = R"(
UPDATE open_questions SET state = :state, closed_at = :now, closed_by = :by, task_id = :task, person_id = :person,
  askers = (SELECT count(*) FROM question_askers WHERE question_id = id)
WHERE id = :question AND state = 'open')";

constexpr char askers[] = R"(
SELECT asker, tenant, conversation, language FROM question_askers WHERE question_id = :question ORDER BY asked_at)";

constexpr char forget_askers[] = "DELETE FROM question_askers WHERE question_id = :question";

constexpr char show[] = R"(
INSERT INTO shown_questions (tenant, conversation, question_id, shown_at)
VALUES (:tenant, :conversation, :question, :now)
ON CONFLICT (tenant, conversation, question_id) DO UPDATE SET shown_at = excluded.shown_at)";

QuestionState state_of(std::string_view text) {
  if (text == "open") return QuestionState::open;
  return text == "answered" ? QuestionState::answered : QuestionState::dismissed;
}

OpenQuestion read(const detail::Query& query) {
  return {query.integer(0), query.text(1), state_of(query.view(2)), static_cast<int>(query.integer(3)),
          query.text(4),
          query.integer(5),  // NULL reads as 0, which no row has
          query.integer(6)};
}

std::vector<OpenQuestion> read_all(detail::Query& query) {
  std::vector<OpenQuestion> questions;
  while (query.step()) questions.push_back(read(query));
  return questions;
}

std::optional<std::int64_t> id_or_null(std::int64_t id) {
  return id == 0 ? std::nullopt : std::optional(id);
}

}  // namespace

Asked ask_question(Transaction& transaction, const std::string& topic, const Asker& asker, Instant now) {
  auto& connection = transaction.database().connection();
  auto folded = fold(topic);
  if (folded.empty()) folded = topic;
  detail::Query find(connection, find_open);
  const bool known = find.bind(":folded", folded).step();
  if (!known)
    detail::Query(connection, open_one).bind(":topic", topic).bind(":folded", folded).bind(":now", now).run();
  const std::int64_t id = known ? find.integer(0) : connection.database.getLastInsertRowid();
  detail::Query query(connection, add_asker);
  query.bind(":question", id).bind(":asker", asker.id).bind(":tenant", asker.tenant);
  query.bind(":conversation", asker.conversation).bind(":language", asker.language).bind(":now", now);
  const bool added = query.run() > 0;
  if (!added) return {id, AskOutcome::already_asked};
  return {id, known ? AskOutcome::joined : AskOutcome::opened};
}

std::optional<OpenQuestion> find_question(Database& database, std::int64_t question) {
  detail::Query query(database.connection(), one);
  if (!query.bind(":question", question).step()) return std::nullopt;
  return read(query);
}

std::vector<OpenQuestion> open_questions(Database& database, int limit) {
  detail::Query query(database.connection(), all_open);
  query.bind(":limit", std::int64_t{limit});
  return read_all(query);
}

std::optional<std::vector<Asker>> close_question(Transaction& transaction, std::int64_t question,
                                                 QuestionState state, const QuestionAnswer& answer,
                                                 Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, close);
  query.bind(":state", state == QuestionState::answered ? "answered" : "dismissed").bind(":now", now);
  query.bind(":by", answer.by).bind(":task", id_or_null(answer.task));
  query.bind(":person", id_or_null(answer.person)).bind(":question", question);
  if (query.run() == 0) return std::nullopt;
  std::vector<Asker> waiting;
  detail::Query who(connection, askers);
  who.bind(":question", question);
  while (who.step()) waiting.push_back({who.text(0), who.text(1), who.text(2), who.text(3)});
  detail::Query(connection, forget_askers).bind(":question", question).run();
  return waiting;
}

void mark_shown(Transaction& transaction, std::int64_t question, const std::string& tenant,
                const std::string& conversation, Instant now) {
  detail::Query query(transaction.database().connection(), show);
  query.bind(":tenant", tenant).bind(":conversation", conversation).bind(":question", question);
  query.bind(":now", now).run();
}

std::vector<OpenQuestion> shown_questions(Database& database, const std::string& tenant,
                                          const std::string& conversation, Instant since) {
  detail::Query query(database.connection(), shown);
  query.bind(":tenant", tenant).bind(":conversation", conversation).bind(":since", since);
  return read_all(query);
}

std::vector<OpenQuestion> unshown_questions(Database& database, const std::string& tenant,
                                            const std::string& conversation, int limit) {
  detail::Query query(database.connection(), unshown);
  query.bind(":tenant", tenant).bind(":conversation", conversation).bind(":limit", std::int64_t{limit});
  return read_all(query);
}

}  // namespace store
