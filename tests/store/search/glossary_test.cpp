#include "store/search/glossary.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using store::search::Glossary;
using store::search::Phrases;
namespace glossary_table = store::search::glossary_table;

namespace {

std::vector<std::uint32_t> table_of(std::string_view csv) {
  return glossary_table::compile(std::vector<std::string_view>{csv});
}

std::vector<std::string> words_of(const Phrases& phrases) {
  std::vector<std::string> all;
  for (const auto phrase : phrases) all.emplace_back(phrase.words);
  return all;
}

using Names = std::vector<std::string>;

struct Fixture {
  std::vector<std::uint32_t> table = table_of(
      "from;to;kind\n# remarks\ngrafiker;grafisk design;da\ngrafik;tryksager;da\n"
      "dog licence;hunderegister;en\nlicence;bevilling;en\np-plads;parkering;da\n"
      "kantsten;veje, vejanlæg;rel\n");
  Glossary glossary{table};
};

}  // namespace

TEST_CASE_METHOD(Fixture, "glossary: the word as it stands comes before words of the same stem") {
  const auto exact = glossary.danish("grafiker", "grafik");
  CHECK(exact.exact);
  CHECK(words_of(exact.phrases) == Names{"grafisk design"});
  const auto form = glossary.danish("grafikken", "grafik");
  CHECK_FALSE(form.exact);
  CHECK(words_of(form.phrases) == Names{"grafisk design", "tryksager"});
  CHECK(glossary.danish("musik", "musik").phrases.empty());
}

TEST_CASE_METHOD(Fixture, "glossary: a phrase has the stems of its words") {
  const auto phrases = glossary.danish("grafik", "grafik").phrases;
  REQUIRE(phrases.size() == 1);
  CHECK((*phrases.begin()).stems == "tryksag");
}

TEST_CASE_METHOD(Fixture, "glossary: function words of the other language and small parts stay in a key") {
  CHECK(glossary.english("dog licence", "dog licenc").exact);
  CHECK(words_of(glossary.english("licence", "licenc").phrases) == Names{"bevilling"});
  CHECK(glossary.danish("p plads", "p plad").exact);
  CHECK(glossary.longest() == 2);
}

TEST_CASE_METHOD(Fixture, "glossary: a related word has several terms, and is no name") {
  const auto found = glossary.related("kantsten", "kantst");
  CHECK(found.exact);
  CHECK(words_of(found.phrases) == Names{"veje", "vejanl\xE6g"});
  CHECK(glossary.danish("kantsten", "kantst").phrases.empty());
  CHECK(glossary.related_part("kantst").size() + glossary.related_part("kantsten").size() == 2);
  CHECK(glossary.danish_part("grafik").size() == 2);
}

TEST_CASE("glossary: the English name of a Danish task", "[search][glossary]") {
  const auto table = table_of(
      "from;to;kind\nbuilding permit;byggetilladelse;en\nplanning "
      "permission;byggetilladelse;en\nroads;veje;da\nwanted garden shed building;byggetilladelse;en-said\n");
  const Glossary glossary(table);
  CHECK(glossary.english_name("byggetilladelse") == "planning permission");
  CHECK(glossary.english_name("veje").empty());
  CHECK(glossary.english("wanted garden shed building", "").exact);  // found by it, never called so
}

TEST_CASE("glossary: an empty table answers nothing", "[search][glossary]") {
  const auto table = glossary_table::compile({});
  const Glossary glossary(table);
  CHECK(glossary.danish("", "").phrases.empty());
  CHECK(glossary.english("roads", "road").phrases.empty());
  CHECK(glossary.longest() == 0);
}

TEST_CASE("glossary: the shipped lists lie in the program", "[search][glossary]") {
  const Glossary& shipped = Glossary::embedded();
  CHECK(words_of(shipped.danish("snerydning", "snerydning").phrases) == Names{"vintertjeneste"});
  CHECK(shipped.english("building permit", "build permit").exact);
  CHECK(shipped.longest() >= 3);
}

TEST_CASE("glossary: every key is found in a table of any size, and no other") {
  const int keys = GENERATE(1, 2, 3, 10, 333, 1000);
  const auto word = [](int number) { return "w" + std::to_string(number); };
  std::string csv;
  for (int i = 0; i < keys; ++i) csv += word(i) + ";phrase" + std::to_string(i) + ";da\n";
  const auto table = table_of(csv);
  const Glossary glossary{table};
  const auto found = [&](int number) { return glossary.danish(word(number), word(number)).phrases.size(); };
  for (int i = 0; i < keys; ++i) CHECK(found(i) == 1);
  for (int i = keys; i < 2 * keys; ++i) CHECK(found(i) == 0);
}

TEST_CASE("glossary: a list that stands for many keys is kept once") {
  const auto words_in = [](std::string_view csv) { return table_of(csv).size(); };
  CHECK(words_in("hegn;veje,parker;da\nmast;veje,parker;da\n") <
        words_in("hegn;veje,parker;da\nmast;parker,veje;da\n"));
}

TEST_CASE("glossary: what the table's numbers cannot say is refused") {
  CHECK_NOTHROW(table_of(std::string(255, 'x') + ";parkering;da\n"));
  CHECK_THROWS_AS(table_of(std::string(256, 'x') + ";parkering;da\n"), std::length_error);
}
