#include "store/search/known_compounds.hpp"

#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace store::search;

namespace {

Vocabulary vocabulary_of(const std::vector<std::string>& stems) {
  Vocabulary vocabulary;
  for (const auto& stem : stems) vocabulary.add(stem);
  vocabulary.sort();
  return vocabulary;
}

std::vector<std::string> words(KnownCompounds& compounds, const Vocabulary& vocabulary, std::string_view stem,
                               bool keep = true) {
  std::vector<std::string> found;
  for (const auto& [term, fit] : compounds.with(vocabulary, stem, keep)) {
    CHECK(fit != PartFit::none);
    found.emplace_back(vocabulary[term]);
  }
  return found;
}

}  // namespace

TEST_CASE("known compounds: those that begin with the stem, then those that end with it, asked twice") {
  const Vocabulary vocabulary = vocabulary_of({"vej", "vejskilt", "skilt", "privatvej", "vejr"});
  KnownCompounds compounds;
  for (int i = 0; i < 2; ++i) {
    CHECK(words(compounds, vocabulary, "vej") == std::vector<std::string>{"vejskilt", "privatvej"});
    CHECK(words(compounds, vocabulary, "skilt") == std::vector<std::string>{"vejskilt"});
    CHECK(words(compounds, vocabulary, "privatvej").empty());
    CHECK(words(compounds, vocabulary, "ve").empty());
  }
}

TEST_CASE("known compounds: only what is kept is remembered, until the words are others") {
  const Vocabulary vocabulary = vocabulary_of({"vej", "vejskilt", "skilt"});
  const Vocabulary none = vocabulary_of({"hus"});
  KnownCompounds compounds;
  CHECK(words(compounds, vocabulary, "vej", false).size() == 1);
  CHECK(words(compounds, none, "vej").empty());
  CHECK(words(compounds, vocabulary, "vej").empty());
  compounds.forget();
  CHECK(words(compounds, vocabulary, "vej").size() == 1);
}

TEST_CASE("known compounds: many stems are asked for, and many compounds found, and all answers stay right") {
  std::vector<std::string> stems{"skilt"};
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(10000 + i);
    stems.push_back("ord" + number);
    stems.push_back("ord" + number + "skilt");
  }
  const Vocabulary vocabulary = vocabulary_of(stems);
  KnownCompounds compounds;
  for (int i = 0; i < 3000; ++i) {
    const std::string stem = "ord" + std::to_string(10000 + i);
    REQUIRE(words(compounds, vocabulary, stem) == std::vector<std::string>{stem + "skilt"});
    if (i % 50 == 0)
      REQUIRE(words(compounds, vocabulary, "skilt").size() + 1 == most_compounds);  // and itself
  }
}
