#include "store/export.hpp"

#include "store/csv_record.hpp"
#include "store/detail/cells.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/written.hpp"

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace store {

namespace {

constexpr char catalogue_rows[] = R"(
SELECT coalesce(p.name, ''), coalesce(p.email, ''), coalesce(p.phone, ''), coalesce(p.title, ''), coalesce(u.name, ''),
       coalesce(l.email, ''), t.title, t.kle, t.keywords, t.description, coalesce(r.role, 'vacant'), r.valid_from, r.valid_to, r.confirmed_on
FROM tasks t
LEFT JOIN responsibilities r ON r.task_id = t.id
LEFT JOIN people p ON p.id = r.person_id
LEFT JOIN units u ON u.id = p.unit_id
LEFT JOIN people l ON l.id = p.leader_id
ORDER BY t.id, CASE r.role WHEN 'responsible' THEN 0 WHEN 'coordinator' THEN 1 ELSE 2 END, p.name_folded,
         p.email_folded, p.id)";

constexpr char people_rows[] = R"(
SELECT p.name, coalesce(p.email, ''), iif(p.kind = 'person', '', 'contact point'), j.title, j.department,
       coalesce(l.email, ''), p.phone, coalesce(p.entra_id, ''), p.away_from, p.away_to, coalesce(s.email, ''), p.left_on
FROM people p
JOIN (SELECT p.id AS person_id, 0 AS position, p.title AS title, coalesce(u.name, '') AS department
      FROM people p LEFT JOIN units u ON u.id = p.unit_id
      UNION ALL SELECT person_id, position, title, department FROM other_jobs) j ON j.person_id = p.id
LEFT JOIN people l ON l.id = p.leader_id
LEFT JOIN people s ON s.id = p.stand_in_id
ORDER BY p.name_folded, p.email_folded, (SELECT name_folded FROM units WHERE id = p.unit_id), p.id, j.position)";

constexpr char network_rows[] = R"(
SELECT n.name, n.kind, n.purpose, coalesce(c.email, ''), coalesce(s.email, ''), coalesce(r.email, ''),
       coalesce((SELECT group_concat(email, char(10)) FROM (SELECT p.email FROM network_members m
                 JOIN people p ON p.id = m.person_id WHERE m.network_id = n.id AND m.origin <> 'left' ORDER BY p.email_folded)), ''),
       iif(n.is_open, 'open', 'closed'), n.rule, n.next_gathering, n.place
FROM networks n
LEFT JOIN people c ON c.id = n.coordinator_id
LEFT JOIN people s ON s.id = n.successor_id
LEFT JOIN people r ON r.id = n.reference_id
WHERE n.closed_at IS NULL AND n.for_one = 0 ORDER BY n.name_folded)";

constexpr char role_rows[] = R"(
SELECT p.name, coalesce(p.email, ''), coalesce(p.entra_id, ''), r.role, r.unit, r.origin
FROM roles r JOIN people p ON p.id = r.person_id ORDER BY r.role, r.unit, p.name_folded, p.email_folded, p.id, r.origin)";

// A hand is a role that holds today of somebody who works here. Whoever has a stand-in of their own who works
// here is not alone with a task.
constexpr char gap_rows[] = R"(
WITH hands AS (
  SELECT r.task_id, r.person_id, r.role, r.confirmed_on, p.name, p.kind, p.unit_id,
         EXISTS (SELECT 1 FROM people s WHERE s.id = p.stand_in_id AND s.id <> p.id
                 AND (s.left_on IS NULL OR s.left_on > :today)) AS covered
  FROM responsibilities r JOIN people p ON p.id = r.person_id
  WHERE (r.valid_from IS NULL OR r.valid_from <= :today) AND (r.valid_to IS NULL OR r.valid_to >= :today)
    AND (p.left_on IS NULL OR p.left_on > :today))
SELECT 'question', q.topic, coalesce(t.title, ''), coalesce(p.name, ''),
       iif(q.state = 'open', (SELECT count(*) FROM question_askers WHERE question_id = q.id), q.askers), q.state,
       strftime('%Y-%m-%dT%H:%M:%SZ', q.created_at, 'unixepoch'), '' AS unit, '' AS confirmed,
       1 AS part, q.id AS id, 0 AS person_id
FROM open_questions q LEFT JOIN tasks t ON t.id = q.task_id LEFT JOIN people p ON p.id = q.person_id
UNION ALL
SELECT 'wrong entry', '', coalesce(t.title, ''), p.name,
       (SELECT count(*) FROM proposal_supporters WHERE proposal_id = c.id), iif(c.state = 'open', 'open', 'closed'),
       strftime('%Y-%m-%dT%H:%M:%SZ', c.created_at, 'unixepoch'), '', '', 2, c.id, 0
FROM proposals c LEFT JOIN tasks t ON t.id = c.task_id JOIN people p ON p.id = c.person_id
WHERE c.kind = 'correct' OR (c.kind = 'transfer' AND c.receiver_id IS NULL)
UNION ALL
SELECT 'word', w.phrase, t.title, '', 0, w.state, strftime('%Y-%m-%dT%H:%M:%SZ', w.created_at, 'unixepoch'), '', '', 3, w.id, 0
FROM learned_words w JOIN tasks t ON t.id = w.task_id
UNION ALL
SELECT 'vacant', '', t.title, '', 0, 'open', '', '', '', 4, t.id, 0
FROM tasks t WHERE NOT EXISTS (SELECT 1 FROM hands h WHERE h.task_id = t.id AND h.role <> 'stand_in')
UNION ALL
SELECT 'one person', '', t.title, h.name, 0, 'open', '', coalesce(u.name, ''), '', 5, t.id, 0
FROM hands h JOIN tasks t ON t.id = h.task_id LEFT JOIN units u ON u.id = h.unit_id
WHERE h.kind = 'person' AND NOT h.covered
GROUP BY t.id HAVING max(h.role <> 'stand_in') AND (SELECT count(DISTINCT a.person_id) FROM hands a WHERE a.task_id = t.id) = 1
UNION ALL
SELECT 'unconfirmed', '', t.title, h.name, 0, 'open', '', coalesce(u.name, ''),
       coalesce(strftime('%Y-%m-%d', max(h.confirmed_on) * 86400, 'unixepoch'), ''), 6, t.id, h.person_id
FROM hands h JOIN tasks t ON t.id = h.task_id LEFT JOIN units u ON u.id = h.unit_id
WHERE h.kind = 'person'
GROUP BY t.id, h.person_id HAVING coalesce(max(h.confirmed_on), :confirmed_since - 1) < :confirmed_since
ORDER BY part, id, person_id)";

enum class Kind { text, list, day, role, number };

struct Column {
  const char* name;
  Kind kind = Kind::text;
};

constexpr Column catalogue_columns[] = {{"name"},
                                        {"email"},
                                        {"phone"},
                                        {"title"},
                                        {"department"},
                                        {"leader"},
                                        {"task"},
                                        {"kle", Kind::list},
                                        {"keywords", Kind::list},
                                        {"description"},
                                        {"role", Kind::role},
                                        {"from", Kind::day},
                                        {"to", Kind::day},
                                        {"confirmed", Kind::day}};

constexpr Column people_columns[] = {{"name"},
                                     {"email"},
                                     {"kind"},
                                     {"title"},
                                     {"department"},
                                     {"leader"},
                                     {"phone"},
                                     {"entra_id"},
                                     {"away_from", Kind::day},
                                     {"away_to", Kind::day},
                                     {"stand_in"},
                                     {"left", Kind::day}};

constexpr Column network_columns[] = {{"network"},
                                      {"kind"},
                                      {"purpose"},
                                      {"coordinator"},
                                      {"successor"},
                                      {"reference"},
                                      {"members", Kind::list},
                                      {"visibility"},
                                      {"rule"},
                                      {"next_gathering"},
                                      {"place"}};

constexpr Column role_columns[] = {{"name"}, {"email"}, {"entra_id"}, {"role"}, {"unit"}, {"source"}};

constexpr Column gap_columns[] = {{"kind"},  {"topic"},   {"task"}, {"person"},   {"count", Kind::number},
                                  {"state"}, {"created"}, {"unit"}, {"confirmed"}};

/// The value as the files that people bring have it.
std::string plain(const detail::Query& query, int index, Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::number:
      return query.text(index);
    case Kind::list:
      return detail::join_list(query.view(index));
    case Kind::day: {
      const OptionalDay day = query.day(index);
      return day ? detail::day_text(*day) : std::string();
    }
    case Kind::role:
      return query.view(index) == "stand_in" ? "stand-in" : query.text(index);
  }
  assert(false);
  return {};
}

std::string json_value(const detail::Query& query, int index, Kind kind) {
  if (kind == Kind::number) return query.text(index);
  if (kind != Kind::list) return detail::json_string(plain(query, index, kind));
  std::string list = "[";
  const std::string lines = query.text(index);
  for (std::size_t begin = 0; begin < lines.size();) {
    const auto end = std::min(lines.find('\n', begin), lines.size());
    list.append(begin == 0 ? "" : ",")
        .append(detail::json_string(std::string_view(lines).substr(begin, end - begin)));
    begin = end + 1;
  }
  return list + "]";
}

void write_csv(detail::Query& query, std::ostream& out, std::span<const Column> columns) {
  std::vector<std::string> cells;
  for (const Column& column : columns) cells.emplace_back(column.name);
  out << csv_beginning << csv_record(cells);
  while (query.step()) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      cells[i] = plain(query, static_cast<int>(i), columns[i].kind);
    out << csv_record(cells);
  }
}

/// One array with one object a line.
void write_json(detail::Query& query, std::ostream& out, std::span<const Column> columns) {
  out << "[";
  for (bool first = true; query.step(); first = false) {
    out << (first ? "\n{" : ",\n{");
    for (std::size_t i = 0; i < columns.size(); ++i)
      out << (i == 0 ? "" : ",") << detail::json_string(columns[i].name) << ":"
          << json_value(query, static_cast<int>(i), columns[i].kind);
    out << "}";
  }
  out << "\n]\n";
}

void write(detail::Query& query, std::ostream& out, ExportFormat format, std::span<const Column> columns) {
  switch (format) {
    case ExportFormat::csv:
      return write_csv(query, out, columns);
    case ExportFormat::json:
      return write_json(query, out, columns);
  }
}

}  // namespace

void export_catalogue(Database& database, std::ostream& out, ExportFormat format) {
  detail::Query query(database.connection(), catalogue_rows);
  write(query, out, format, catalogue_columns);
}

void export_people(Database& database, std::ostream& out, ExportFormat format) {
  detail::Query query(database.connection(), people_rows);
  write(query, out, format, people_columns);
}

void export_networks(Database& database, std::ostream& out, ExportFormat format) {
  detail::Query query(database.connection(), network_rows);
  write(query, out, format, network_columns);
}

void export_roles(Database& database, std::ostream& out, ExportFormat format) {
  detail::Query query(database.connection(), role_rows);
  write(query, out, format, role_columns);
}

void export_gaps(Database& database, std::ostream& out, ExportFormat format, const GapDays& days) {
  detail::Query query(database.connection(), gap_rows);
  query.bind(":today", OptionalDay(days.today)).bind(":confirmed_since", OptionalDay(days.confirmed_since));
  write(query, out, format, gap_columns);
}

}  // namespace store
