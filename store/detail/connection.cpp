#include "store/detail/connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>

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

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

namespace {

Statement& prepared(Connection& connection, const char* sql) {
  Statement& statement = connection.statements[sql];
  if (statement.handle) return statement;
  sqlite3_stmt* handle = nullptr;
  sqlite3* const database = connection.database.getHandle();
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK)
    throw explain(connection.file, SQLite::Exception(database));
  statement.handle.reset(handle);
  return statement;
}

}  // namespace

Query::Query(Connection& connection, const char* sql)
    : connection_(connection), statement_(prepared(connection, sql)) {}

Query::~Query() {
  sqlite3_reset(statement_.handle.get());
}

Query& Query::again() {
  sqlite3_reset(statement_.handle.get());
  return *this;
}

void Query::check(int status) const {
  if (status != SQLITE_OK)
    throw explain(connection_.file, SQLite::Exception(connection_.database.getHandle(), status));
}

int Query::position(Parameter parameter) {
  auto& known = statement_.positions;
  const auto is_it = [&](const auto& bound) { return bound.first == parameter.name; };
  // One statement is bound in the same order each time.
  if (next_ < known.size() && is_it(known[next_])) return known[next_++].second;
  auto found = std::find_if(known.begin(), known.end(), is_it);
  // Position 0 for a name that is not in the statement: SQLite refuses it when it is bound.
  if (found == known.end())
    found = known.emplace(found, parameter.name,
                          sqlite3_bind_parameter_index(statement_.handle.get(), parameter.name));
  next_ = static_cast<std::size_t>(found - known.begin()) + 1;
  return found->second;
}

Query& Query::bind(Parameter name, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.handle.get(), position(name), value));
  return *this;
}

Query& Query::bind(Parameter name, const std::string& value) {
  check(sqlite3_bind_text64(statement_.handle.get(), position(name), value.data(), value.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(Parameter name, const char* constant) {
  check(sqlite3_bind_text(statement_.handle.get(), position(name), constant, -1, SQLITE_STATIC));
  return *this;
}

Query& Query::bind(Parameter name, std::nullopt_t) {
  check(sqlite3_bind_null(statement_.handle.get(), position(name)));
  return *this;
}

Query& Query::bind(Parameter name, OptionalDay value) {
  return value ? bind(name, std::int64_t{(*value).time_since_epoch().count()}) : bind(name, std::nullopt);
}

Query& Query::bind(Parameter name, const std::optional<std::string>& value) {
  return value ? bind(name, *value) : bind(name, std::nullopt);
}

Query& Query::bind(Parameter name, std::optional<std::int64_t> value) {
  return value ? bind(name, *value) : bind(name, std::nullopt);
}

bool Query::step() {
  const int status = sqlite3_step(statement_.handle.get());
  if (status == SQLITE_ROW) return true;
  check(status == SQLITE_DONE ? SQLITE_OK : status);
  return false;
}

int Query::run() {
  [[maybe_unused]] const bool row = step();
  assert(!row);
  return sqlite3_changes(connection_.database.getHandle());
}

int Query::columns() const {
  return sqlite3_column_count(statement_.handle.get());
}

std::string Query::name(int column) const {
  return sqlite3_column_name(statement_.handle.get(), column);
}

bool Query::null(int column) const {
  assert(column < sqlite3_data_count(statement_.handle.get()));
  return sqlite3_column_type(statement_.handle.get(), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
  assert(column < sqlite3_data_count(statement_.handle.get()));
  return sqlite3_column_int64(statement_.handle.get(), column);
}

std::string Query::text(int column) const {
  return std::string(view(column));
}

std::string_view Query::view(int column) const {
  assert(column < sqlite3_data_count(statement_.handle.get()));
  const auto* const bytes = sqlite3_column_text(statement_.handle.get(), column);
  if (bytes == nullptr) return {};
  const int size = sqlite3_column_bytes(statement_.handle.get(), column);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::optional<Instant> Query::optional_instant(int column) const {
  return null(column) ? std::nullopt : std::optional(instant(column));
}

OptionalDay Query::day(int column) const {
  return null(column) ? OptionalDay() : OptionalDay(Day{std::chrono::days{integer(column)}});
}

}  // namespace store::detail
