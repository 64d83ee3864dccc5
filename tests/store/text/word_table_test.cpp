#include "store/text/word_table.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace store {

TEST_CASE("a table of words gives the value of a word that is there, and of no other", "[text]") {
  WordTable<int> table;
  table["hvem"] = 1;
  table["har"] = 2;
  table["har"] += 3;
  const std::string longer(40, 'x');
  table[longer] = 4;

  REQUIRE(table.find("hvem") != nullptr);
  CHECK(*table.find("hvem") == 1);
  REQUIRE(table.find("har") != nullptr);
  CHECK(*table.find("har") == 5);
  REQUIRE(table.find(longer) != nullptr);
  CHECK(*table.find(longer) == 4);
  for (const std::string& other :
       {std::string(), std::string("h"), std::string("hvad"), std::string("hans"), std::string("har "),
        std::string("ahar"), std::string(33, 'x'), std::string(41, 'x')}) {
    CAPTURE(other);
    CHECK(table.find(other) == nullptr);
  }
}

}  // namespace store
