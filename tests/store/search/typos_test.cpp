#include "store/search/typos.hpp"

#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace store::search;

namespace {

/// Stems of the vocabulary that a typed word may mean.
std::vector<std::string> meant(std::initializer_list<std::string_view> words, std::string_view typed) {
  store::Stemmer stemmer;
  Vocabulary vocabulary;
  for (const auto word : words) vocabulary.add(stemmer.danish(store::letters_of(word)));
  vocabulary.sort();
  const TypoIndex index(vocabulary);
  std::vector<TermId> terms;
  index.find(vocabulary, store::letters_of(typed), terms);
  std::vector<std::string> found;
  for (const TermId term : terms) found.push_back(store::to_utf8(vocabulary[term]));
  return found;
}

}  // namespace

TEST_CASE("typos: edits count omissions, additions, replacements and swapped neighbours") {
  CHECK(edits("rotter", "rotter", 2) == 0);
  CHECK(edits("rotte", "rotter", 2) == 1);
  CHECK(edits("rottter", "rotter", 2) == 1);
  CHECK(edits("rotler", "rotter", 2) == 1);
  CHECK(edits("rottre", "rotter", 2) == 1);
  CHECK(edits("rtotre", "rotter", 2) == 2);
  CHECK(edits("kat", "rotter", 2) == 3);
  CHECK(edits(std::string(5000, 'a'), std::string(5000, 'b'), 1) == 2);
}

TEST_CASE("typos: one slip in the stem or in the ending is forgiven") {
  const auto typed = GENERATE("godkendelsr", "gokdendelser", "godkenndelser", "godkemdelser", "godkendelesr",
                              "godkendellser");
  CAPTURE(typed);
  CHECK(meant({"godkendelser", "tilladelser"}, typed) == std::vector<std::string>{"godkend"});
}

TEST_CASE("typos: a slip among aa, ae and oe is one slip") {
  const auto typed = GENERATE("mieljørapport", "miljeorapport", "miljorapport", "miljøerapport");
  CAPTURE(typed);
  CHECK(meant({"miljørapport"}, typed).size() == 1);
}

TEST_CASE("typos: other words stay other words") {
  CHECK(meant({"vej", "kat"}, "hej").empty());
  CHECK(meant({"vand"}, "vandrende").empty());
  CHECK(meant({"borger"}, "norge").empty());
  CHECK(meant({"godkendelser"}, "gdkndelser").empty());
}
