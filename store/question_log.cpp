#include "store/question_log.hpp"

#include "store/detail/connection.hpp"

#include <array>

namespace store {

namespace {

constexpr char find_key[] =
    "SELECT made_on, secret FROM question_log_key WHERE made_on > :expired AND made_on <= :today";

// SQLite's randomblob() is seeded from the operating system's generator (sqlite.org/lang_corefunc.html).
constexpr char make_key[] = R"(
INSERT OR REPLACE INTO question_log_key (id, made_on, secret) VALUES (1, :today, hex(randomblob(32))))";

// Two statements cost half of what one with ON CONFLICT DO UPDATE does.
constexpr char count_again[] = R"(
UPDATE question_log SET times = times + 1
WHERE day = :day AND task_id = :task AND asker = :asker AND intent = :intent AND outcome = :outcome)";
constexpr char count_first[] = R"(
INSERT INTO question_log (day, intent, outcome, task_id, asker, times)
VALUES (:day, :intent, :outcome, :task, :asker, 1))";

constexpr char any_key[] = "SELECT secret FROM question_log_key";
constexpr char list_of[] = R"(
SELECT day, intent, outcome, task_id, asker, times FROM question_log WHERE asker = :asker
ORDER BY day, intent, outcome, task_id)";
constexpr char forget_of[] = "DELETE FROM question_log WHERE asker = :asker";

constexpr char forget[] = "DELETE FROM question_log WHERE day <= :expired";
constexpr char forget_key[] = "DELETE FROM question_log_key WHERE made_on <= :expired";

constexpr char list[] = R"(
SELECT day, intent, outcome, task_id, asker, times FROM question_log
ORDER BY day, intent, outcome, task_id, asker)";

constexpr char by_task[] = R"(
SELECT task_id, sum(times) FROM question_log WHERE day >= :since AND task_id <> 0 GROUP BY task_id ORDER BY task_id)";

constexpr std::array<const char*, 3> outcomes{"sure", "choose", "none"};

OptionalDay expired(Day today, int keep_days) {
  return Day{today - std::chrono::days{keep_days}};
}

/// The secret of these days; a new one when the last was used for as long as questions are kept.
const std::string& secret(detail::Connection& connection, Day today, int keep_days) {
  auto& known = connection.question_key;
  const auto read = [&] {
    detail::Query query(connection, find_key);
    query.bind(":expired", expired(today, keep_days)).bind(":today", OptionalDay(today));
    known.reset();
    if (query.step()) known = {*query.day(0), query.text(1)};
    return known.has_value();
  };
  const bool holds = known && known->made_on > *expired(today, keep_days) && known->made_on <= today;
  if (holds || read()) return known->secret;
  detail::Query(connection, make_key).bind(":today", OptionalDay(today)).run();
  read();
  return known.value().secret;
}

}  // namespace

void log_question(Transaction& transaction, const AskedQuestion& question, int keep_days) {
  if (keep_days < 1) return;
  auto& connection = transaction.database().connection();
  const auto asker = connection.pseudonyms.make(question.asker, secret(connection, question.day, keep_days));
  for (const char* sql : {count_again, count_first}) {
    detail::Query query(connection, sql);
    query.bind(":day", OptionalDay(question.day)).bind(":intent", question.intent);
    query.bind(":outcome", outcomes[static_cast<std::size_t>(question.outcome)]);
    if (query.bind(":task", question.task).bind(":asker", asker).run() > 0) return;
  }
}

int forget_questions(Transaction& transaction, Day today, int keep_days) {
  auto& connection = transaction.database().connection();
  const auto last = expired(today, keep_days);
  connection.question_key.reset();
  detail::Query(connection, forget_key).bind(":expired", last).run();
  return detail::Query(connection, forget).bind(":expired", last).run();
}

namespace {

void read_all(detail::Query& query, std::vector<LoggedQuestion>& all) {
  while (query.step()) {
    const auto outcome = query.text(2);
    const auto known = outcome == outcomes[0]   ? QuestionOutcome::sure
                       : outcome == outcomes[1] ? QuestionOutcome::choose
                                                : QuestionOutcome::none;
    all.push_back({{*query.day(0), query.text(1), known, query.integer(3), query.text(4)}, query.integer(5)});
  }
}

/// Empty if there is no secret: then there is nothing to find.
std::vector<std::string> pseudonyms(detail::Connection& connection, const std::vector<std::string>& askers) {
  std::vector<std::string> made;
  detail::Query query(connection, any_key);
  if (!query.step()) return made;
  const std::string key = query.text(0);
  for (const std::string& asker : askers) made.push_back(connection.pseudonyms.make(asker, key));
  return made;
}

}  // namespace

std::vector<LoggedQuestion> logged_questions(Database& database) {
  std::vector<LoggedQuestion> all;
  detail::Query query(database.connection(), list);
  read_all(query, all);
  return all;
}

std::vector<AskedTask> asked_tasks(Database& database, Day since) {
  detail::Query query(database.connection(), by_task);
  query.bind(":since", OptionalDay(since));
  std::vector<AskedTask> tasks;
  while (query.step()) tasks.push_back({query.integer(0), query.integer(1)});
  return tasks;
}

std::vector<LoggedQuestion> questions_of(Database& database, const std::vector<std::string>& askers) {
  std::vector<LoggedQuestion> all;
  for (const std::string& asker : pseudonyms(database.connection(), askers)) {
    detail::Query query(database.connection(), list_of);
    query.bind(":asker", asker);
    read_all(query, all);
  }
  return all;
}

int forget_questions_of(Transaction& transaction, const std::vector<std::string>& askers) {
  auto& connection = transaction.database().connection();
  int forgotten = 0;
  for (const std::string& asker : pseudonyms(connection, askers))
    forgotten += detail::Query(connection, forget_of).bind(":asker", asker).run();
  return forgotten;
}

}  // namespace store
