#include "store/detail/connection.hpp"

#include <sqlite3.h>

namespace store::detail {

StoreError explain(const std::filesystem::path& file, const SQLite::Exception& error) {
  const std::string name = "The database " + file.string();
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
      return StoreError(name +
                        " is damaged: stop the service, delete the files beside it that end in -wal and "
                        "-shm, and put the last "
                        "copy made with `indgang backup` in its place.");
    case SQLITE_NOTADB:
      return StoreError(
          name +
          " is no Indgang database, or is damaged beyond reading: name another file in [database] "
          "file, or delete the files beside it that end in -wal and -shm and put the last copy made with "
          "`indgang backup` in its place.");
    case SQLITE_FULL:
      return StoreError(
          name + " cannot grow because its disk is full: free space there; the last step was not kept.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return StoreError(
          name +
          " cannot be written: give the user that runs Indgang write access to the file and its folder.");
    case SQLITE_CANTOPEN:
      return StoreError(
          name +
          " cannot be opened: check that its folder exists and that the user that runs Indgang may "
          "read and write there.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(
          name +
          " has been locked by another program for more than a minute: wait until the import or "
          "backup that runs there has ended, and try again.");
    case SQLITE_IOERR:
      return StoreError(name + " cannot be read or written (" + error.getErrorStr() +
                        "): check the disk, then run `indgang check`.");
    default:
      return StoreError(name + " refused a step (" + error.what() + "): run `indgang check`.");
  }
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database.getHandle()) == 0;
}

template <typename Action>
auto Query::guarded(const Action& action) const {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    throw explain(connection_.file, error);
  }
}

Query::Query(Connection& connection, const char* sql) : connection_(connection) {
  statement_ = guarded([&] {
    auto& statement = connection.statements[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(connection.database, sql);
    return statement.get();
  });
}

Query::~Query() {
  statement_->tryReset();
}

Query& Query::again() {
  statement_->tryReset();
  return *this;
}

Query& Query::bind(const char* name, std::int64_t value) {
  guarded([&] { statement_->bind(name, static_cast<int64_t>(value)); });
  return *this;
}

Query& Query::bind(const char* name, const std::string& value) {
  guarded([&] { statement_->bindNoCopy(name, value); });
  return *this;
}

Query& Query::bind(const char* name, const char* constant) {
  guarded([&] { statement_->bindNoCopy(name, constant); });
  return *this;
}

Query& Query::bind(const char* name, std::nullopt_t) {
  guarded([&] { statement_->bind(name); });
  return *this;
}

Query& Query::bind(const char* name, OptionalDay value) {
  return value ? bind(name, std::int64_t{(*value).time_since_epoch().count()}) : bind(name, std::nullopt);
}

Query& Query::bind(const char* name, const std::optional<std::string>& value) {
  return value ? bind(name, *value) : bind(name, std::nullopt);
}

Query& Query::bind(const char* name, std::optional<std::int64_t> value) {
  return value ? bind(name, *value) : bind(name, std::nullopt);
}

bool Query::step() {
  return guarded([&] { return statement_->executeStep(); });
}

int Query::run() {
  return guarded([&] { return statement_->exec(); });
}

int Query::columns() const {
  return statement_->getColumnCount();
}

std::string Query::name(int column) const {
  return statement_->getColumnName(column);
}

bool Query::null(int column) const {
  return statement_->isColumnNull(column);
}

std::int64_t Query::integer(int column) const {
  return statement_->getColumn(column).getInt64();
}

std::string Query::text(int column) const {
  return std::string(view(column));
}

std::string_view Query::view(int column) const {
  const auto value = statement_->getColumn(column);
  const char* const bytes = value.getText("");
  return {bytes, static_cast<std::size_t>(value.getBytes())};
}

std::optional<Instant> Query::optional_instant(int column) const {
  return null(column) ? std::nullopt : std::optional(instant(column));
}

OptionalDay Query::day(int column) const {
  return null(column) ? OptionalDay() : OptionalDay(Day{std::chrono::days{integer(column)}});
}

}  // namespace store::detail
