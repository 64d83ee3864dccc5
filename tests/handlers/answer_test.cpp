#include "handlers/answer.hpp"

#include "handlers/part.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace handlers;

namespace {

const tests::SampleCatalogue& sample() {
  static const tests::SampleCatalogue catalogue;
  return catalogue;
}

Answer ask(const std::string& text) {
  Question question;
  question.text = text;
  question.now = tests::frozen_now;
  return answer(question, sample().finder(), sample().policy);
}

}  // namespace

TEST_CASE("answer: one line of JSON with the keys of the contract, in order") {
  const auto line = to_json("hvem har vejskilte?", ask("hvem har vejskilte?"), sample().finder());
  CHECK(line.find('\n') == std::string::npos);
  const auto json = nlohmann::ordered_json::parse(line);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) {
    keys.push_back(key);
  }
  CHECK(keys == std::vector<std::string>{"query", "language", "intents", "answers", "confidence", "reply"});
  CHECK(json["query"] == "hvem har vejskilte?");
  CHECK(json["language"] == "da");
  CHECK(json["intents"][0]["name"] == "find_person");
  CHECK(json["intents"][0]["slots"].contains("task"));
  CHECK(json["confidence"] == "sure");
  const auto& first = json["answers"][0];
  CHECK(first["task"] == "Vejskilte");
  CHECK(first["kle"].dump() == "[]");
  CHECK(first["people"][0] ==
        nlohmann::ordered_json::parse(
            R"({"name":"Pia Holm","email":"pia.holm@sundkoebing.example","role":"responsible"})"));
  CHECK(first["score"].is_number());
}

TEST_CASE("answer: which words led to a task is told only when asked for") {
  const auto found = ask("hvem har vejskilt?");
  CHECK_FALSE(nlohmann::json::parse(to_json("", found, sample().finder()))["answers"][0].contains("why"));
  const auto json = nlohmann::json::parse(to_json("", found, sample().finder(), true));
  REQUIRE(json["answers"][0]["why"].size() == 1);
  CHECK(json["answers"][0]["why"][0] ==
        nlohmann::json::parse(R"({"asked":"vejskilt","found":"vejskilte","field":"title","how":"form"})"));
}

TEST_CASE("answer: no match has no answers and says so") {
  const auto found = ask("hvem har drager?");
  CHECK(found.tasks.empty());
  CHECK(found.confidence == store::Confidence::none);
  CHECK(found.reply.text.find("drager") != std::string::npos);
}

TEST_CASE("answer: the absent stands after the stand-in, with roles") {
  const auto found = ask("hvem har byggetilladelser til erhverv?");
  REQUIRE_FALSE(found.tasks.empty());
  REQUIRE(found.tasks[0].people.size() == 2);
  CHECK(found.tasks[0].people[0].role == "stand-in");
  CHECK(sample().finder().catalogue().person(found.tasks[0].people[1].person).name == "Søren Lykkegaard");
  CHECK(found.tasks[0].people[1].role == "responsible");
}

TEST_CASE("answer: no text breaks it") {
  const auto text = GENERATE(as<std::string>{}, "", " ", "\xFF\xFE", "'; DROP TABLE task; --", "{\"a\":1}",
                             "{topic}", "<at>Indgang</at>", "hvem har {person}?", "\xF0\x9F\x98\x80");
  const auto found = ask(text);
  CHECK_FALSE(found.reply.text.empty());
  CHECK(nlohmann::json::accept(to_json(text, found, sample().finder())));
  const auto huge = ask("hvem har " + std::string(200'000, 'x') + text + "?");
  CHECK(huge.reply.card.size() < 40'000);
  CHECK(huge.reply.text.size() < 40'000);
}

TEST_CASE("answer: the tasks are found out only for whoever reads them, or for the next intent") {
  Question question;
  question.now = tests::frozen_now;
  question.with_tasks = false;
  std::vector<store::PersonIndex> named;
  question.act = [&](const Intent&, const std::vector<store::PersonIndex>& before, const Context&) {
    named = before;
    return std::optional<Part>();
  };
  for (const auto* text : {"hvem har vejskilte?", "hvem har veje?", "hvem har drager?"}) {
    question.text = text;
    const auto found = answer(question, sample().finder(), sample().policy);
    CHECK(found.tasks.empty());
    CHECK(found.reply.card == ask(text).reply.card);
    CHECK(found.reply.text == ask(text).reply.text);
    CHECK(found.confidence == ask(text).confidence);
    CHECK(found.shown == ask(text).shown);
  }
  question.text = "hvem har vejskilte, og mind mig om at ringe til hende i morgen kl. 9";
  answer(question, sample().finder(), sample().policy);
  REQUIRE_FALSE(named.empty());
  CHECK(sample().finder().catalogue().person(named.front()).name == "Pia Holm");
}
