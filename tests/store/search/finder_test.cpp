#include "store/search/finder.hpp"

#include "store/text/words.hpp"
#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using store::Confidence;

namespace {

struct Fixture {
  store::Finder finder{tests::small_catalogue()};

  std::string best(std::string_view phrase) const {
    const auto found = finder.find(phrase);
    return found.hits.empty() ? "" : std::string(finder.catalogue().task(found.hits.front().task).title);
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture,
                 "finder: finds by title, keyword, description, form, part, typo and everyday word") {
  const auto [phrase, title] = GENERATE(table<const char*, const char*>({
      {"byggetilladelser", "Byggetilladelser"},
      {"HUSDYRGODKENDELSERNE", "Husdyrgodkendelser"},
      {"husdyr godkendelse", "Husdyrgodkendelser"},
      {"husdyrsgodkendelse", "Husdyrgodkendelser"},
      {"svømmebadetilsyn", "Tilsyn med svømmebade"},
      {"svoemmebade", "Tilsyn med svømmebade"},
      {"byggesags behandling", "Byggetilladelser"},
      {"nedsivningsanlaeg", "Spildevand i det åbne land"},
      {"rottebekæmpesle", "Rottebekæmpelse"},
      {"rotebekæmpelse", "Rottebekæmpelse"},
      {"snerydning", "Vintertjeneste"},
      {"kørekort pas", "Pas og kørekort"},
      {"staldanlæg", "Husdyrgodkendelser"},
      {"gyllebeholder tank", "Gylletanke"},
  }));
  CAPTURE(phrase);
  CHECK(best(phrase) == title);
}

TEST_CASE_METHOD(Fixture, "finder: the whole title is sure although other titles contain it") {
  const auto found = finder.find("byggetilladelser");
  CHECK(found.confidence == Confidence::sure);
  CHECK(found.hits.size() >= 2);
  CHECK(best("byggetilladelser til erhverv") == "Byggetilladelser til erhverv");
  CHECK(finder.find("byggetilladelser til erhverv").confidence == Confidence::sure);
}

TEST_CASE_METHOD(Fixture, "finder: a word that is only a part of several compounds is a choice among them") {
  const auto found = finder.find("veje");
  CHECK(found.confidence == Confidence::choose);
  CHECK(found.hits.size() >= 3);
}

TEST_CASE_METHOD(Fixture, "finder: what nobody has is none, with no hits") {
  const auto phrase =
      GENERATE("frokost", "statsminister", "pandekager", "xyzzy", "", "   ", "????", "og", "\xFF\xFF");
  CAPTURE(phrase);
  const auto found = finder.find(phrase);
  CHECK(found.confidence == Confidence::none);
  CHECK(found.hits.empty());
  CHECK(found.near.size() <= 3);
}

TEST_CASE_METHOD(Fixture, "finder: scores lie between 0 and 1 and fall") {
  const auto phrase = GENERATE("byggetilladelser til erhverv", "pas og kørekort", "tilsyn", "vej",
                               "genoptræning hjemmepleje");
  const auto found = finder.find(phrase);
  float before = 1.0001F;
  for (const auto& hit : found.hits) {
    CHECK(hit.score > 0);
    CHECK(hit.score <= before);
    before = hit.score;
  }
}

TEST_CASE_METHOD(Fixture, "finder: every title finds its task, also typed differently") {
  std::mt19937 random(11);
  for (const auto& task : tests::small_catalogue_tasks()) {
    const std::string title(task.title);
    CAPTURE(title);
    CHECK(best(title) == title);
    CHECK(best(title + " \xF0\x9F\x98\x80") == title);
    std::string capitals = title;
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    CHECK(best(capitals) == title);
    std::string spelled;
    std::string decomposed;
    for (std::size_t i = 0; i < title.size(); ++i) {
      const std::string_view rest = std::string_view(title).substr(i);
      if (rest.starts_with("å")) {
        spelled += "aa", decomposed += "a\xCC\x8A", ++i;
      } else if (rest.starts_with("æ")) {
        spelled += "ae", decomposed += "æ", ++i;
      } else if (rest.starts_with("ø")) {
        spelled += "oe", decomposed += "ø", ++i;
      } else {
        spelled += title[i], decomposed += title[i];
      }
    }
    CHECK(best(spelled) == title);
    CHECK(best(decomposed) == title);
  }
}

TEST_CASE_METHOD(Fixture, "finder: one slip in a word of six letters or more changes no answer") {
  std::mt19937 random(23);
  for (const auto& task : tests::small_catalogue_tasks()) {
    const std::string title(task.title);
    const bool one_ascii_word =
        title.size() >= 6 &&
        title.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if (!one_ascii_word) continue;
    for (int round = 0; round < 20; ++round) {
      std::string typed = title;
      const std::size_t at = 1 + random() % (typed.size() - 2);
      switch (random() % 4) {
        case 0:
          typed.erase(at, 1);
          break;
        case 1:
          typed.insert(at, 1, typed[at]);
          break;
        case 2:
          std::swap(typed[at], typed[at + 1]);
          break;
        case 3:
          typed[at] = 'x';
          break;
      }
      CAPTURE(typed);
      CHECK(best(typed) == title);
    }
  }
}

TEST_CASE_METHOD(Fixture, "finder: compounds may be split and joined") {
  const auto [phrase, title] = GENERATE(table<const char*, const char*>({
      {"vej vedligeholdelse", "Vejvedligeholdelse"},
      {"vejs vedligeholdelse", "Vejvedligeholdelse"},
      {"vej skilte", "Vejskilte"},
      {"vinter tjeneste", "Vintertjeneste"},
      {"rotte bekæmpelse", "Rottebekæmpelse"},
      {"gylle tanke", "Gylletanke"},
      {"skole indskrivning", "Skoleindskrivning"},
      {"special undervisning", "Specialundervisning"},
      {"hjemme pleje", "Hjemmepleje"},
      {"lokal planer", "Lokalplaner"},
      {"kyst beskyttelse", "Kystbeskyttelse"},
      {"affalds gebyrer", "Affaldsgebyrer"},
      {"folke pension", "Folkepension"},
      {"privatefællesveje", "Private fællesveje"},
      {"spildevandstilsyn i det åbneland", "Spildevand i det åbne land"},
  }));
  CAPTURE(phrase);
  CHECK(best(phrase) == title);
}

TEST_CASE_METHOD(Fixture, "finder: the other name of a task is as good as its name") {
  for (const char* phrase : {"snerydning", "building permits", "road signs"}) {
    CAPTURE(phrase);
    const auto found = finder.find(phrase);
    CHECK(found.confidence == Confidence::sure);
    REQUIRE_FALSE(found.hits.empty());
    CHECK(found.hits.front().score == Approx(1));
  }
  CHECK(best("snerydning") == "Vintertjeneste");
  CHECK(best("building permits") == "Byggetilladelser");
}

TEST_CASE("finder: everyday words, as people combine them", "[search][finder]") {
  store::CatalogueBuilder builder;
  auto add = [&builder, id = 0](std::string_view title, std::string_view keywords = {}) mutable {
    builder.add_task({.id = ++id, .title = title, .keywords = keywords});
  };
  add("Vejbelysning");
  add("Valgplakater", "plakater på lygtepæl");
  add("Parker og grønne områder", "væltet træ");
  add("Parkering");
  add("Aflastning", "pårørende");
  add("Pas og kørekort", "driving licence");
  add("Alkoholbevillinger", "alcohol licence");
  add("MitID til borgere");
  add("Betjening af kommunalbestyrelsen");
  add("Tandtilskud");
  add("Fritidsaktiviteter");
  add("Sprogvurdering af børn");
  add("Hovedpostkassen", "post");
  add("Affaldsregulativ", "affald");
  add("Lokaleudlejning");
  for (const auto* title : {"Pasning af børn", "Støtte til børn", "Børn i udsatte familier"}) add(title);
  for (int i = 0; i < 60; ++i) add("Tilsyn nummer " + std::to_string(i));  // so that a word is rare
  const store::Finder finder(builder.build());
  const auto titles = [&finder](std::string_view phrase, store::Spoken spoken) {
    std::vector<std::string> all;
    for (const auto& hit : finder.find(phrase, 10, spoken).hits)
      all.emplace_back(finder.catalogue().task(hit.task).title);
    return all;
  };
  struct Row {
    const char* phrase;
    const char* first;
    const char* not_offered;
    store::Spoken spoken = store::Spoken::danish;
  };
  const auto row = GENERATE(values<Row>({
      {"væltet lygtepæl", "Vejbelysning", "Fritidsaktiviteter"},
      {"pårker", "Parker og grønne områder", "Tandtilskud"},
      {"grønt område", "Parker og grønne områder", "Parkering"},
      {"borgmester", "Betjening af kommunalbestyrelsen", "MitID til borgere"},
      {"renew my driving licence", "Pas og kørekort", "Alkoholbevillinger", store::Spoken::english},
      {"tilskud til tænder", "Tandtilskud", "Parkering"},
      {"udlejning af lokaler", "Lokaleudlejning", "Parkering"},
      {"sommerferieaktiviteter for børn", "Fritidsaktiviteter", "Parkering"},
      {"kompost", "Affaldsregulativ", "Tandtilskud"},
      {"parking", "Parkering", "Tandtilskud"},
  }));
  CAPTURE(row.phrase);
  const auto found = titles(row.phrase, row.spoken);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == row.first);
  CHECK(std::find(found.begin(), found.end(), row.not_offered) == found.end());
}

TEST_CASE_METHOD(Fixture, "finder: what no municipality looks after is found by no part of a word") {
  const auto* phrase = GENERATE("anders and", "riddere", "loke", "mars", "frokost", "klaverstemmer",
                                "romaner", "kadaver", "tebreve", "olympiske lege");
  CAPTURE(phrase);
  CHECK(finder.find(phrase).hits.empty());
}

TEST_CASE_METHOD(Fixture, "finder: the English word list also helps a Danish sentence with an English word") {
  const auto spoken = GENERATE(store::Spoken::english, store::Spoken::undecided, store::Spoken::danish);
  CHECK(finder.find("livestock", 1, spoken).confidence != Confidence::none);  // "hvem har livestock?"
}

TEST_CASE_METHOD(Fixture, "finder: a word that only the English list knows is English") {
  CHECK(finder.language_of("livestock") == store::Spoken::english);
  CHECK(finder.language_of("building permits") == store::Spoken::english);
  CHECK(finder.language_of("lokalplaner") == store::Spoken::undecided);
  CHECK(finder.language_of("asfalt") == store::Spoken::undecided);
  CHECK(finder.language_of("") == store::Spoken::undecided);
}

TEST_CASE_METHOD(Fixture, "finder: a slip in a short word needs the written word to be near") {
  CHECK(best("rottter") == "Rottebekæmpelse");
  CHECK(best("rottr") == "Rottebekæmpelse");
  CHECK(finder.find("rosetter").confidence == Confidence::none);
  CHECK(finder.find("rosetter").near.empty());
}

TEST_CASE_METHOD(Fixture, "finder: numbers of the KLE plan, whole or their beginning") {
  CHECK(finder.find_kle("09.13.01").confidence == Confidence::sure);
  CHECK(finder.find_kle("09.17").confidence == Confidence::choose);
  CHECK(finder.find_kle("09.17").hits.size() == 2);
  CHECK(finder.find_kle("99").confidence == Confidence::none);
}

TEST_CASE_METHOD(Fixture, "finder: explains by which words a task was found") {
  const auto found = finder.find("husdyr godkendelser");
  REQUIRE(!found.hits.empty());
  const auto words = finder.explain("husdyr godkendelser", found.hits.front().task);
  REQUIRE(words.size() == 2);
  CHECK(words[0].asked == "husdyr");
  CHECK(words[0].found == "husdyrgodkendelser");
  CHECK(words[0].field == "title");
  CHECK(words[0].how == "part");
  const auto typo = finder.explain("aktindsgt", finder.find("aktindsgt").hits.front().task);
  REQUIRE(typo.size() == 1);
  CHECK(typo[0].how == "typo");
}

TEST_CASE_METHOD(Fixture, "finder: knows the words of the catalogue") {
  CHECK(finder.knows_word("lokalplanen"));
  CHECK(finder.knows_word("husdyr"));
  CHECK_FALSE(finder.knows_word("pandekager"));
}

TEST_CASE_METHOD(Fixture, "finder: people by any usual way to name them") {
  const auto [typed, count, first] = GENERATE(table<const char*, std::size_t, const char*>({
      {"Mads Thorup", 1, "Mads Thorup"},
      {"mads", 1, "Mads Thorup"},
      {"M. Thorup", 1, "Mads Thorup"},
      {"Torup", 1, "Mads Thorup"},
      {"Soren", 1, "Søren Lykkegaard"},
      {"Søren Lykkegård", 1, "Søren Lykkegaard"},
      {"Birthe Noers", 1, "Birthe Noer"},
      {"Åse", 1, "Aase Ørum"},
      {"Åase", 1, "Aase Ørum"},
      {"Mette", 2, "Mette Sand"},
      {"Mette Friis", 1, "Mette Friis"},
      {"Mette Thorup", 0, ""},
      {"Knud", 0, ""},
      {"M", 0, ""},
      {"", 0, ""},
  }));
  CAPTURE(typed);
  const auto people = finder.find_people(typed);
  REQUIRE(people.size() == count);
  if (count != 0) CHECK(finder.catalogue().person(people.front()).name == first);
}

TEST_CASE("finder: an empty catalogue answers nothing") {
  store::CatalogueBuilder builder;
  const store::Finder finder(builder.build());
  CHECK(finder.find("byggetilladelser").confidence == Confidence::none);
  CHECK(finder.find_kle("01").confidence == Confidence::none);
  CHECK(finder.find_people("Mads").empty());
  CHECK_FALSE(finder.knows_word("vej"));
}

TEST_CASE_METHOD(Fixture, "finder: any bytes are safe") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 80; i > 0; --i) text += static_cast<char>(random() % 256);
    finder.find(text);
    finder.find_people(text);
    finder.knows_word(text);
  }
  finder.find(std::string(100000, 'a'));
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "vej" + std::to_string(i) + " ";
  finder.find(words);
}

TEST_CASE_METHOD(Fixture, "finder: what a word or a part of it is about is found, and is never sure") {
  for (const auto* phrase : {"kantsten", "kloakstop", "muldvarpe"}) {
    CAPTURE(phrase);
    const auto found = finder.find(phrase);
    CHECK(found.confidence == Confidence::choose);
  }
  CHECK(best("kloakstop") == "Spildevand i det åbne land");
  CHECK(best("muldvarpe") == "Rottebekæmpelse");
}

TEST_CASE_METHOD(Fixture, "finder: a word written in two is joined, a function word too") {
  CHECK(best("hjemme pleje") == "Hjemmepleje");
  CHECK(best("ind køb") == "Indkøb og udbud");
}

TEST_CASE("finder: is not sure where nobody knows what the question begins with", "[search][finder]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Cykelstier", .keywords = "cycle path"});
  builder.add_task({.id = 2, .title = "Bygninger"});
  const store::Finder finder(builder.build());
  CHECK(finder.find("cycle path", 10, store::Spoken::english).confidence == Confidence::sure);
  CHECK(finder.find("ice on the cycle path", 10, store::Spoken::english).confidence == Confidence::choose);
}

TEST_CASE("finder: a garden that is somebody's is asked about", "[search][finder]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Bygningsvedligeholdelse", .keywords = "i stykker"});
  builder.add_task({.id = 2, .title = "Haver"});
  const store::Finder finder(builder.build());
  const auto garden = finder.find("stykke af min have", 10, store::Spoken::danish);
  CHECK(garden.confidence == Confidence::choose);
  CHECK(garden.hits.size() == 2);
  CHECK(finder.find("stykke vil have", 10, store::Spoken::danish).hits.size() == 1);
}

TEST_CASE("finder: what is left of a longer word is no last part of another one", "[search][finder]") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Jordforurening", .keywords = "kortlagt grund"});
  builder.add_task({.id = 2, .title = "Lag", .keywords = "kort"});
  builder.add_task({.id = 3, .title = "Hovedveje"});
  builder.add_task({.id = 4, .title = "Hoved"});
  const store::Finder finder(builder.build());
  const auto grounds = finder.find("grund til vores lager", 10, store::Spoken::danish);
  CHECK(grounds.confidence == Confidence::choose);
  const auto roads = finder.find("veje");  // a word that compounds are often made of
  REQUIRE(roads.hits.size() == 1);
  CHECK(roads.hits.front().score > 0.6F);
}

TEST_CASE("finder: a word of many meanings is alone a choice, unless it is all of a title") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Aftenskoler", .keywords = "kursus"});
  builder.add_task({.id = 2, .title = "Ansættelse", .keywords = "kontrakt"});
  builder.add_task({.id = 3, .title = "Tilsyn med dagtilbud"});
  builder.add_task({.id = 4, .title = "Registrering"});
  const store::Finder finder(builder.build());
  for (const auto* asked : {"kursus", "kontrakter", "tilsyn"}) {
    CAPTURE(asked);
    CHECK(finder.find(asked).confidence == Confidence::choose);
  }
  CHECK(finder.find("registrering").confidence == Confidence::sure);
  CHECK(finder.find("tilsyn med dagtilbud").confidence == Confidence::sure);
}

TEST_CASE("finder: a task called like what the question begins with is offered, whatever fits the place",
          "[search][finder]") {
  store::CatalogueBuilder builder;
  std::int64_t id = 0;
  for (const char* title : {"Skoleindskrivning", "Skolernes ferieplan", "Skolernes læringscentre",
                            "Betaling for skole", "Parkering"})
    builder.add_task({.id = ++id, .title = title});
  for (int house = 1; house <= 12; ++house)
    builder.add_task({.id = ++id, .title = "Hus " + std::to_string(house), .description = "Parkering."});
  builder.add_task(
      {.id = ++id, .title = "Udenomsarealer", .description = "Parkering ved skoler og bygninger."});
  const store::Finder finder(builder.build());
  for (const char* phrase : {"parkeringen ved skolen", "parkering hos skolerne"}) {
    CAPTURE(phrase);
    const auto found = finder.find(phrase);
    REQUIRE(found.confidence == Confidence::choose);
    REQUIRE(found.hits.size() > 2);
    const auto title = [&](std::size_t at) { return finder.catalogue().task(found.hits[at].task).title; };
    CHECK((title(0) == "Parkering" || title(1) == "Parkering"));
  }
}
