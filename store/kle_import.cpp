#include "store/kle_import.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/lists.hpp"
#include "store/kle_keywords.hpp"
#include "store/kle_xml.hpp"

#include <map>
#include <utility>

namespace store {

namespace {

constexpr char all_topics[] = "SELECT number, title, keywords, retired, replaced_by FROM kle_topics";
constexpr char put_topic[] = R"(
INSERT INTO kle_topics (number, title, keywords, retired, replaced_by)
VALUES (:number, :title, :keywords, :retired, :replaced_by)
ON CONFLICT (number) DO UPDATE SET title = excluded.title, keywords = excluded.keywords, retired = excluded.retired,
                                   replaced_by = excluded.replaced_by)";
constexpr char drop_topic[] = "DELETE FROM kle_topics WHERE number = :number";
constexpr char tasks_with_numbers[] = "SELECT title, kle FROM tasks WHERE kle <> '' ORDER BY id";
constexpr char known_release[] = "SELECT value FROM meta WHERE key = 'kle_released_on'";
constexpr char set_release[] = R"(
INSERT INTO meta (key, value) VALUES ('kle_released_on', :day) ON CONFLICT (key) DO UPDATE SET value = excluded.value)";

struct Row {
  std::string title;
  std::string keywords;
  bool retired = false;
  std::string replaced_by;

  friend bool operator==(const Row&, const Row&) = default;
};

using Plan = std::map<std::string, Row>;

Row row_of(KleTopic&& topic, Day today) {
  Row row;
  row.keywords = kle_keywords(topic.keywords, topic.title);
  row.title = std::move(topic.title);
  row.retired = topic.historical && (!topic.historical_from || *topic.historical_from <= today);
  if (row.retired) row.replaced_by = detail::joined(topic.replaced_by);
  return row;
}

Plan read_file(const std::filesystem::path& file, Day today, const Progress& progress, Day& released) {
  Plan plan;
  released = read_kle_plan(
      file,
      [&](KleTopic&& topic) {
        std::string number = std::move(topic.number);
        Row row = row_of(std::move(topic), today);
        // A number that was retired and given out again stands in the plan twice.
        const auto [known, added] = plan.try_emplace(std::move(number), row);
        if (!added && known->second.retired) known->second = std::move(row);
      },
      progress);
  return plan;
}

Plan read_database(detail::Connection& connection) {
  Plan plan;
  detail::Query query(connection, all_topics);
  while (query.step())
    plan.emplace(query.text(0), Row{query.text(1), query.text(2), query.integer(3) != 0, query.text(4)});
  return plan;
}

/// Fewer than half of the numbers in use that are known: the file is a part of the plan, or another one.
bool too_few(const Plan& known, const Plan& fresh) {
  std::size_t in_use = 0;
  std::size_t still_there = 0;
  for (const auto& [number, row] : known) {
    if (row.retired) continue;
    ++in_use;
    if (fresh.contains(number)) ++still_there;
  }
  return still_there * 2 < in_use;
}

/// Counts what differs, keeps examples, and writes it.
class Update {
 public:
  Update(detail::Connection& connection, KleReport& report) : connection_(connection), report_(report) {}

  void run(const Plan& known, const Plan& fresh) {
    keep_examples_ = !known.empty();
    auto old = known.begin();
    for (const auto& [number, row] : fresh) {
      for (; old != known.end() && old->first < number; ++old) drop(old->first, old->second);
      const bool is_known = old != known.end() && old->first == number;
      put(number, is_known ? &old->second : nullptr, row);
      if (is_known) ++old;
    }
    for (; old != known.end(); ++old) drop(old->first, old->second);
  }

  bool changed_anything() const { return changed_anything_; }

 private:
  void put(const std::string& number, const Row* old, const Row& row) {
    if (old != nullptr && *old == row) {
      ++report_.same;
      return;
    }
    if (row.retired && (old == nullptr || !old->retired)) {
      ++report_.retired;
      example(KleChange::Kind::retired, number, old, &row);
    } else if (!row.retired && (old == nullptr || old->retired)) {
      ++report_.added;
      example(KleChange::Kind::added, number, old, &row);
    } else {
      ++report_.changed;
      example(KleChange::Kind::changed, number, old, &row);
    }
    changed_anything_ = true;
    detail::Query(connection_, put_topic)
        .bind(":number", number)
        .bind(":title", row.title)
        .bind(":keywords", row.keywords)
        .bind(":retired", std::int64_t{row.retired})
        .bind(":replaced_by", row.replaced_by)
        .run();
  }

  void drop(const std::string& number, const Row& old) {
    ++report_.gone;
    example(KleChange::Kind::gone, number, &old, nullptr);
    changed_anything_ = true;
    detail::Query(connection_, drop_topic).bind(":number", number).run();
  }

  void example(KleChange::Kind kind, const std::string& number, const Row* old, const Row* row) {
    if (!keep_examples_ || report_.changes.size() >= kle_examples_max) return;
    report_.changes.push_back({kind, number, old != nullptr ? old->title : std::string(),
                               row != nullptr ? row->title : std::string(),
                               row != nullptr ? row->replaced_by : std::string()});
  }

  detail::Connection& connection_;
  KleReport& report_;
  bool keep_examples_ = false;
  bool changed_anything_ = false;
};

void find_stale_tasks(detail::Connection& connection, const Plan& plan, KleReport& report) {
  detail::Query query(connection, tasks_with_numbers);
  while (query.step()) {
    detail::for_each_item(query.view(1), [&](std::string_view item) {
      const auto known = plan.find(std::string(item));
      if (known != plan.end() && !known->second.retired) return;
      ++report.stale;
      if (report.stale_tasks.size() >= kle_examples_max) return;
      const bool retired = known != plan.end();
      report.stale_tasks.push_back(
          {query.text(0), std::string(item), retired, retired ? known->second.replaced_by : std::string()});
    });
  }
}

}  // namespace

KleReport import_kle(Database& database, const std::filesystem::path& file, const ImportOptions& options,
                     Instant now, const Progress& progress) {
  KleReport report;
  const Plan fresh = read_file(file, std::chrono::floor<std::chrono::days>(now), progress, report.released);
  auto& connection = database.connection();
  Transaction transaction(database);
  if (detail::Query query(connection, known_release); query.step()) report.known_release = query.day(0);
  const Plan known = read_database(connection);
  report.refused_too_few = !options.allow_mass_deletion && too_few(known, fresh);
  Update update(connection, report);
  update.run(known, fresh);
  find_stale_tasks(connection, fresh, report);
  if (options.dry_run || report.refused_too_few) return report;
  detail::Query(connection, set_release)
      .bind(":day", std::int64_t{report.released.time_since_epoch().count()})
      .run();
  if (update.changed_anything()) count_catalogue_change(transaction);
  transaction.commit();
  database.flush();
  report.applied = true;
  return report;
}

}  // namespace store
