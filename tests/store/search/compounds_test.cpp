#include "store/search/compounds.hpp"

#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace store::search;

namespace {

Vocabulary vocabulary_of(std::initializer_list<std::string_view> stems) {
  Vocabulary vocabulary;
  for (const auto stem : stems) vocabulary.add(store::letters_of(stem));
  vocabulary.sort();
  return vocabulary;
}

}  // namespace

TEST_CASE("compounds: a word is split into known words, with and without linking letters") {
  const Vocabulary vocabulary = vocabulary_of({"byggesag", "behandling", "skol", "plads", "privat", "kloak"});
  store::Stemmer stemmer;
  std::vector<std::string> stems;
  CHECK(split_compound(vocabulary, stemmer, "byggesagsbehandling", stems));
  CHECK(stems == std::vector<std::string>{"byggesag", "behandling"});
  CHECK(split_compound(vocabulary, stemmer, "skoleplads", stems));
  CHECK(stems == std::vector<std::string>{"skol", "plads"});
  CHECK(split_compound(vocabulary, stemmer, "privatekloak", stems));
  CHECK_FALSE(split_compound(vocabulary, stemmer, "byggesagsnisse", stems));
  CHECK_FALSE(split_compound(vocabulary, stemmer, "plads", stems));
}

TEST_CASE("compounds: a part fits surely, probably or not at all") {
  const Vocabulary vocabulary = vocabulary_of({"vej", "skilt"});
  CHECK(fit_as_first(vocabulary, "vejskilt", "vej") == PartFit::known);
  CHECK(fit_as_first(vocabulary, "vejvedligehold", "vej") == PartFit::likely);
  CHECK(fit_as_first(vocabulary, "vejr", "vej") == PartFit::none);
  CHECK(fit_as_first(vocabulary, "saltning", "salt") == PartFit::derived);
  CHECK(fit_as_head(vocabulary, store::letters_of("fællesvej"), "vej") == PartFit::likely);
  CHECK(fit_as_head(vocabulary, "uvej", "vej") == PartFit::none);
  CHECK(fit_as_head(vocabulary, store::letters_of("journalisering"), "ring") == PartFit::none);  // an ending
}
