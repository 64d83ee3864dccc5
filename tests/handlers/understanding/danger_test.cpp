// What cannot wait for a colleague, and what only sounds like it: tests/fixtures/questions/dangers.txt.
#include "handlers/understanding/danger.hpp"

#include "tests/support/handlers/sample_municipality.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

const std::filesystem::path root = INDGANG_SOURCE_DIR;

bool calls(const handlers::Answer& answer) {
  const auto& reply = answer.reply.text;
  return reply.starts_with("Ring 112") || reply.starts_with("Call 112");
}

}  // namespace

TEST_CASE_METHOD(tests::SampleMunicipality,
                 "danger: whoever may be in danger gets 112 first, and nobody else as if surely") {
  std::ifstream file(root / "tests/fixtures/questions/dangers.txt");
  bool danger = false;
  std::size_t read = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("= ")) {
      danger = line == "= danger";
      continue;
    }
    ++read;
    CAPTURE(line);
    const auto answer = ask(line);
    CHECK(calls(answer) == danger);
    if (danger) CHECK(answer.confidence != store::Confidence::sure);
  }
  CHECK(read > 90);
}

TEST_CASE_METHOD(tests::SampleMunicipality, "danger: behind 112 stands who can help when it is over") {
  CHECK(ask("en borger er besvimet i receptionen").reply.text.find("\nEr det ikke akut, kan Én indgang") !=
        std::string::npos);
  CHECK(ask("a colleague has fainted").reply.text.find("\nIf it is not urgent, Én indgang") !=
        std::string::npos);
}

TEST_CASE_METHOD(tests::SampleMunicipality,
                 "danger: behind 112 stands the task that the story clearly tells of") {
  const auto answer = ask("min mand slår mig og jeg er bange for at gå hjem");
  CHECK(calls(answer));
  CHECK(answer.reply.text.find("Mener du Krisecenter?") != std::string::npos);
}
