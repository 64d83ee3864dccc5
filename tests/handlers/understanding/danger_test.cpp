// What cannot wait for a colleague, and what only sounds like it: tests/fixtures/questions/dangers.txt.
#include "handlers/understanding/danger.hpp"

#include "handlers/answer.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace {

const std::filesystem::path root = INDGANG_SOURCE_DIR;

struct Sample {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};
  handlers::Policy policy;
  std::unique_ptr<store::Finder> finder;

  Sample() {
    REQUIRE(store::import_people(database, root / "config/sample/people.csv", {}, {}).applied);
    REQUIRE(store::import_catalogue(database, root / "config/sample/catalogue.csv", {}, {}).applied);
    finder = std::make_unique<store::Finder>(store::load_catalogue(database));
  }

  handlers::Answer ask(const std::string& text) const {
    handlers::Question question;
    question.text = text;
    question.sender.email = "ole.bach@sundkoebing.example";
    return handlers::answer(question, *finder, policy);
  }
};

bool calls(const handlers::Answer& answer) {
  const auto& reply = answer.reply.text;
  return reply.starts_with("Ring 112") || reply.starts_with("Call 112");
}

}  // namespace

TEST_CASE_METHOD(Sample, "danger: whoever may be in danger gets 112 first, and nobody else as if surely") {
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

TEST_CASE_METHOD(Sample, "danger: behind 112 stands who can help when it is over") {
  CHECK(ask("en borger er besvimet i receptionen").reply.text.find("\nEr det ikke akut, kan Én indgang") !=
        std::string::npos);
  CHECK(ask("a colleague has fainted").reply.text.find("\nIf it is not urgent, Én indgang") !=
        std::string::npos);
}
