#include "store/person_data.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/email.hpp"
#include "store/detail/person_tables.hpp"
#include "store/detail/written.hpp"
#include "store/learned_words.hpp"
#include "store/question_log.hpp"

#include <algorithm>
#include <ostream>

namespace store {

namespace {

constexpr char all_tenants[] = "SELECT DISTINCT tenant FROM conversations";
constexpr char left_on[] = "SELECT left_on FROM people WHERE id = :person";
// Who left long before was found by an earlier run.
constexpr char leavers[] = R"(
SELECT id, coalesce(entra_id, email, '') FROM people WHERE left_on < :before AND left_on >= :before - 60)";
// Whom no file names has no row any more, only lines of history.
constexpr char forget_gone[] = R"(
UPDATE catalogue_history SET person_id = 0, person = '', before = iif(kind LIKE 'person_%', '', before),
  after = iif(kind LIKE 'person_%', '', after)
WHERE at < :before AND person_id <> 0 AND NOT EXISTS (SELECT 1 FROM people WHERE id = catalogue_history.person_id))";
constexpr char task_title[] = "SELECT title FROM tasks WHERE id = :task";

std::string json_array(const std::vector<std::string>& items, bool lower_case) {
  std::string list = "[";
  for (const std::string& item : items)
    list.append(list.size() == 1 ? "" : ",")
        .append(detail::json_string(lower_case ? detail::fold_email(item) : item));
  return list + "]";
}

/// What the statements of person_tables() need.
struct Bound {
  Bound(const PersonIds& who, Instant when)
      : person(who.person), ids(json_array(who.ids, true)), chats(json_array(who.chats, false)), now(when) {}

  void bind(detail::Query& query, std::string_view sql) const {
    const auto needs = [&](std::string_view name) { return sql.find(name) != std::string_view::npos; };
    if (needs(":person")) query.bind(":person", person);
    if (needs(":ids")) query.bind(":ids", ids);
    if (needs(":chats")) query.bind(":chats", chats);
    if (needs(":now")) query.bind(":now", now);
  }

  std::int64_t person;
  std::string ids;
  std::string chats;
  Instant now;
};

PersonRows rows_of(detail::Connection& connection, const detail::PersonTable& table, const Bound& bound) {
  PersonRows rows{table.kind, table.fate, {}, {}};
  detail::Query query(connection, table.find);
  bound.bind(query, table.find);
  for (int column = 0; column < query.columns(); ++column) rows.columns.push_back(query.name(column));
  while (query.step()) {
    auto& row = rows.rows.emplace_back();
    for (int column = 0; column < query.columns(); ++column) row.push_back(query.text(column));
  }
  return rows;
}

std::string title_of(detail::Connection& connection, std::int64_t task) {
  detail::Query query(connection, task_title);
  return query.bind(":task", task).step() ? query.text(0) : std::string();
}

/// Under which names the question log may have counted them.
std::vector<std::string> askers(detail::Connection& connection, const PersonIds& who) {
  std::vector<std::string> all;
  for (detail::Query query(connection, all_tenants); query.step();)
    for (const std::string& id : who.ids) all.push_back(query.text(0) + " " + id);
  return all;
}

int run(detail::Connection& connection, const char* sql, const Bound& bound) {
  detail::Query query(connection, sql);
  bound.bind(query, sql);
  return query.run();
}

bool left_before(detail::Connection& connection, const PersonIds& who, Day before) {
  detail::Query query(connection, left_on);
  if (who.person == 0 || !query.bind(":person", who.person).step()) return true;
  const OptionalDay left = query.day(0);
  return left && *left < before;
}

int erase_history(detail::Connection& connection, const PersonIds& who, Instant now) {
  const Bound bound(who, now);
  int erased = 0;
  for (const auto& table : detail::person_tables())
    if (table.fate == Fate::stays_as_history) erased += run(connection, table.erase, bound);
  return erased;
}

}  // namespace

std::vector<PersonRows> person_data(Database& database, const PersonIds& who) {
  auto& connection = database.connection();
  std::vector<PersonRows> all;
  const Bound bound(who, {});
  for (const auto& table : detail::person_tables()) all.push_back(rows_of(connection, table, bound));
  PersonRows picks{"pick", Fate::erased, {"phrase", "task"}, {}};
  for (const Pick& pick : picks_of(database, who.ids))
    picks.rows.push_back({pick.phrase, title_of(connection, pick.task)});
  all.push_back(std::move(picks));
  PersonRows counts{"question_count", Fate::erased, {"day", "intent", "task", "times"}, {}};
  for (const LoggedQuestion& one : questions_of(database, askers(connection, who)))
    counts.rows.push_back({detail::day_text(one.question.day), one.question.intent,
                           title_of(connection, one.question.task), std::to_string(one.times)});
  all.push_back(std::move(counts));
  return all;
}

std::vector<Erased> erase_person(Transaction& transaction, const PersonIds& who, const Erasure& erasure) {
  auto& connection = transaction.database().connection();
  const bool history_goes = left_before(connection, who, erasure.history_before);
  const auto pseudonyms = askers(connection, who);
  std::vector<Erased> all;
  for (const PersonRows& rows : person_data(transaction.database(), who))
    all.push_back({rows.kind, rows.fate, 0, static_cast<int>(rows.rows.size())});
  const Bound bound(who, erasure.now);
  for (const auto& table : detail::person_tables()) {
    if (table.erase == nullptr || (table.fate == Fate::stays_as_history && !history_goes)) continue;
    run(connection, table.erase, bound);
    if (table.then != nullptr) run(connection, table.then, bound);
  }
  forget_picks_of(transaction, who.ids);
  forget_questions_of(transaction, pseudonyms);
  const auto left = person_data(transaction.database(), who);
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    const int kept = static_cast<int>(left[kind].rows.size());
    all[kind].erased = all[kind].kept - kept;
    all[kind].kept = kept;
  }
  std::erase_if(all, [](const Erased& one) { return one.erased + one.kept == 0; });
  return all;
}

int forget_leavers(Transaction& transaction, const Erasure& erasure) {
  auto& connection = transaction.database().connection();
  std::vector<std::pair<std::int64_t, std::string>> people;
  {
    detail::Query query(connection, leavers);
    query.bind(":before", OptionalDay(erasure.history_before));
    while (query.step()) people.emplace_back(query.integer(0), query.text(1));
  }
  int erased = 0;
  for (const auto& [person, id] : people) {
    PersonIds who = identify(transaction.database(), id);
    who.person = person;  // also of one without any id
    erased += erase_history(connection, who, erasure.now);
  }
  detail::Query gone(connection, forget_gone);
  erased += gone.bind(":before", Instant{erasure.history_before}).run();
  return erased;
}

void write_person_data(const std::vector<PersonRows>& data, std::ostream& out, ExportFormat format) {
  const bool json = format == ExportFormat::json;
  out << (json ? "{" : "\xef\xbb\xbfkind;row;field;value\r\n");
  bool first_kind = true;
  for (const PersonRows& kind : data) {
    if (kind.rows.empty()) continue;
    if (json) out << (first_kind ? "\n" : ",\n") << detail::json_string(kind.kind) << ":[";
    first_kind = false;
    for (std::size_t row = 0; row < kind.rows.size(); ++row) {
      if (json) out << (row == 0 ? "\n {" : ",\n {");
      for (std::size_t column = 0; column < kind.columns.size(); ++column) {
        const std::string& value = kind.rows[row][column];
        if (json)
          out << (column == 0 ? "" : ",") << detail::json_string(kind.columns[column]) << ":"
              << detail::json_string(value);
        else if (!value.empty())
          out << kind.kind << ";" << row + 1 << ";" << kind.columns[column] << ";"
              << detail::csv_cell(detail::defused(value)) << "\r\n";
      }
      if (json) out << "}";
    }
    if (json) out << "]";
  }
  if (json) out << "\n}\n";
}

}  // namespace store
