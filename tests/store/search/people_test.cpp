#include "store/search/people.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

using store::PersonIndex;
using store::search::PeopleIndex;

TEST_CASE("people: of a common name the best come first, and those as good in the order of the catalogue") {
  store::CatalogueBuilder builder;
  for (int i = 0; i < 50; ++i) {
    const std::string name = i == 17 || i == 31 ? "Mette Holm" : i == 40 ? "Mette" : "Mette Friis Lund";
    store::Person person;
    person.id = i + 1;
    person.name = name;
    builder.add_person(person);
  }
  const auto catalogue = builder.build();
  const PeopleIndex people(*catalogue);
  CHECK(people.find("Mette", 4) ==
        std::vector<PersonIndex>{40, 0, 1, 2});  // the whole name, then parts of one
  CHECK(people.find("mette holms", 10) == std::vector<PersonIndex>{17, 31});
  CHECK(people.find("Mette Holm", 1) == std::vector<PersonIndex>{17});
  CHECK(people.find("Mette", 100).size() == 50);
  CHECK(people.find("Mette", 0).empty());
}
