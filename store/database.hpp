#pragma once
// The one data file. No SQLite type shows outside store/.
#include "store/error.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace store {

namespace detail {
struct Connection;  // store/detail/connection.hpp, for store/*.cpp only
}

/// One connection to the data file. Not thread-safe: one thread uses it at a time.
class Database {
 public:
  enum class Create : bool { no, yes };

  /// What is done with a file that an older program has written. There is no way back from an update, an
  /// older service may still be at work on the file, and it takes minutes when there are gigabytes: so only
  /// the service does it, which has the file to itself.
  enum class Older : char {
    refuse,  ///< StoreError, with the remedy
    update,  ///< all or nothing
    leave,   ///< as it is: good for version(), problems() and backup() alone
  };

  /// Opens the file (WAL, foreign keys on); creates it if allowed. Throws StoreError when the file is
  /// missing, is no Indgang database, is damaged, or was written by a newer program.
  Database(const std::filesystem::path& file, Create create, Older older = Older::refuse);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// The version of the data: the number of the last migration that the file has been through.
  int version();
  /// The version that this program works with.
  static int newest_version();

  /// Changes whenever another connection or process has changed the file. Cheap: no disk access.
  std::int64_t data_version();

  /// Waits until everything committed so far would survive a power cut. Throws StoreError.
  void flush();

  /// Copies the database to another file while it is in use. The copy is complete and consistent. Throws
  /// StoreError; an existing file at `to` is refused.
  void backup(const std::filesystem::path& to);

  /// Runs SQLite's quick check; empty when all is well, else what it said.
  std::string problems();

  detail::Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<detail::Connection> connection_;
};

/// An immediate transaction: what is done between construction and commit() is durable together or not at
/// all. Commits survive the death of the process; Database::flush() makes them survive a power cut too.
class Transaction {
 public:
  explicit Transaction(Database&);
  ~Transaction();  ///< rolls back unless committed
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();
  Database& database() { return database_; }

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace store
