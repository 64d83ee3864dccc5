#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Fixture {
  store::Finder finder{[] {
    store::CatalogueBuilder builder;
    std::uint64_t id = 0;
    const auto add = [&](std::string_view title) {
      builder.add_task({.id = static_cast<std::int64_t>(++id), .title = title});
    };
    for (const auto* title :
         {"Skolefritidsordning", "Skole og hjem", "Tilslutningsprojekt", "Projekter i byen", "Gårdbrøl",
          "Gård og mark", "Hobbydyr", "Dyrehold", "Vej og park", "Klapning af slam", "Lufthavn",
          "Flyvning med droner", "Borgere og foreninger", "Kommunalbestyrelsen"}) {
      add(title);
    }
    for (int i = 0; i < 60; ++i) add("Tilsyn nummer " + std::to_string(i));  // so that a word is rare
    return builder.build();
  }()};

  std::vector<std::string> titles(std::string_view phrase) const {
    std::vector<std::string> all;
    for (const auto& hit : finder.find(phrase).hits) {
      all.emplace_back(finder.catalogue().task(hit.task).title);
    }
    return all;
  }

  bool finds(std::string_view phrase, std::string_view title) const {
    const auto all = titles(phrase);
    return std::find(all.begin(), all.end(), title) != all.end();
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "shared parts: a known part comes before letters that words have by accident",
                 "[search][shared]") {
  CHECK(finds("skolefnidder", "Skole og hjem"));
  CHECK(finds("skolefnidder", "Skolefritidsordning"));
  CHECK(titles("grublningsprojekt") == std::vector<std::string>{"Projekter i byen", "Tilslutningsprojekt"});
}

TEST_CASE_METHOD(Fixture, "shared parts: a compound is found by", "[search][shared]") {
  const auto [phrase, title] = GENERATE(table<const char*, const char*>({
      {"vejkryds", "Vej og park"},               // a first part of three letters, before a listed word
      {"æblebrøl", "Gårdbrøl"},                  // a last part that is a word only in other compounds
      {"klappehest", "Klapning af slam"},        // the family of its first part
      {"hobbydyrehold", "Dyrehold"},             // its last part, where the first one leaves less
      {"hobbydyrehold", "Hobbydyr"},             //
      {"svæveflyvning", "Flyvning med droner"},  // its last part, where the word list says what it is about
  }));
  CAPTURE(phrase);
  CHECK(finds(phrase, title));
}

TEST_CASE_METHOD(Fixture, "shared parts: nothing is shared with", "[search][shared]") {
  const auto [phrase, title] = GENERATE(table<const char*, const char*>({
      {"borgmester", "Borgere og foreninger"},  // the first part of a listed word
      {"vejfnug", "Vej og park"},               // three letters, where nobody listed the rest
  }));
  CAPTURE(phrase);
  CHECK_FALSE(finds(phrase, title));
}

TEST_CASE_METHOD(Fixture, "shared parts: a last part that many tasks have is not enough alone",
                 "[search][shared]") {
  CHECK(titles("fnidderhubtilsyn").empty());       // sixty tasks have some "tilsyn"
  CHECK_FALSE(titles("fnidderhubdrone").empty());  // one has drones
  CHECK(finds("hobydyrtilsyn", "Hobbydyr"));       // a slip in the first part
  CHECK(titles("hobydyrtilsyn").front() == "Hobbydyr");
}

TEST_CASE("shared parts: words that begin like most of a compound come before its single parts",
          "[search][shared]") {
  store::CatalogueBuilder builder;
  std::int64_t id = 0;
  for (const auto* title :
       {"Rensning af skorstene", "Okker i vandet", "Nye anlæg", "Okkerrensningsforanstaltninger"})
    builder.add_task({.id = ++id, .title = title});
  const store::Finder finder(builder.build());
  const auto hits = finder.find("okkerrensningsanlæg").hits;
  REQUIRE_FALSE(hits.empty());
  CHECK(finder.catalogue().task(hits.front().task).title == "Okkerrensningsforanstaltninger");
}

TEST_CASE("shared parts: a weekday is no compound of its first letters", "[search][shared]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Fred og forsoning"});
  const store::Finder finder(builder.build());
  const auto phrase = GENERATE("fredag", "fredagsbar", "fredagsøl");
  CAPTURE(phrase);
  const auto found = finder.find(phrase);
  CHECK(found.hits.empty());
  CHECK(found.near.empty());
  CHECK_FALSE(finder.find("fredsplan").hits.empty());
}
