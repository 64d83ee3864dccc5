// What people type, as data: tests/fixtures/utterances.jsonl, asked of tests/fixtures/catalogue on 25 March
// 2026.
#include "handlers/answer.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

using Names = std::vector<std::string>;

const std::filesystem::path fixtures = INDGANG_SOURCE_DIR "/tests/fixtures";

struct Fixture {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};
  handlers::Policy policy;
  store::Instant now = handlers::parse_local_time("2026-03-25T10:00", policy.zone).value();
  std::unique_ptr<store::Finder> finder;

  Fixture() {
    REQUIRE(store::import_catalogue(database, fixtures / "catalogue" / "catalogue.csv", {}, now).applied);
    REQUIRE(store::import_people(database, fixtures / "catalogue" / "people.csv", {}, now).applied);
    finder = std::make_unique<store::Finder>(store::load_catalogue(database));
  }

  handlers::Answer ask(const std::string& text) const {
    handlers::Question question;
    question.text = text;
    question.now = now;
    question.sender.email = "ole.bach@sundkoebing.example";
    return handlers::answer(question, *finder, policy);
  }

  std::string title_of(const handlers::AnswerTask& task) const {
    return task.task == store::no_index ? "" : std::string(finder->catalogue().task(task.task).title);
  }
};

std::vector<nlohmann::json> utterances() {
  std::ifstream file(fixtures / "utterances.jsonl");
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(file, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

Names intents_of(const handlers::Answer& answer) {
  Names all;
  for (const auto& intent : answer.understanding.intents) all.emplace_back(to_string(intent.name));
  return all;
}

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool says(const handlers::Answer& answer, const std::string& words) {
  return answer.reply.text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "utterances: intents, people and tasks are those that were meant") {
  const auto rows = utterances();
  REQUIRE(rows.size() >= 30);
  for (const auto& row : rows) {
    const auto answer = ask(row.at("text"));
    CAPTURE(row.at("id").get<std::string>(), row.at("text").get<std::string>(), answer.reply.text);
    CHECK(intents_of(answer) == row.at("intent").get<Names>());
    Names tasks;
    for (const auto& task : answer.tasks) tasks.push_back(title_of(task));
    for (const std::string& name : row.at("people").get<Names>()) CHECK(says(answer, name));
    for (const std::string& title : row.at("tasks").get<Names>()) CHECK(has(tasks, title));
    if (row.contains("confidence")) CHECK(answer.confidence == store::Confidence::choose);
  }
}

TEST_CASE_METHOD(Fixture, "utterances: a sure answer leads with what was meant") {
  for (const auto& row : utterances()) {
    const auto answer = ask(row.at("text"));
    const auto wanted = row.at("tasks").get<Names>();
    if (answer.confidence != store::Confidence::sure || answer.tasks.empty()) continue;
    CAPTURE(row.at("id").get<std::string>(), answer.reply.text);
    const auto first = title_of(answer.tasks.front());  // empty: a question about people only
    if (!first.empty()) CHECK(has(wanted, first));
  }
}
