#include "bot/app_package.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <zip.h>

namespace {

bot::PackageFacts facts() {
  return {"11111111-1111-4111-8111-111111111111",
          "Indgang",
          "Sundkøbing Kommune",
          "https://sundkoebing.example",
          "https://sundkoebing.example/data",
          "https://sundkoebing.example/vilkaar",
          "1.0.0"};
}

std::string file_in(const std::string& bytes, const char* name) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(archive != nullptr);
  zip_stat_t status;
  REQUIRE(zip_stat(archive, name, 0, &status) == 0);
  std::string content(status.size, '\0');
  zip_file_t* file = zip_fopen(archive, name, 0);
  zip_fread(file, content.data(), content.size());
  zip_fclose(file);
  zip_discard(archive);
  return content;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

TEST_CASE("app package: the zip holds manifest, English texts and icons of the right sizes at its root",
          "[bot]") {
  const std::string bytes = bot::make_package(facts());
  const auto manifest = nlohmann::ordered_json::parse(file_in(bytes, "manifest.json"));
  CHECK(manifest.at("bots").at(0).at("botId") == facts().app_id);
  CHECK(manifest.at("localizationInfo").at("defaultLanguageTag") == "da");
  CHECK(bot::language_problems(manifest, nlohmann::ordered_json::parse(file_in(bytes, "en.json"))).empty());
  const std::string color = file_in(bytes, "color.png");
  CHECK(big_endian(color, 16) == 192);
  CHECK(big_endian(color, 20) == 192);
  const std::string outline = file_in(bytes, "outline.png");
  CHECK(big_endian(outline, 16) == 32);
  CHECK(big_endian(outline, 20) == 32);
}

TEST_CASE("app package: the same facts give the same bytes", "[bot]") {
  CHECK(bot::make_package(facts()) == bot::make_package(facts()));
}

TEST_CASE("app package: what the schema refuses is refused here, with its place", "[bot]") {
  auto wrong = facts();
  std::string place;
  SECTION("name") {
    wrong.name = std::string(31, 'x'), place = "/name/short has 31 characters, 30 are allowed";
  }
  SECTION("empty name") {
    wrong.name.clear(), place = "/name/short is missing";
  }
  SECTION("organisation") {
    wrong.organisation = std::string(33, 'x'), place = "/developer/name";
  }
  SECTION("website") {
    wrong.website = "http://x.example", place = "/developer/websiteUrl must be an https address";
  }
  SECTION("version") {
    wrong.version = "1.0", place = "/version must be three numbers";
  }
  SECTION("id") {
    wrong.app_id = "bot", place = "/id must be a GUID";
  }
  CHECK_THROWS_WITH(bot::make_package(wrong), Catch::Contains(place));
}

TEST_CASE("app package: characters are counted, not bytes", "[bot]") {
  auto danish = facts();
  danish.name.clear();
  for (int i = 0; i < 30; ++i) danish.name += "ø";
  CHECK(bot::manifest_problems(bot::make_manifest(danish)).empty());
}

TEST_CASE("app package: a text that the manifest doesn't have is found", "[bot]") {
  const auto manifest = bot::make_manifest(facts());
  auto texts = bot::make_english_texts(facts());
  texts["bots[0].commandLists[0].commands[9].title"] = "x";
  CHECK(bot::language_problems(manifest, texts).size() == 1);
}
