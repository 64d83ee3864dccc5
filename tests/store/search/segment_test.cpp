#include "store/search/segment.hpp"

#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

using namespace store::search;

TEST_CASE("segment: a stem has its documents, each with its best field", "[search][segment]") {
  const auto catalogue = tests::small_catalogue();
  const Segment segment(*catalogue);
  CHECK(segment.doc_count() == catalogue->task_count());
  const TermId road = segment.vocabulary().find("vej");
  REQUIRE(road != no_term);
  REQUIRE(segment.postings(road).size() == 1);
  CHECK(segment.postings(road)[0].field() == Field::description);
  const TermId permits = segment.vocabulary().find("byggetillad");
  REQUIRE(permits != no_term);
  CHECK(segment.postings(permits).size() == 2);
  CHECK(segment.postings(permits)[0].field() == Field::title);
  std::vector<std::pair<std::string_view, store::TaskIndex>> numbers;
  segment.find_kle("", numbers);
  REQUIRE_FALSE(numbers.empty());
  CHECK(numbers.front().first == "00.22.04");
  CHECK(std::is_sorted(numbers.begin(), numbers.end()));
}

TEST_CASE("segment: beside another it numbers documents and new stems on from it", "[search][segment]") {
  const auto catalogue = tests::small_catalogue();
  store::CatalogueBuilder builder(catalogue);
  builder.replace_task(4, {.id = 12, .title = "Vejskilte og bomme", .kle = "05.04.00"});
  const auto changed = builder.build();
  const Segment base(*catalogue);
  const Segment segment(*changed, changed->changed_tasks(), base);
  REQUIRE(segment.doc_count() == 1);
  const TermId known = base.vocabulary().find("vejskilt");
  REQUIRE(segment.postings(known).size() == 1);
  CHECK(segment.postings(known)[0].doc() == base.doc_count());
  const TermId added = segment.vocabulary().find("bom");
  REQUIRE(added != no_term);
  CHECK(segment.postings(static_cast<TermId>(base.vocabulary().size() + added)).size() == 1);
  CHECK(segment.vocabulary().find("vejskilt") == no_term);
  CHECK(segment.postings(base.vocabulary().find("asfalt")).empty());
}
