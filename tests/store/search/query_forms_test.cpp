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
