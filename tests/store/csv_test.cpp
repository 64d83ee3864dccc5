#include "store/csv.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Result {
  Rows rows;
  std::vector<int> lines;
  std::vector<std::string> problems;
};

Result read(const std::string& bytes) {
  tests::TemporaryFolder folder;
  CsvReader reader(folder.write("t.csv", bytes));
  Result result;
  for (FileRow row; reader.next(row);) {
    result.rows.push_back(row.cells);
    result.lines.push_back(row.line);
    result.problems.push_back(row.problem);
  }
  return result;
}

}  // namespace

TEST_CASE("csv: finds the delimiter in the first line, outside quotes") {
  CHECK(read("a;b,c;d\n1;2;3\n").rows == Rows{{"a", "b,c", "d"}, {"1", "2", "3"}});
  CHECK(read("a,b\n1,2;3\n").rows == Rows{{"a", "b"}, {"1", "2;3"}});
  CHECK(read("a\tb\n1\t2\n").rows == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read("\"a;b;c\",d\n1,2\n").rows == Rows{{"a;b;c", "d"}, {"1", "2"}});
  CHECK(read("a\n1\n").rows == Rows{{"a"}, {"1"}});
  CHECK(read("sep=,\r\na,b;c;d\r\n").rows == Rows{{"a", "b;c;d"}});
}

TEST_CASE("csv: quoted cells hold delimiters, doubled quotes and line breaks") {
  const auto result = read("a;b\r\n\"x;\"\"y\"\"\";\"1\r\n2\"\r\nz;  \"q\"\r\n");
  CHECK(result.rows == Rows{{"a", "b"}, {"x;\"y\"", "1\n2"}, {"z", "q"}});
  CHECK(result.lines == std::vector<int>{1, 2, 4});
}

TEST_CASE("csv: lines end in LF, CRLF or CR, the last one in nothing; blank ones are left out") {
  CHECK(read("a;b\n\n1;2\n;\n \n3;4").rows == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
  CHECK(read("a;b\r1;2\r").rows == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read("a;b\n1;2\n\n\n5;6\n").lines == std::vector<int>{1, 2, 5});
  CHECK(read("a;b\n1;").rows == Rows{{"a", "b"}, {"1", ""}});
  CHECK(read("").rows.empty());
}

TEST_CASE("csv: reads UTF-8 with and without mark, composes it, and takes what is none for Windows-1252") {
  CHECK(read("\xef\xbb\xbf"
             "a;æø\n")
            .rows == Rows{{"a", "æø"}});
  CHECK(read("a;A\xcc\x8a"
             "rhus\n")
            .rows == Rows{{"a", "Århus"}});
  CHECK(read("a;b\nS\xf8ren;\x80 5\n").rows == Rows{{"a", "b"}, {"Søren", "€ 5"}});
  CHECK_THAT(read("a;b\nS\xf8ren;\x81\n").problems[1], Contains("neither"));
}

TEST_CASE("csv: the encoding is that of the whole file, also where a letter crosses the read buffer") {
  for (std::size_t length = 65'530; length < 65'540; ++length) {
    const std::string filler(length, 'x');
    CHECK(read("a;b\n" + filler + "ø;å\n").rows[1] == std::vector<std::string>{filler + "ø", "å"});
  }
  CHECK(read("a;b\n" + std::string(70'000, 'x') + ";\xe5\n").rows[1][1] == "å");
}

TEST_CASE("csv: wrong quotes are problems of their row only") {
  const auto result = read("a;b\n\"x\"y;1\n2;3\n");
  CHECK_THAT(result.problems[1], Contains("double the quotes"));
  CHECK(result.problems[2].empty());
  CHECK(read("a;b\nx\"y;1\n").rows[1] == std::vector<std::string>{"x\"y", "1"});
}

TEST_CASE("csv: a quote that is never closed is reported once, with the line where its row begins") {
  const auto result = read("a;b\n1;\"2\n3;4\n");
  REQUIRE(result.rows.size() == 2);
  CHECK(result.lines[1] == 2);
  CHECK_THAT(result.problems[1], Contains("never ends"));
  const auto long_one = read("a;b\n1;\"" + std::string(2 * CsvReader::record_bytes_max, 'x') + "\n");
  REQUIRE(long_one.rows.size() == 2);
  CHECK_THAT(long_one.problems[1], Contains("megabyte"));
}

TEST_CASE("csv: other kinds of files are refused with the remedy") {
  CHECK_THROWS_WITH(read(std::string("\xff\xfe"
                                     "a\0;\0",
                                     6)),
                    Contains("UTF-16"));
  CHECK_THROWS_WITH(read(std::string("a\0b", 3)), Contains("no text file"));
  tests::TemporaryFolder folder;
  CHECK_THROWS_WITH(CsvReader(folder / "none.csv"), Contains("none.csv"));
  CHECK_THROWS_WITH(CsvReader(folder / ""), Contains("cannot be read"));
}
