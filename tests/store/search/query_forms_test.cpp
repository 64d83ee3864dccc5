#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("query forms: a noun in -s and its plural are one word", "[search][forms]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Vigepladser"});
  builder.add_task({.id = 2, .title = "Foderplads"});
  const store::Finder finder(builder.build());
  const auto [asked, title] = GENERATE(table<const char*, const char*>({
      {"vigeplads", "Vigepladser"},
      {"vigepladsen", "Vigepladser"},
      {"foderpladser", "Foderplads"},
      {"foderpladserne", "Foderplads"},
  }));
  CAPTURE(asked);
  const auto found = finder.find(asked);
  REQUIRE_FALSE(found.hits.empty());
  CHECK(finder.catalogue().task(found.hits.front().task).title == title);
  CHECK(found.confidence == store::Confidence::sure);
}

TEST_CASE("query forms: a short noun is not the verb of its stem", "[search][forms]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Pas"});
  builder.add_task({.id = 2, .title = "Pasning"});
  builder.add_task({.id = 3, .title = "Saltning"});
  const store::Finder finder(builder.build());
  const auto noun = finder.find("pas");
  REQUIRE(noun.hits.size() == 2);
  CHECK(noun.confidence == store::Confidence::sure);
  CHECK(noun.hits[1].score < 0.53F);
  const auto verb = finder.find("passe");
  REQUIRE(verb.hits.size() == 2);
  CHECK(verb.hits[1].score > 0.8F);
  CHECK(finder.find("salt").confidence == store::Confidence::sure);
}
