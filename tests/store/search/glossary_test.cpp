#include "store/search/glossary.hpp"

#include <catch2/catch.hpp>

using store::search::Glossary;
using store::search::Phrase;

namespace {

struct Fixture {
  Glossary glossary;
  Fixture() {
    glossary.add(
        "from;to;kind\n# remarks\ngrafiker;grafisk design;da\ngrafik;tryksager;da\n"
        "dog licence;hunderegister;en\nlicence;bevilling;en\np-plads;parkering;da\n"
        "kantsten;veje, vejanlæg;rel\n");
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "glossary: the word as it stands comes before words of the same stem") {
  const auto exact = glossary.danish("grafiker", "grafik");
  CHECK(exact.exact);
  REQUIRE(exact.phrases.size() == 1);
  CHECK(exact.phrases.front() == Phrase{"grafisk", "design"});
  const auto form = glossary.danish("grafikken", "grafik");
  CHECK_FALSE(form.exact);
  CHECK(form.phrases.size() == 2);
  CHECK(glossary.danish("musik", "musik").phrases.empty());
}

TEST_CASE_METHOD(Fixture, "glossary: function words of the other language and small parts stay in a key") {
  CHECK(glossary.english("dog licence", "dog licenc").exact);
  CHECK(glossary.english("licence", "licenc").phrases.front() == Phrase{"bevilling"});
  CHECK(glossary.danish("p plads", "p plad").exact);
}

TEST_CASE_METHOD(Fixture, "glossary: a related word has several terms, and is no name") {
  const auto found = glossary.related("kantsten", "kantst");
  CHECK(found.exact);
  REQUIRE(found.phrases.size() == 2);
  CHECK(found.phrases[0] == Phrase{"veje"});
  CHECK(glossary.danish("kantsten", "kantst").phrases.empty());
  CHECK(glossary.related_part("kantst").size() + glossary.related_part("kantsten").size() == 2);
  CHECK(glossary.danish_part("grafik").size() == 2);
}

TEST_CASE("glossary: the English name of a Danish task", "[search][glossary]") {
  Glossary glossary;
  glossary.add(
      "from;to;kind\nbuilding permit;byggetilladelse;en\nplanning "
      "permission;byggetilladelse;en\nroads;veje;da\n");
  CHECK(glossary.english_name("byggetilladelse") == "planning permission");
  CHECK(glossary.english_name("veje").empty());
}
