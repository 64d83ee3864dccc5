#include "store/database.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <thread>

using namespace store;
using Catch::Matchers::Contains;
using tests::TemporaryFolder;

namespace {

constexpr char insert_unit[] = "INSERT INTO units (name, name_folded) VALUES (:name, :name)";
constexpr char count_units[] = "SELECT count(*) FROM units";

void add_unit(Transaction& transaction, const std::string& name) {
  detail::Query(transaction.database().connection(), insert_unit).bind(":name", name).run();
}

std::int64_t units(Database& database) {
  detail::Query query(database.connection(), count_units);
  query.step();
  return query.integer(0);
}

}  // namespace

TEST_CASE("database: is made when allowed and opened again") {
  TemporaryFolder folder;
  {
    Database database(folder / "a.db", Database::Create::yes);
    Transaction transaction(database);
    add_unit(transaction, "Byg");
    transaction.commit();
    database.flush();
    CHECK(database.problems().empty());
  }
  Database again(folder / "a.db", Database::Create::no);
  CHECK(units(again) == 1);
}

TEST_CASE("database: flush works before anything was read or written") {
  TemporaryFolder folder;
  Database(folder / "a.db", Database::Create::yes).flush();
  Database again(folder / "a.db", Database::Create::no);
  CHECK_NOTHROW(again.flush());
}

TEST_CASE("database: a missing file is not made unless allowed") {
  TemporaryFolder folder;
  CHECK_THROWS_WITH(Database(folder / "a.db", Database::Create::no),
                    Contains("a.db") && Contains("indgang import"));
  CHECK_FALSE(std::filesystem::exists(folder / "a.db"));
}

TEST_CASE("database: a missing folder is named with the remedy") {
  TemporaryFolder folder;
  CHECK_THROWS_WITH(Database(folder / "no" / "a.db", Database::Create::yes), Contains("its folder exists"));
}

TEST_CASE("database: a text file is refused and stays as it was") {
  TemporaryFolder folder;
  const std::string bytes(5000, 'x');
  const auto file = folder.write("a.db", bytes);
  CHECK_THROWS_WITH(Database(file, Database::Create::yes), Contains("no Indgang database"));
  std::ifstream stream(file);
  CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == bytes);
}

TEST_CASE("database: another program's database is refused and stays as it was") {
  TemporaryFolder folder;
  {
    SQLite::Database other((folder / "a.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE theirs (a)");
  }
  CHECK_THROWS_WITH(Database(folder / "a.db", Database::Create::yes), Contains("another program"));
  SQLite::Database other((folder / "a.db").string());
  CHECK(other.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 1);
  CHECK(other.execAndGet("PRAGMA journal_mode").getString() == "delete");
}

TEST_CASE("database: a newer program's database is refused") {
  TemporaryFolder folder;
  { Database database(folder / "a.db", Database::Create::yes); }
  {
    SQLite::Database newer((folder / "a.db").string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version = 999");
  }
  CHECK_THROWS_WITH(Database(folder / "a.db", Database::Create::no),
                    Contains("newer Indgang") && Contains("999"));
}

TEST_CASE("database: an empty file is taken only by what may create one") {
  TemporaryFolder folder;
  const auto file = folder.write("a.db", "");
  CHECK_THROWS_WITH(Database(file, Database::Create::no), Contains("is empty"));
  CHECK_NOTHROW(Database(file, Database::Create::yes));
}

TEST_CASE("database: a damaged file is told with the remedy") {
  TemporaryFolder folder;
  const auto file = folder / "a.db";
  {
    Database database(file, Database::Create::yes);
    Transaction transaction(database);
    for (int i = 0; i < 2000; ++i) add_unit(transaction, "Enhed nummer " + std::to_string(i));
    transaction.commit();
  }
  {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file));
    for (std::streamoff page = 4096 * 3; page + 4096 <= size; page += 4096) {
      stream.seekp(page);
      stream << std::string(4096, 'Z');
    }
  }
  CHECK_THROWS_WITH(
      [&] {
        Database database(file, Database::Create::no);
        if (const auto problems = database.problems(); !problems.empty()) units(database);
        Transaction transaction(database);
        add_unit(transaction, "ny");
        transaction.commit();
      }(),
      Contains("damaged") && Contains("a.db") && Contains("indgang backup"));
}

TEST_CASE("database: a transaction that is not committed leaves nothing") {
  TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  {
    Transaction transaction(database);
    add_unit(transaction, "Byg");
  }
  CHECK(units(database) == 0);
  Transaction transaction(database);
  add_unit(transaction, "Byg");
  transaction.commit();
  CHECK(units(database) == 1);
}

TEST_CASE("database: sees that another connection has written, and only that") {
  TemporaryFolder folder;
  Database one(folder / "a.db", Database::Create::yes);
  Database other(folder / "a.db", Database::Create::no);
  const auto before = one.data_version();
  CHECK(one.data_version() == before);
  {
    Transaction transaction(one);
    add_unit(transaction, "A");
    transaction.commit();
  }
  CHECK(one.data_version() == before);
  {
    Transaction transaction(other);
    add_unit(transaction, "B");
    transaction.commit();
  }
  CHECK(one.data_version() != before);
}

TEST_CASE("database: two openers at once make one database") {
  TemporaryFolder folder;
  for (int round = 0; round < 10; ++round) {
    const auto file = folder / ("race" + std::to_string(round) + ".db");
    const auto open = [&](std::string& failure) {
      try {
        Database database(file, Database::Create::yes);
      } catch (const std::exception& error) {
        failure = error.what();
      }
    };
    std::string first_failure, second_failure;
    std::thread second([&] { open(second_failure); });
    open(first_failure);
    second.join();
    CHECK(first_failure == "");
    CHECK(second_failure == "");
  }
}

TEST_CASE("database: a backup is complete, and never replaces a file") {
  TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  {
    Transaction transaction(database);
    add_unit(transaction, "Byg");
    transaction.commit();
  }
  database.backup(folder / "copy.db");
  Database copy(folder / "copy.db", Database::Create::no);
  CHECK(units(copy) == 1);
  CHECK_THROWS_WITH(database.backup(folder / "copy.db"), Contains("exists already"));
  CHECK_THROWS_WITH(database.backup(folder / "no" / "copy.db"), Contains("No copy"));
}

TEST_CASE("database: deleting a row finds by an index whatever refers to it") {
  const TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  auto& sqlite = database.connection().database;
  SQLite::Statement keys(sqlite, R"(
SELECT m.name, k."from" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table')");
  // The column leads an index that holds every row in which it is not NULL.
  SQLite::Statement indexes(sqlite, R"(
SELECT 1 FROM pragma_index_list(?1) l JOIN pragma_index_info(l.name) i ON i.seqno = 0 AND i.name = ?2
WHERE NOT l.partial OR EXISTS (SELECT 1 FROM sqlite_schema s
                               WHERE s.name = l.name AND s.sql LIKE '% WHERE ' || ?2 || ' IS NOT NULL')
UNION SELECT 1 FROM pragma_table_info(?1) t WHERE t.name = ?2 AND t.pk = 1)");
  int count = 0;
  while (keys.executeStep()) {
    ++count;
    indexes.bind(1, keys.getColumn(0).getString());
    indexes.bind(2, keys.getColumn(1).getString());
    INFO(keys.getColumn(0).getString() << "." << keys.getColumn(1).getString());
    CHECK(indexes.executeStep());
    indexes.reset();
  }
  CHECK(count > 30);
}
