#include "store/csv_record.hpp"

#include <catch2/catch.hpp>

using store::csv_record;

TEST_CASE("csv record: what a spreadsheet would run is harmless, and what would break the row is quoted") {
  CHECK(csv_record({"navn", "mail"}) == "navn;mail\r\n");
  CHECK(csv_record({"=1+1", "+45 99", "-2", "@sum"}) == "'=1+1;'+45 99;'-2;'@sum\r\n");
  CHECK(csv_record({"\t=1"}) == "\"'\t=1\"\r\n");
  CHECK(csv_record({"a;b", "sagde \"ja\"", "to\nlinjer", ""}) ==
        "\"a;b\";\"sagde \"\"ja\"\"\";\"to\nlinjer\";\r\n");
}
