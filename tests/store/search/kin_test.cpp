#include "store/search/kin.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace store::search;

TEST_CASE("kin: finds the stems of one family, not the stem itself", "[search][kin]") {
  Vocabulary vocabulary;
  for (const auto* stem : {"kommun", "kommunal", "kommunalbestyr", "registr", "registrering", "park",
                           "parkering", "offentlig", "offentligg\xF8r"}) {
    vocabulary.add(stem);
  }
  vocabulary.sort();
  const Kin index(vocabulary);
  const auto kin_of = [&](std::string_view stem) {
    std::vector<TermId> found;
    index.find(vocabulary, stem, found);
    std::string names;
    for (const TermId term : found) names += (names.empty() ? "" : " ") + std::string(vocabulary[term]);
    return names;
  };
  CHECK(kin_of("kommun") == "kommunal");
  CHECK(kin_of("kommunal") == "kommun");
  CHECK(kin_of("registrering") == "registr");
  CHECK(kin_of("park").empty());
  CHECK(kin_of("registration") == "registr registrering");
  CHECK(kin_of("offentligg\xF8r").empty());  // no word for somebody, as in "inspekt\xF8r"
  CHECK(kin_of("").empty());
}
