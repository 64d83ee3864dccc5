#include "store/search/index.hpp"

#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace store::search;

TEST_CASE("index: a changed task is counted as it is now", "[search][index]") {
  const auto catalogue = tests::small_catalogue();
  const Index before(*catalogue);
  const TermId asphalt = before.terms().find("asfalt");
  REQUIRE(asphalt != no_term);
  CHECK(before.count(asphalt) == 1);
  CHECK(before.count(before.terms().find("byggetillad")) == 2);

  store::CatalogueBuilder builder(catalogue);
  builder.replace_task(2, {.id = 10, .title = "Byggetilladelser i fredskov", .kle = "05.01.99"});
  builder.add_task({.id = 99, .title = "Byggetilladelser i havne"});
  const auto changed = builder.build();
  const Index after(*changed, before);
  CHECK(after.task_count() == catalogue->task_count() + 1);
  CHECK(after.doc_count() == catalogue->task_count() + 2);
  CHECK(after.terms().find("asfalt") == no_term);
  CHECK(after.count(after.terms().find("byggetillad")) == 4);
  CHECK(after.replaced(2));
  CHECK(after.task_of(after.doc_of(2)) == 2);
  CHECK(after.doc_of(3) == 3);
  CHECK(after.tasks_with_kle("05.01") == std::vector<store::TaskIndex>{2});
  CHECK(after.tasks_with_kle("05.01.10").empty());
  const std::vector<TermId> title{after.terms().find("byggetillad"), after.terms().find("fredskov")};
  CHECK(after.tasks_called(title, Field::title) == std::vector<store::TaskIndex>{2});
  CHECK(after.in_a_title(after.terms().find("fredskov")));
  CHECK_FALSE(after.in_a_title(after.terms().find("skadedyr")));
}
