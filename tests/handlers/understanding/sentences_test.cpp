// What employees type for each intent, as data: tests/fixtures/sentences/*.txt.
#include "handlers/understanding/understand.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

const std::filesystem::path root = INDGANG_SOURCE_DIR;

struct Sentence {
  std::string text;
  std::vector<std::string> intents;
  std::vector<std::pair<std::string, std::string>> slots;
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

/// '= intent + intent' begins a list; '#' is a remark; 'text | slot=value; slot=value'.
std::vector<Sentence> sentences() {
  std::vector<Sentence> all;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests/fixtures/sentences")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    std::vector<std::string> intents;
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line.front() == '#') continue;
      if (line.starts_with("= ")) {
        intents = split(line.substr(2), " + ");
        continue;
      }
      const auto halves = split(line, " | ");
      Sentence sentence{halves.front(), intents, {}};
      if (halves.size() > 1) {
        for (const auto& slot : split(halves[1], "; ")) {
          const auto pair = split(slot, "=");
          sentence.slots.emplace_back(pair.at(0), pair.at(1));
        }
      }
      all.push_back(std::move(sentence));
    }
  }
  return all;
}

struct Fixture {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};

  store::Finder finder(const std::filesystem::path& people, const std::filesystem::path& catalogue) {
    const store::Instant now{};
    REQUIRE(store::import_people(database, people, {}, now).applied);
    REQUIRE(store::import_catalogue(database, catalogue, {}, now).applied);
    return store::Finder(store::load_catalogue(database));
  }
};

std::vector<std::string> names_of(const handlers::Understanding& understanding) {
  std::vector<std::string> names;
  for (const auto& intent : understanding.intents) names.emplace_back(to_string(intent.name));
  return names;
}

bool has_slot(const handlers::Understanding& understanding, const std::string& name,
              const std::string& value) {
  return std::any_of(understanding.intents.begin(), understanding.intents.end(),
                     [&](const handlers::Intent& intent) { return intent.slot(name) == value; });
}

void expect_nothing_of_small_talk(const store::Finder& words) {
  const std::vector<std::string> unwanted{"rsvp",           "rsvp_nudge",       "gathering_create",
                                          "gathering_move", "gathering_cancel", "gathering_uninvite"};
  std::ifstream file(root / "tests/fixtures/chat.txt");
  std::size_t read = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++read;
    for (const auto& name : names_of(handlers::understand(line, words, handlers::Language::danish))) {
      CAPTURE(line, name);
      const bool taken = std::find(unwanted.begin(), unwanted.end(), name) != unwanted.end();
      CHECK_FALSE(taken);
    }
  }
  CHECK(read >= 60);
}

}  // namespace

TEST_CASE_METHOD(Fixture, "sentences: every way of saying it means what it should") {
  const auto words =
      finder(root / "tests/fixtures/catalogue/people.csv", root / "tests/fixtures/catalogue/catalogue.csv");
  const auto all = sentences();
  REQUIRE(all.size() > 1300);
  for (const auto& sentence : all) {
    const auto understanding = handlers::understand(sentence.text, words, handlers::Language::danish);
    CAPTURE(sentence.text);
    CHECK(names_of(understanding) == sentence.intents);
    for (const auto& [name, value] : sentence.slots) {
      CAPTURE(name, value);
      CHECK(has_slot(understanding, name, value));
    }
  }
}

TEST_CASE_METHOD(Fixture, "sentences: small talk answers, plans, moves and calls off nothing") {
  expect_nothing_of_small_talk(
      finder(root / "tests/fixtures/catalogue/people.csv", root / "tests/fixtures/catalogue/catalogue.csv"));
}

TEST_CASE_METHOD(Fixture, "sentences: nor does it with a larger catalogue") {
  expect_nothing_of_small_talk(
      finder(root / "config/sample/people.csv", root / "config/sample/catalogue.csv"));
}

TEST_CASE_METHOD(Fixture, "sentences: a larger catalogue, with more words and names, changes few meanings") {
  const auto words = finder(root / "config/sample/people.csv", root / "config/sample/catalogue.csv");
  const auto all = sentences();
  std::size_t changed = 0;
  for (const auto& sentence : all) {
    const auto names = names_of(handlers::understand(sentence.text, words, handlers::Language::danish));
    if (names == sentence.intents) continue;
    ++changed;
    UNSCOPED_INFO(sentence.text << " -> " << names.front());
  }
  CHECK(changed * 100 <= all.size());
}

TEST_CASE_METHOD(Fixture, "sentences: capitals, aa and oe, an emoji and a mention change no meaning") {
  const auto words =
      finder(root / "tests/fixtures/catalogue/people.csv", root / "tests/fixtures/catalogue/catalogue.csv");
  const auto typed_otherwise = [](std::string text, int way) {
    if (way == 0) return "<at>Indgang</at> " + text + " \xF0\x9F\x99\x82";
    for (const auto& [letter, typed] : {std::pair("å", "aa"), std::pair("ø", "oe"), std::pair("æ", "ae")}) {
      for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter, at))
        text.replace(at, 2, typed);
    }
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
  };
  for (const auto& sentence : sentences()) {
    for (const int way : {0, 1}) {
      const auto text = typed_otherwise(sentence.text, way);
      CAPTURE(text);
      CHECK(names_of(handlers::understand(text, words, handlers::Language::danish)) == sentence.intents);
    }
  }
}
