// The inputs that fuzzing kept, and some that no fuzzer finds, through every target.
#include "tests/fuzz/target.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(std::string_view words, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += words;
  return text;
}

}  // namespace

TEST_CASE("fuzz: every target takes its kept inputs") {
  REQUIRE(!fuzz::targets().empty());
  for (const auto& target : fuzz::targets()) {
    std::size_t inputs = 0;
    const auto folder = std::filesystem::path(INDGANG_SOURCE_DIR "/tests/fuzz/corpus") / target.name;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      CAPTURE(target.name, entry.path().filename().string());
      CHECK_NOTHROW(target.run(contents(entry.path())));
      ++inputs;
    }
    CAPTURE(target.name);
    CHECK(inputs >= 10);
  }
}

TEST_CASE("fuzz: every target takes long and broken inputs") {
  for (const auto& target : fuzz::targets()) {
    CAPTURE(target.name);
    CHECK_NOTHROW(target.run(""));
    CHECK_NOTHROW(target.run(std::string(1000, '\0')));
    CHECK_NOTHROW(target.run(repeated("\xFF\xC3", 10'000)));
    CHECK_NOTHROW(target.run(repeated("a ", 100'000)));
    CHECK_NOTHROW(target.run(repeated("æ\xCC\x8A", 100'000)));
    CHECK_NOTHROW(target.run(std::string(1'000'000, 'x')));
  }
}
