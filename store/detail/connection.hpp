#pragma once
// The SQLite connection behind store::Database. For store/*.cpp only.
#include "store/catalogue.hpp"
#include "store/clock.hpp"
#include "store/error.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace store::detail {

/// Turns what SQLite says about a file into a sentence with a remedy.
StoreError explain(const std::filesystem::path& file, const SQLite::Exception&);

/// An open file and its prepared statements.
struct Connection {
  Connection(const std::filesystem::path& path, int flags) : file(path), database(path.string(), flags) {}

  bool in_transaction() const;

  std::filesystem::path file;
  SQLite::Database database;
  /// By the address of the SQL constant, so that finding a statement again costs no comparison of texts.
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements;
};

/// One run of a prepared statement: bind by name, then step() or run(). The statement is prepared once for
/// each connection; `sql` must be a constant. It is free for its next run when this object goes. Failures are
/// StoreErrors.
class Query {
 public:
  Query(Connection&, const char* sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(const char* name, std::int64_t value);
  Query& bind(const char* name, const std::string& value);  ///< not copied: must live until the last step
  Query& bind(const char* name, std::string&&) = delete;
  Query& bind(const char* name, const char* constant);
  Query& bind(const char* name, std::nullopt_t);
  Query& bind(const char* name, Instant value) {
    return bind(name, std::int64_t{value.time_since_epoch().count()});
  }
  Query& bind(const char* name, OptionalDay value);
  Query& bind(const char* name, const std::optional<std::string>& value);
  Query& bind(const char* name, std::optional<std::int64_t> value);

  /// Goes to the next row; false after the last.
  bool step();
  /// Runs a statement that gives no rows; returns how many rows it changed.
  int run();
  /// Makes the statement ready for the next run with the same object; what is not bound anew keeps its value.
  Query& again();

  int columns() const;
  std::string name(int column) const;
  bool null(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string_view view(int column) const;  ///< until the next step
  Instant instant(int column) const { return Instant{std::chrono::seconds{integer(column)}}; }
  std::optional<Instant> optional_instant(int column) const;
  OptionalDay day(int column) const;

 private:
  template <typename Action>
  auto guarded(const Action& action) const;

  Connection& connection_;
  SQLite::Statement* statement_ = nullptr;
};

}  // namespace store::detail
