#include "store/reports.hpp"

#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char entry_exists[] = R"(
SELECT EXISTS (SELECT 1 FROM tasks WHERE id = :task) AND EXISTS (SELECT 1 FROM people WHERE id = :person))";

constexpr char find_open[] = R"(
SELECT id FROM wrong_entry_reports WHERE task_id = :task AND person_id = :person AND state = 'open')";

constexpr char open_report[] = R"(
INSERT INTO wrong_entry_reports (task_id, person_id, created_at) VALUES (:task, :person, :now))";

constexpr char support[] = R"(
INSERT INTO wrong_entry_supporters (report_id, reporter, said_at) VALUES (:report, :reporter, :now)
ON CONFLICT (report_id, reporter) DO NOTHING)";

constexpr char open_ones[] = R"(
SELECT task_id, person_id, (SELECT count(*) FROM wrong_entry_supporters WHERE report_id = r.id)
FROM wrong_entry_reports r WHERE state = 'open' ORDER BY id)";

constexpr char close[] = R"(
UPDATE wrong_entry_reports SET state = 'closed', closed_at = :now
WHERE task_id = :task AND person_id = :person AND state = 'open')";

}  // namespace

ReportOutcome report_wrong_entry(Transaction& transaction, const WrongEntryReport& report, Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query exists(connection, entry_exists);
  exists.bind(":task", report.task).bind(":person", report.person).step();
  if (exists.integer(0) == 0) return ReportOutcome::entry_gone;

  detail::Query find(connection, find_open);
  const bool known = find.bind(":task", report.task).bind(":person", report.person).step();
  if (!known)
    detail::Query(connection, open_report)
        .bind(":task", report.task)
        .bind(":person", report.person)
        .bind(":now", now)
        .run();
  const std::int64_t id = known ? find.integer(0) : connection.database.getLastInsertRowid();

  detail::Query query(connection, support);
  const bool added = query.bind(":report", id).bind(":reporter", report.reporter).bind(":now", now).run() > 0;
  if (!added) return ReportOutcome::already_said;
  return known ? ReportOutcome::supported : ReportOutcome::first;
}

std::vector<OpenReport> open_reports(Database& database) {
  std::vector<OpenReport> reports;
  for (detail::Query query(database.connection(), open_ones); query.step();)
    reports.push_back({query.integer(0), query.integer(1), static_cast<int>(query.integer(2))});
  return reports;
}

int close_reports(Transaction& transaction, std::int64_t task, std::int64_t person, Instant now) {
  detail::Query query(transaction.database().connection(), close);
  return query.bind(":task", task).bind(":person", person).bind(":now", now).run();
}

}  // namespace store
