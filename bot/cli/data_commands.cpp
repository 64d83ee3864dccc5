// import, export, backup, outbox.
#include "bot/cli/commands.hpp"
#include "bot/cli/progress_line.hpp"
#include "bot/network.hpp"
#include "handlers/contacts.hpp"
#include "handlers/time/zone.hpp"
#include "store/database.hpp"
#include "store/export.hpp"
#include "store/import.hpp"
#include "store/outbox.hpp"
#include "store/restored_copy.hpp"

#include <iomanip>
#include <iostream>

namespace bot {
namespace {

constexpr int errors_shown_max = 50;

void show_changes(const char* what, const store::Changes& changes) {
  std::cerr << what << ": " << changes.added << " new, " << changes.changed << " changed, " << changes.moved
            << " moved, " << changes.gone << " gone, " << changes.same << " unchanged\n";
}

store::ImportReport run_import(store::Database& database, const ImportCommand& command,
                               const config::Settings& settings, store::Instant now) {
  store::ImportOptions options;
  options.dry_run = command.dry_run;
  options.allow_mass_deletion = command.allow_mass_deletion;
  const store::Progress progress = progress_line(command.file.filename().string());
  if (command.what == "people") return store::import_people(database, command.file, options, now, progress);
  if (command.what == "networks")
    return store::import_networks(
        database, command.file, options, now,
        [&](const std::string& local) { return handlers::parse_local_time(local, settings.time_zone); },
        progress);
  if (command.what == "roles")
    return store::import_roles(
        database, command.file, options,
        {handlers::local_day(now, settings.time_zone), !settings.roles_administrators.empty()}, now,
        progress);
  return store::import_catalogue(database, command.file, options, now, progress);
}

void show_errors(const ImportCommand& command, const store::ImportReport& report) {
  int shown = 0;
  for (const store::RowError& error : report.errors) {
    if (++shown > errors_shown_max) break;
    std::cerr << command.file.string() << (report.sheet.empty() ? ":" : ", sheet " + report.sheet + ", row ")
              << error.line << ": " << (error.column.empty() ? "" : "column " + error.column + ": ")
              << error.reason << "\n";
  }
  if (report.errors.size() > errors_shown_max)
    std::cerr << "... and " << report.errors.size() - errors_shown_max << " more.\n";
}

std::string text_of(std::optional<store::Instant> instant) {
  if (!instant) return "-";
  const std::time_t seconds = instant->time_since_epoch().count();
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

}  // namespace

int import_file(const config::Settings& settings, const store::Clock& clock, const ImportCommand& command) {
  if (command.what == "kle") return import_kle(settings, clock, command);
  store::Database database(settings.database_file, store::Database::Create::yes);
  const store::ImportReport report = run_import(database, command, settings, clock.now());
  if (!report.sheet.empty()) std::cerr << command.file.string() << ": read sheet " << report.sheet << "\n";
  for (const std::string& note : report.notes) std::cerr << command.file.string() << ": " << note << "\n";
  show_errors(command, report);
  if (!report.errors.empty())
    std::cerr << "What the other rows would change (what stands only in rows with errors counts as gone):\n";
  if (command.what == "networks") {
    show_changes("Networks", report.networks);
  } else if (command.what == "roles") {
    show_changes("Roles", report.roles);
  } else {
    if (command.what == "catalogue") {
      show_changes("Tasks", report.tasks);
      show_changes("Responsibilities", report.responsibilities);
    }
    show_changes("People", report.people);
  }
  if (!report.errors.empty()) {
    std::cerr << "Nothing was changed: " << report.errors.size()
              << " rows have errors. Correct them and import again.\n";
    return 1;
  }
  if (report.refused_mass_deletion) {
    std::cerr << "Nothing was changed: more than a fifth of the people, tasks, networks or roles would "
                 "disappear. If that is right, import again with --allow-mass-deletion.\n";
    return 1;
  }
  if (command.dry_run) std::cerr << "A dry run: nothing was changed.\n";
  return 0;
}

/// The days that answers in chat go by.
store::GapDays gap_days(const config::Settings& settings, store::Instant now) {
  const auto policy = handler_policy(settings);
  const auto today = handlers::local_day(now, policy.zone);
  return {today, handlers::confirmed_since(today, policy)};
}

int export_data(const config::Settings& settings, const store::Clock& clock, const std::string& what,
                const std::string& format) {
  store::Database database(settings.database_file, store::Database::Create::no);
  const auto chosen = format == "json" ? store::ExportFormat::json : store::ExportFormat::csv;
  if (what == "networks")
    store::export_networks(database, std::cout, chosen);
  else if (what == "people")
    store::export_people(database, std::cout, chosen);
  else if (what == "roles")
    store::export_roles(database, std::cout, chosen);
  else if (what == "gaps")
    store::export_gaps(database, std::cout, chosen, gap_days(settings, clock.now()));
  else
    store::export_catalogue(database, std::cout, chosen);
  std::cout.flush();
  return std::cout ? 0 : 1;
}

int backup(const config::Settings& settings, const store::Clock& clock, const std::filesystem::path& to) {
  store::Database database(settings.database_file, store::Database::Create::no,
                           store::Database::Older::leave);
  const auto made = clock.now();
  database.backup(to);
  store::Database copy(to, store::Database::Create::no, store::Database::Older::leave);
  store::mark_as_copy(copy, made);
  std::cerr << "The copy is " << to.string() << ".\n";
  return 0;
}

int outbox(const config::Settings& settings, const std::string& state, int limit) {
  store::Database database(settings.database_file, store::Database::Create::no);
  const auto wanted = store::outbox_state_named(state);
  std::cout << std::left << std::setw(8) << "id" << std::setw(11) << "kind" << std::setw(11) << "state"
            << std::setw(9) << "attempts" << std::setw(22) << "created" << std::setw(22) << "finished"
            << "error\n";
  for (const store::LedgerRow& row : store::ledger(database, wanted, limit))
    std::cout << std::setw(8) << row.id << std::setw(11)
              << (row.kind == store::MessageKind::broadcast ? "broadcast" : "reply") << std::setw(11)
              << name_of(row.state) << std::setw(9) << row.attempts << std::setw(22) << text_of(row.created)
              << std::setw(22) << text_of(row.finished) << (row.error.empty() ? "-" : row.error) << "\n";
  return 0;
}

}  // namespace bot
