// Ways of asking, as data: tests/fixtures/asking/*.txt. Whatever is asked for, nothing but that is left as
// the topic.
#include "handlers/understanding/idioms.hpp"

#include "handlers/understanding/understand.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

const std::filesystem::path root = INDGANG_SOURCE_DIR;

std::vector<std::string> ways_of_asking(const std::string& language) {
  std::ifstream file(root / "tests/fixtures/asking" / (language + ".txt"));
  std::vector<std::string> ways;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') ways.push_back(line);
  }
  return ways;
}

std::string with_topic(std::string way, const std::string& topic) {
  const auto at = way.find("{k}");
  return way.replace(at, 3, topic);
}

struct Sample {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};

  store::Finder finder() {
    REQUIRE(store::import_people(database, root / "config/sample/people.csv", {}, {}).applied);
    REQUIRE(store::import_catalogue(database, root / "config/sample/catalogue.csv", {}, {}).applied);
    return store::Finder(store::load_catalogue(database));
  }
};

}  // namespace

TEST_CASE_METHOD(Sample, "idioms: however somebody is asked for, the topic is what is left") {
  const auto words = finder();
  const auto [language, topics] = GENERATE(table<std::string, std::vector<std::string>>(
      {{"da", {"skolernes ferieplan", "husdyrgodkendelser", "hul i vejen", "MUS", "støj fra virksomheder"}},
       {"en", {"building permits", "street lights", "rats", "noise from companies", "care homes"}}}));
  const auto ways = ways_of_asking(language);
  REQUIRE(ways.size() > 80);
  for (const auto& way : ways) {
    for (const auto& topic : topics) {
      const auto text = with_topic(way, topic);
      CAPTURE(text);
      const auto understood = handlers::understand(text, words, handlers::Language::danish);
      REQUIRE(understood.intents.size() == 1);
      const auto& intent = understood.intents.front();
      CHECK(intent.slot("task") == topic);
      CHECK(intent.slot("unsure").empty());
    }
  }
}

TEST_CASE("idioms: words that ask together name something alone") {
  const auto kind_of_last = [](const char* text) {
    auto message = handlers::understanding::read_message(text);
    return message.words.back().kind;
  };
  using handlers::understanding::WordKind;
  CHECK(kind_of_last("hvem har det på sit bord") == WordKind::asking);
  CHECK(kind_of_last("et nyt bord") == WordKind::topic);
  CHECK(kind_of_last("hvem holder øje") == WordKind::topic);
  CHECK(kind_of_last("hvem søren") == WordKind::filler);
  CHECK(kind_of_last("hej Søren") == WordKind::topic);
  CHECK(kind_of_last("home care") == WordKind::topic);
}
