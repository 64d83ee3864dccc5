#include "store/detail/import_run.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/email.hpp"
#include "store/detail/history_triggers.hpp"

#include <algorithm>

namespace store::detail {

namespace {

constexpr int attempts_max = 5;

/// While an import writes, SQLite may hold this much of the file, so that no page is written to the log again
/// and again. (100,000 rows: a file of 43 MB, for which 2 MB wrote 400,000 pages.)
class LargeCache {
 public:
  explicit LargeCache(Connection& connection) : connection_(connection) {
    connection_.database.exec("PRAGMA cache_size = -65536");
  }
  ~LargeCache() { connection_.database.tryExec(usual_cache); }
  LargeCache(const LargeCache&) = delete;
  LargeCache& operator=(const LargeCache&) = delete;

 private:
  Connection& connection_;
};

bool anything(const Changes& changes) {
  return changes.added + changes.changed + changes.moved + changes.gone > 0;
}

}  // namespace

ImportReport run_import(Database& database, const ImportOptions& options, Instant now,
                        const Progress& progress, const Reader& read) {
  const LargeCache cache(database.connection());
  for (int attempt = 0; attempt < attempts_max; ++attempt) {
    ImportReport report;
    const std::int64_t version = catalogue_version(database);
    const auto write = read(report);
    std::stable_sort(report.errors.begin(), report.errors.end(),
                     [](const RowError& a, const RowError& b) { return a.line < b.line; });
    Transaction transaction(database);
    if (catalogue_version(database) != version) continue;
    {
      const HistoryTriggers history(database.connection(), now);
      write(transaction);
    }
    // With errors the counts tell what the other rows would do: what is missing because of an error counts as
    // gone.
    if (options.allow_mass_deletion || !report.errors.empty()) report.refused_mass_deletion = false;
    if (!report.refused_mass_deletion && !options.dry_run && report.errors.empty()) {
      const bool changed = anything(report.tasks) || anything(report.people) ||
                           anything(report.responsibilities) || anything(report.networks);
      if (changed) count_catalogue_change(transaction);
      transaction.commit();
      database.flush();
      report.applied = true;
    }
    if (progress) progress(1);
    return report;
  }
  throw StoreError(
      "The catalogue was changed by somebody else again and again while the file was read: try again later.");
}

bool mass_deletion(std::int64_t before, std::int64_t gone) {
  return before >= 10 && gone * 5 > before;
}

void PendingPeople::add(PersonIndex person, PersonIndex PersonRecord::*field, int column) {
  pending_.push_back({person, field, column, table_.line(), table_.cell(column)});
}

void PendingPeople::resolve() {
  for (const Pending& pending : pending_) {
    const PersonIndex named = people_.by_email(pending.email);
    if (named == no_index) {
      table_.error_at(
          pending.line, pending.column,
          "nobody with this e-mail is in the file or in the database: correct it or add the person");
      continue;
    }
    people_.at(named).mentioned = true;
    change(people_.at(pending.person), pending.field, named == pending.person ? no_index : named);
  }
}

bool check_email(Table& table, int column) {
  if (table.cell(column).empty() || looks_like_email(table.cell(column))) return true;
  table.error(column, "this is no e-mail address: write it like name@municipality.example");
  return false;
}

}  // namespace store::detail
