#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>
#include <string>

namespace {

store::Finder finder_of(std::initializer_list<const char*> titles) {
  store::CatalogueBuilder builder;
  std::int64_t id = 0;
  for (const auto* title : titles) builder.add_task({.id = ++id, .title = title});
  for (int i = 0; i < 40; ++i) {
    const std::string title = "Tilsyn nummer " + std::to_string(i);
    builder.add_task({.id = ++id, .title = title});
  }
  return store::Finder(builder.build());
}

std::string first(const store::Finder& finder, std::string_view phrase) {
  const auto found = finder.find(phrase);
  return found.hits.empty() ? "" : std::string(finder.catalogue().task(found.hits.front().task).title);
}

}  // namespace

TEST_CASE("said: a word of the same family is never sure, and comes after the word itself",
          "[search][said]") {
  const auto alone = finder_of({"Registrering"});
  CHECK(first(alone, "registrator") == "Registrering");
  CHECK(alone.find("registrator").confidence == store::Confidence::choose);
  CHECK(alone.find("registreringen").confidence == store::Confidence::sure);
  const auto both = finder_of({"Praktisk hjÃ¦lp", "Praktik"});
  CHECK(first(both, "praktik") == "Praktik");
  CHECK(both.find("praktik").confidence == store::Confidence::sure);
}

TEST_CASE("said: sure is only who says two thirds of the question", "[search][said]") {
  const auto finder = finder_of({"Tvister om regulering"});
  CHECK(finder.find("tvister om regulering").confidence == store::Confidence::sure);
  CHECK(first(finder, "tvister om fiskeriregulering") == "Tvister om regulering");
  CHECK(finder.find("tvister om fiskeriregulering").confidence == store::Confidence::choose);
}

TEST_CASE("said: less than one word of two is near, and does not fit", "[search][said]") {
  const auto finder = finder_of({"Haller", "Musikskole"});
  CHECK_FALSE(finder.find("haller").only_near());
  CHECK_FALSE(finder.find("haller festival").only_near());
  CHECK(finder.find("kasserolle haller festival gulerod").only_near());
  CHECK_FALSE(finder.find("kasserolle").only_near());  // there is nothing at all
}

TEST_CASE("said: what the question begins with may be all that a task is about", "[search][said]") {
  const auto finder = finder_of({"Haller", "Musikskole", "Overdækkede tennisbaner"});
  const auto found = finder.find("haller festival kasserolle gulerod");
  CHECK(found.hits.front().score < 0.38F);
  CHECK_FALSE(found.only_near());
  CHECK(found.doubtful);
  CHECK(first(finder, "haller festival kasserolle gulerod") == "Haller");
  CHECK(finder.find("tennisbaner festival kasserolle gulerod").only_near());  // only covered ones
}

TEST_CASE("said: what a task has little of is in doubt", "[search][said]") {
  const auto finder = finder_of({"Haller", "Musikskole"});
  CHECK(finder.find("haller festival kasserolle").doubtful);
  CHECK_FALSE(finder.find("haller").doubtful);
  CHECK_FALSE(finder.find("musik").doubtful);  // all of the question, as a part of a title's word
  CHECK_FALSE(finder.find("kasserolle").doubtful);
}

TEST_CASE("said: a verb is no evidence where nothing is known of its object", "[search][said]") {
  const auto finder = finder_of({"Skift af bopæl", "Navneskilte"});
  const auto noun = finder.find("vinterdæk og skift");
  const auto verb = finder.find("skifter jeg vinterdæk", 10, store::Spoken::danish);
  REQUIRE_FALSE(noun.hits.empty());
  CHECK_FALSE(noun.only_near());
  CHECK((verb.hits.empty() || verb.hits.front().score < 0.38F));
  CHECK_FALSE(finder.find("skifter vinterdæk").only_near());  // no sentence: it may be a plural
  CHECK_FALSE(finder.find("skifte bopæl", 10, store::Spoken::danish).only_near());  // its object is known
}

TEST_CASE("said: a number says less than a word", "[search][said]") {
  const auto finder = finder_of({"Vagt 24 timer", "Ferie i december"});
  CHECK(first(finder, "24 december") == "Ferie i december");
}
