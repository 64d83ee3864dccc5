#include "store/detail/journal_file.hpp"

#include "store/database.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace store;
using Catch::Matchers::Contains;
using tests::TemporaryFolder;

TEST_CASE("journal file: one whose head is damaged, or that stands alone, is refused and stays as it was") {
  TemporaryFolder folder;
  const auto file = folder / "a.db";
  const auto journal = folder / "a.db-wal";
  std::string bytes(100, 'x');
  SECTION("garbage") {
    Database(file, Database::Create::yes);
  }
  SECTION("beside no database") {
    std::filesystem::remove(file);
  }
  SECTION("beside an empty one") {
    std::ofstream(file).flush();
  }
  std::ofstream(journal, std::ios::binary) << bytes;
  for (int n = 0; n < 2; ++n) {
    CHECK_THROWS_WITH(Database(file, Database::Create::yes),
                      Contains("a.db-wal") && Contains("indgang backup"));
    std::ifstream now(journal, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(now), {}) == bytes);
  }
}

TEST_CASE("journal file: that of a database in use is good, and so is one with nothing in it") {
  TemporaryFolder folder;
  const auto file = folder / "a.db";
  Database used(file, Database::Create::yes);
  CHECK(std::filesystem::file_size(folder / "a.db-wal") > 32);
  CHECK_NOTHROW(Database(file, Database::Create::no));
  std::ofstream(folder / "b.db-wal") << std::string(32, 'x');
  CHECK_NOTHROW(detail::check_journal(folder / "b.db"));
}
