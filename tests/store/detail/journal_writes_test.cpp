#include "store/detail/journal_writes.hpp"

#include "tests/store/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace {

struct File {
  tests::TemporaryFolder folder;
  SQLite::Database database{(folder / "a.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                            store::detail::gathering_file_system()};
  int copies = 0;

  File() {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = 10");
    database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  }
  void add(int rows) {
    for (int i = 0; i < rows; ++i) database.exec("INSERT INTO t (text) VALUES (hex(randomblob(1000)))");
  }
  /// How many rows are there after the death of the process at this moment.
  int survive() {
    const auto copy = folder / ("copy" + std::to_string(++copies) + ".db");
    std::filesystem::copy_file(folder / "a.db", copy);
    std::filesystem::copy_file(folder / "a.db-wal", copy.string() + "-wal");
    SQLite::Database other(copy.string(), SQLite::OPEN_READWRITE);
    CHECK(other.execAndGet("PRAGMA integrity_check").getString() == "ok");
    return other.execAndGet("SELECT count(*) FROM t").getInt();
  }
};

}  // namespace

TEST_CASE("journal writes: what is committed is in the files at once, and nothing before") {
  File file;
  file.add(1);
  CHECK(file.survive() == 1);
  {
    SQLite::Transaction transaction(file.database);
    file.add(3);
    CHECK(file.survive() == 1);
    transaction.commit();
  }
  CHECK(file.survive() == 4);
  SQLite::Database reader((file.folder / "a.db").string(), SQLite::OPEN_READONLY);
  CHECK(reader.execAndGet("SELECT count(*) FROM t").getInt() == 4);
}

TEST_CASE("journal writes: a transaction longer than what is gathered, read on the way, undone or kept") {
  File file;
  for (const bool keep : {false, true, false}) {
    const int before = file.survive();
    {
      SQLite::Transaction transaction(file.database);
      file.add(200);
      CHECK(file.database.execAndGet("SELECT count(*) FROM t WHERE length(text) = 2000").getInt() ==
            before + 200);
      CHECK(file.survive() == before);
      if (keep) transaction.commit();
    }
    file.add(1);
    CHECK(file.survive() == before + (keep ? 201 : 1));
  }
  file.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  file.add(1);
  CHECK(file.survive() == 204);
}

TEST_CASE("journal writes: pages that left the cache early and changed again survive the commit") {
  File file;
  file.add(300);
  {
    SQLite::Transaction transaction(file.database);
    for (int round = 0; round < 3; ++round) file.database.exec("UPDATE t SET text = hex(randomblob(900))");
    transaction.commit();
  }
  CHECK(file.survive() == 300);
  const auto copy = (file.folder / "copy1.db").string();
  SQLite::Database survived(copy, SQLite::OPEN_READONLY);
  CHECK(survived.execAndGet("SELECT count(*) FROM t WHERE length(text) = 1800").getInt() == 300);
}
