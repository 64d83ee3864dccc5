#include "store/database.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/journal_file.hpp"
#include "store/migrations/embedded.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace store {

namespace {

/// "Indg" in the header of the file, so that other programs' databases are told apart (SQLite: PRAGMA
/// application_id).
constexpr std::int64_t our_application_id = 0x496e6467;
// An import of a million rows writes for half a minute; the service waits for it rather than fail.
constexpr int busy_timeout_ms = 60'000;

using detail::Connection;
using detail::explain;

std::int64_t pragma(SQLite::Database& database, const char* question) {
  return database.execAndGet(question).getInt64();
}

/// The number at the beginning of a migration's file name.
int number_of(std::string_view file_name) {
  int number = 0;
  std::from_chars(file_name.data(), file_name.data() + file_name.size(), number);
  return number;
}

/// Ours, or nobody's yet; throws for a file that another program or a newer one of ours has written.
void check_owner(Connection& connection, Database::Create create) {
  // One reading of all three: another process may be making the database at this moment.
  SQLite::Transaction reading(connection.database, SQLite::TransactionBehavior::DEFERRED);
  const bool empty = pragma(connection.database, "SELECT count(*) FROM sqlite_schema") == 0;
  const auto application = pragma(connection.database, "PRAGMA application_id");
  const auto version = pragma(connection.database, "PRAGMA user_version");
  const std::string name = connection.file.string();
  if (application == 0 && empty && create == Database::Create::no)
    throw StoreError("The database " + name +
                     " is empty: name the right file in [database] file, or fill it with "
                     "`indgang import people` and `indgang import catalogue`.");
  if (application != our_application_id && !(application == 0 && empty))
    throw StoreError("The database " + name +
                     " belongs to another program: name another file in [database] file.");
  if (version > Database::newest_version())
    throw StoreError(
        "The database " + name + " was written by a newer Indgang (data version " + std::to_string(version) +
        ", this program knows " + std::to_string(Database::newest_version()) +
        "): install the newer program, or restore the copy made with `indgang backup` before the update.");
}

/// Brings the file to the newest version. Two processes may try at once: the second finds it done.
void migrate(Connection& connection, Database::Older older) {
  auto& database = connection.database;
  if (pragma(database, "PRAGMA user_version") == Database::newest_version()) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const auto version = pragma(database, "PRAGMA user_version");
  if (version != 0 && version < Database::newest_version() && older == Database::Older::refuse)
    throw StoreError("The database " + connection.file.string() + " has data version " +
                     std::to_string(version) + ", this program works with " +
                     std::to_string(Database::newest_version()) +
                     ": `indgang serve` updates it when it starts. There is no way back, so make a copy with "
                     "`indgang backup` before.");
  for (const auto& file : store_migrations::files()) {
    if (number_of(file.name) <= version) continue;
    database.exec(std::string(file.bytes));
    database.exec("PRAGMA user_version = " + std::to_string(number_of(file.name)));
  }
  database.exec("PRAGMA application_id = " + std::to_string(our_application_id));
  transaction.commit();
}

/// SQLite's own count of its memory, which nobody asks for, takes a lock at each of 500 allocations a turn.
/// To be said before SQLite's first use; later it is refused, which does no harm.
void leave_memory_uncounted() {
  static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(said);
}

/// Two that make one file at the same moment are in each other's way here, and SQLite does not wait: it holds
/// a lock already that it would have to give back first.
void use_journal(SQLite::Database& database) {
  constexpr int pause_ms = 10;
  for (int waited_ms = 0;; waited_ms += pause_ms) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& error) {
      if (error.getErrorCode() != SQLITE_BUSY || waited_ms >= busy_timeout_ms) throw;
      sqlite3_sleep(pause_ms);
    }
  }
}

std::unique_ptr<Connection> open(const std::filesystem::path& file, Database::Create create,
                                 Database::Older older) {
  leave_memory_uncounted();
  detail::check_journal(file);
  std::error_code ignored;
  if (create == Database::Create::no && !std::filesystem::exists(file, ignored))
    throw StoreError("There is no database " + file.string() +
                     ": name the right file in [database] file, or make one with `indgang import people` and "
                     "`indgang import catalogue`.");
  try {
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX |
                      (create == Database::Create::yes ? SQLite::OPEN_CREATE : 0);
    auto connection = std::make_unique<Connection>(file, flags);
    connection->database.setBusyTimeout(busy_timeout_ms);
    check_owner(*connection, create);
    use_journal(connection->database);
    connection->database.exec("PRAGMA synchronous = NORMAL");
    connection->database.exec("PRAGMA foreign_keys = ON");
    connection->database.exec(detail::usual_cache);
    sqlite3_wal_autocheckpoint(connection->database.getHandle(), detail::journal_pages_max);
    if (older != Database::Older::leave) migrate(*connection, older);
    return connection;
  } catch (const SQLite::Exception& error) {
    throw explain(file, error);
  }
}

}  // namespace

Database::Database(const std::filesystem::path& file, Create create, Older older)
    : connection_(open(file, create, older)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

int Database::version() {
  return static_cast<int>(pragma(connection_->database, "PRAGMA user_version"));
}

int Database::newest_version() {
  int newest = 0;
  for (const auto& file : store_migrations::files()) newest = std::max(newest, number_of(file.name));
  return newest;
}

std::int64_t Database::data_version() {
  static constexpr char sql[] = "PRAGMA data_version";
  detail::Query query(*connection_, sql);
  query.step();
  return query.integer(0);
}

void Database::flush() {
  // `PRAGMA synchronous` cannot be changed for one transaction, so the WAL is synced by hand: what is in it
  // after a sync is found again by SQLite's recovery (sqlite.org/wal.html, "durable";
  // sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).
  sqlite3_file* wal = nullptr;
  int status =
      sqlite3_file_control(connection_->database.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
  // Without methods the WAL is not open: this connection has neither read nor written anything yet.
  if (status == SQLITE_OK && wal != nullptr && wal->pMethods != nullptr)
    status = wal->pMethods->xSync(wal, SQLITE_SYNC_NORMAL);
  if (status != SQLITE_OK) throw explain(connection_->file, SQLite::Exception("sync", status));
}

void Database::backup(const std::filesystem::path& to) {
  if (std::filesystem::exists(to))
    throw StoreError("The file " + to.string() + " exists already: name a new file for the copy.");
  static constexpr char sql[] = "VACUUM INTO :file";
  const std::string name = to.string();
  try {
    detail::Query(*connection_, sql).bind(":file", name).run();
  } catch (const StoreError& error) {
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    throw StoreError("No copy was made at " + name + ": " + error.what());
  }
}

std::string Database::problems() {
  static constexpr char pages[] = "PRAGMA quick_check(10)";
  static constexpr char references[] = "PRAGMA foreign_key_check";
  std::string said;
  for (detail::Query query(*connection_, pages); query.step();)
    if (query.view(0) != "ok") said.append(said.empty() ? "" : "; ").append(query.view(0));
  detail::Query dangling(*connection_, references);
  if (dangling.step())
    said.append(said.empty() ? "" : "; ")
        .append("rows of ")
        .append(dangling.view(0))
        .append(" point to nothing");
  return said;
}

Transaction::Transaction(Database& database) : database_(database) {
  static constexpr char sql[] = "BEGIN IMMEDIATE";
  detail::Query(database_.connection(), sql).run();
}

Transaction::~Transaction() {
  if (!open_) return;
  static constexpr char sql[] = "ROLLBACK";
  database_.connection().question_key.reset();  // it may have been made in this transaction
  try {
    // SQLite has already rolled back by itself after some errors (disk full, I/O): then there is nothing to
    // do.
    if (database_.connection().in_transaction()) detail::Query(database_.connection(), sql).run();
  } catch (const StoreError&) {
    // The changes are not committed, whatever happens: the next opening rolls them back.
  }
}

void Transaction::commit() {
  static constexpr char sql[] = "COMMIT";
  detail::Query(database_.connection(), sql).run();
  open_ = false;
}

}  // namespace store
