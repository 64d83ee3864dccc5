#include "handlers/texts/texts.hpp"

#include "handlers/texts/embedded.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using handlers::Language;
using handlers::Texts;

namespace {

nlohmann::json file(std::string_view name) {
  for (const auto& file : handlers_texts::files()) {
    if (file.name == name) {
      return nlohmann::json::parse(file.bytes);
    }
  }
  return {};
}

std::set<std::string> slots_of(const nlohmann::json& sentence) {
  std::set<std::string> slots;
  if (!sentence.is_string()) {
    return {"list of " + std::to_string(sentence.size())};
  }
  const auto text = sentence.get<std::string>();
  const std::regex slot("\\{([^}]*)\\}");
  for (std::sregex_iterator found(text.begin(), text.end(), slot), end; found != end; ++found) {
    slots.insert((*found)[1]);
  }
  return slots;
}

/// All of the handlers' source in one text.
std::string source() {
  std::ostringstream all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(INDGANG_SOURCE_DIR "/handlers")) {
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") {
      all << std::ifstream(entry.path()).rdbuf();
    }
  }
  return all.str();
}

}  // namespace

TEST_CASE("texts: both languages have the same keys with the same slots") {
  const auto danish = file("da.json");
  const auto english = file("en.json");
  REQUIRE(danish.size() > 50);
  for (const auto& [key, sentence] : danish.items()) {
    INFO(key);
    REQUIRE(english.contains(key));
    CHECK(slots_of(sentence) == slots_of(english[key]));
  }
  CHECK(danish.size() == english.size());
}

TEST_CASE("texts: every key that the code names exists, and every key is named") {
  const auto danish = file("da.json");
  const auto code = source();
  const std::regex named("(?:say|list)\\(\\s*\"([a-z_.]+)\"");
  std::size_t count = 0;
  for (std::sregex_iterator found(code.begin(), code.end(), named), end; found != end; ++found, ++count) {
    INFO((*found)[1]);
    CHECK(danish.contains((*found)[1].str()));
  }
  CHECK(count > 50);
  for (const auto& [key, sentence] : danish.items()) {
    INFO(key);
    CHECK(code.find('"' + key + '"') != std::string::npos);
  }
}

TEST_CASE("texts: no sentence shouts") {
  for (const auto* name : {"da.json", "en.json"}) {
    CHECK(file(name).dump().find('!') == std::string::npos);
  }
}

TEST_CASE("texts: each language has its own quotation marks") {
  const auto danish = file("da.json").dump();
  const auto english = file("en.json").dump();
  for (const auto* mark : {"“", "”"}) {
    CHECK(danish.find(mark) == std::string::npos);
  }
  for (const auto* mark : {"»", "«"}) {
    CHECK(english.find(mark) == std::string::npos);
  }
}

TEST_CASE("texts: slots are filled, also twice and side by side") {
  const Texts texts(Language::danish, R"({"key": "{a}{b} og {a}.", "words": ["x", "y"]})");
  CHECK(texts.say("key", {{"a", "1"}, {"b", "{a}"}}) == "1{a} og 1.");
  CHECK(texts.list("words").at(1) == "y");
}

TEST_CASE("texts: a missing key, a missing slot or a broken file is a fault of the program") {
  const Texts texts(Language::danish, R"({"key": "{a}"})");
  CHECK_THROWS_AS(texts.say("other"), std::logic_error);
  CHECK_THROWS_AS(texts.say("key"), std::logic_error);
  CHECK_THROWS_AS(texts.list("key"), std::logic_error);
  CHECK_THROWS_AS(Texts(Language::danish, "[1]"), std::logic_error);
  CHECK_THROWS_AS(Texts(Language::danish, R"({"key": "{a"})"), std::logic_error);
  CHECK_THROWS_AS(Texts(Language::danish, R"({"key": 1})"), std::logic_error);
}
