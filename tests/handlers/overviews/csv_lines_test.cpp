#include "handlers/overviews/csv_lines.hpp"

#include <catch2/catch.hpp>

TEST_CASE("csv lines: cells are quoted, formulas harmless, breaks blanks") {
  using handlers::csv_line;
  CHECK(csv_line({"Vejskilte", "Pia Holm", ""}) == "Vejskilte;Pia Holm;");
  CHECK(csv_line({"a;b", "say \"x\""}) == "\"a;b\";\"say \"\"x\"\"\"");
  CHECK(csv_line({"=1+1", "@x", "-2", "\tx"}) == "'=1+1;'@x;'-2;' x");
  CHECK(csv_line({"one\ntwo"}) == "one two");
}
