#include "store/search/terms.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace store::search;

namespace {

std::string names(const Terms& terms, const std::vector<TermId>& found) {
  std::string joined;
  for (const TermId term : found) joined += (joined.empty() ? "" : " ") + std::string(terms[term]);
  return joined;
}

}  // namespace

TEST_CASE("terms: two vocabularies are read as one, without what is gone", "[search][terms]") {
  Vocabulary base;
  for (const auto* stem : {"vejskilt", "vejtr\xE6", "skilt", "vej"}) base.add(stem);
  base.sort();
  Vocabulary added;
  for (const auto* stem : {"vejsalt", "gadeskilt"}) added.add(stem);
  added.sort();
  const std::vector<TermId> gone{base.find("vejtr\xE6")};
  const Terms terms(base, added, gone);
  CHECK(terms[terms.find("vejsalt")] == "vejsalt");
  CHECK(terms.find("vejsalt") >= base.size());
  CHECK(terms.find("skilt") == base.find("skilt"));
  CHECK(terms.find("vejtr\xE6") == no_term);
  CHECK(terms.find("bro") == no_term);
  std::vector<TermId> found;
  terms.beginning_with("vej", 10, found);
  CHECK(names(terms, found) == "vej vejsalt vejskilt");
  terms.beginning_with("vej", 2, found);
  CHECK(names(terms, found) == "vej vejsalt");
  terms.ending_with("skilt", 10, found);
  CHECK(names(terms, found) == "skilt gadeskilt vejskilt");
  terms.ending_with("bro", 10, found);
  CHECK(found.empty());
}

TEST_CASE("terms: a single vocabulary is itself", "[search][terms]") {
  Vocabulary base;
  base.add("vej");
  base.sort();
  const Terms terms(base);
  CHECK(terms.find("vej") == 0);
  CHECK(terms.find("sti") == no_term);
  CHECK_FALSE(terms.gone(0));
}
