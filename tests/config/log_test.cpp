#include "config/log.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <fcntl.h>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace {

/// What `write` puts on standard error.
template <class Write>
std::string standard_error_of(Write write) {
  std::FILE* file = std::tmpfile();
  const int saved = ::dup(STDERR_FILENO);
  ::dup2(::fileno(file), STDERR_FILENO);
  write();
  std::fflush(stderr);
  ::dup2(saved, STDERR_FILENO);
  ::close(saved);
  std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

using config::Level;

}  // namespace

TEST_CASE("log: an event is one JSON object on one line", "[config]") {
  const std::string text = standard_error_of([] {
    config::log(Level::info, "turn", {{"replies", 2}, {"duplicate", false}, {"share", 0.5}, {"id", "a1"}});
  });
  REQUIRE_FALSE(text.empty());
  CHECK(text.find('\n') == text.size() - 1);
  const auto line = nlohmann::json::parse(text);
  CHECK(line.at("level") == "info");
  CHECK(line.at("event") == "turn");
  CHECK(line.at("replies") == 2);
  CHECK(line.at("duplicate") == false);
  CHECK(line.at("share") == 0.5);
  CHECK(line.at("id") == "a1");
  CHECK_THAT(line.at("time").get<std::string>(), Catch::EndsWith("Z"));
}

TEST_CASE("log: a value can neither forge a line nor break the JSON", "[config]") {
  const std::string evil = "x\"}\n{\"event\":\"forged\xff\x1b[2J {}";
  const std::string text = standard_error_of([&] {
    config::log(Level::warn, "refused", {{"reason", evil}});
  });
  CHECK(text.find('\n') == text.size() - 1);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(nlohmann::json::parse(text).at("event") == "refused");
}

TEST_CASE("log: lines below the level are dropped", "[config]") {
  config::set_log_level("warn");
  CHECK(standard_error_of([] { config::log(Level::info, "turn"); }).empty());
  CHECK_FALSE(standard_error_of([] { config::log(Level::error, "turn"); }).empty());
  config::set_log_level("info");
}

TEST_CASE("log: lines that belong together are written together", "[config]") {
  const std::string text = standard_error_of([] {
    const auto written = [] { return ::lseek(STDERR_FILENO, 0, SEEK_CUR); };
    const config::LogTogether outer;
    config::log(Level::info, "a");
    CHECK(written() == 0);
    config::log(Level::warn, "b");  // what may explain a crash does not wait
    const auto so_far = written();
    CHECK(so_far > 0);
    {
      const config::LogTogether inner;
      config::log(Level::info, "c");
      CHECK(written() == so_far);
    }
    CHECK(written() > so_far);
    std::thread([&] {
      const auto before = written();
      config::log(Level::info, "d");  // another thread has nothing to do with it
      CHECK(written() > before);
    }).join();
    for (int i = 0; i < 100; ++i) config::log(Level::info, "e", {{"number", i}});
    CHECK(written() > so_far + 4096);  // no more is held back than a pipe takes at once
  });
  std::istringstream lines(text);
  std::string order;
  for (std::string line; std::getline(lines, line);)
    order += nlohmann::json::parse(line).at("event").get<std::string>();
  CHECK(order == "abcd" + std::string(100, 'e'));
}
