#pragma once
// The SQLite connection behind store::Database. For store/*.cpp only.
#include "store/catalogue.hpp"
#include "store/clock.hpp"
#include "store/detail/journal_writes.hpp"
#include "store/detail/pseudonyms.hpp"
#include "store/error.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace store::detail {

/// Turns what SQLite says about a file into a sentence with a remedy.
StoreError explain(const std::filesystem::path& file, const SQLite::Exception&);

/// The name of a parameter, ":task". A constant, so that it is known by its address once it was looked up.
struct Parameter {
  consteval Parameter(const char* constant) : name(constant) {}
  const char* name;
};

/// SQLite's own statement: asked sixty times a turn, the wrapper's checks and counted references are a third
/// of the cost.
struct Statement {
  struct Finalize {
    void operator()(sqlite3_stmt*) const;
  };

  std::unique_ptr<sqlite3_stmt, Finalize> handle;
  std::vector<std::pair<const char*, int>> positions;  ///< of the parameters that were bound so far
};

/// A megabyte of the file in memory, half of what SQLite usually takes. With 5,000 people a turn then reads
/// 0.2 pages in groups of 16 as before, 0.7 instead of 0.2 in groups of 64 (2026-11).
inline constexpr char usual_cache[] = "PRAGMA cache_size = -1000";

/// The journal is merged into the file when it has so many pages, 16 MB, four times what is usual with
/// SQLite: the same page of the file is then written and flushed less often.
inline constexpr int journal_pages_max = 4000;

/// The secret behind the pseudonyms of the question log.
struct QuestionKey {
  Day made_on;
  std::string secret;
};

/// An open file and its prepared statements.
struct Connection {
  Connection(const std::filesystem::path& path, int flags)
      : file(path), database(path.string(), flags, 0, gathering_file_system()) {}

  bool in_transaction() const;

  std::filesystem::path file;
  SQLite::Database database;
  /// By the address of the SQL constant, so that finding a statement again costs no comparison of texts.
  std::unordered_map<const char*, Statement> statements;
  Pseudonyms pseudonyms;
  int journal_pages = 0;                    ///< after the last commit, if a JournalMerger counts them
  std::optional<QuestionKey> question_key;  ///< as the file has it; gone when a transaction is undone
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

  Query& bind(Parameter name, std::int64_t value);
  Query& bind(Parameter name, const std::string& value);  ///< not copied: must live until the last step
  Query& bind(Parameter name, std::string&&) = delete;
  Query& bind(Parameter name, const char* constant);
  Query& bind(Parameter name, std::nullopt_t);
  Query& bind(Parameter name, Instant value) {
    return bind(name, std::int64_t{value.time_since_epoch().count()});
  }
  Query& bind(Parameter name, OptionalDay value);
  Query& bind(Parameter name, const std::optional<std::string>& value);
  Query& bind(Parameter name, std::optional<std::int64_t> value);

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
  int position(Parameter);
  void check(int status) const;

  Connection& connection_;
  Statement& statement_;
  std::size_t next_ = 0;  ///< in Statement::positions: what is probably bound next
};

}  // namespace store::detail
