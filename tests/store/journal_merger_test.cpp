#include "store/journal_merger.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace store;

namespace {

constexpr int pages = 40;
constexpr int plenty = 200'000;  // of commits: the other thread gets its turn long before

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  JournalMerger merger{database, pages};
  int rows = 0;
  int copies = 0;

  Fixture() { database.connection().database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)"); }

  void add() {
    Transaction transaction(database);
    database.connection().database.exec("INSERT INTO t (bytes) VALUES (randomblob(5000))");
    transaction.commit();
    ++rows;
    merger.committed();
  }
  /// Adds rows until the journal begins anew; false if it never does.
  bool begins_anew() {
    for (int i = 0; i < plenty; ++i) {
      const int before = database.connection().journal_pages;
      add();
      if (database.connection().journal_pages < before) return true;
    }
    return false;
  }
  /// How many rows a copy of the file has, made at this moment with its journal or without.
  int survive(bool with_journal) {
    const auto copy = folder / ("copy" + std::to_string(++copies) + ".db");
    std::filesystem::copy_file(folder / "a.db", copy);
    if (with_journal) std::filesystem::copy_file(folder / "a.db-wal", copy.string() + "-wal");
    SQLite::Database other(copy.string(), SQLite::OPEN_READWRITE);
    CHECK(other.execAndGet("PRAGMA integrity_check").getString() == "ok");
    return other.execAndGet("SELECT count(*) FROM t").getInt();
  }
};

}  // namespace

TEST_CASE("journal merger: the journal begins anew while one commit follows the other, and all is there") {
  Fixture f;
  for (int round = 0; round < 3; ++round) {
    REQUIRE(f.begins_anew());
    // All but the row that began it anew.
    CHECK(f.survive(false) == f.rows - 1);
    CHECK(f.survive(true) == f.rows);
  }
  CHECK(f.rows > 3 * pages / 4);
}

TEST_CASE("journal merger: what somebody still reads stays in the journal, and goes when that has ended") {
  Fixture f;
  {
    Database other(f.folder / "a.db", Database::Create::no);
    SQLite::Transaction reading(other.connection().database);
    CHECK(other.connection().database.execAndGet("SELECT count(*) FROM t").getInt() == 0);
    for (int i = 0; i < 10 * pages; ++i) {
      const int before = f.database.connection().journal_pages;
      f.add();
      REQUIRE(f.database.connection().journal_pages > before);
    }
    CHECK(f.survive(true) == f.rows);
  }
  REQUIRE(f.begins_anew());
  CHECK(f.survive(false) == f.rows - 1);
}

TEST_CASE("journal merger: without a connection of its own it merges between the transactions") {
  Fixture f;
  std::filesystem::rename(f.folder / "a.db", f.folder / "b.db");
  REQUIRE(f.begins_anew());
  std::filesystem::rename(f.folder / "b.db", f.folder / "a.db");
  CHECK(f.survive(false) == f.rows - 1);
}
