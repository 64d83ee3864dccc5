// What is asked for at the end of a story, without a word that asks.
#include "tests/support/handlers/sample_municipality.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace {

struct Sample : tests::SampleMunicipality {
  std::string title(const std::string& text) const {
    const auto answer = ask(text);
    return answer.tasks.empty() ? "" : std::string(finder->catalogue().task(answer.tasks.front().task).title);
  }
};

}  // namespace

TEST_CASE_METHOD(Sample, "wish: the task at the end is asked for, whoever tells it and why") {
  using Pair = std::pair<const char*, const char*>;
  const auto [text, task] = GENERATE(
      Pair{"der står en ældre herre i skranken, han vil tale med nogen om madservice", "Madservice"},
      Pair{"kan I sætte mig i forbindelse med SSP", "SSP"},
      Pair{"goddag, mit navn er Bent, jeg er pensioneret tømrer, og jeg vil gerne vide noget om olietanke",
           "Olietanke"},
      Pair{"min kone siger at jeg skal spørge jer om haveaffald", "Haveaffald"},
      Pair{"hej, jeg er landmand og vil gerne høre om gylletanke, tak", "Gylletanke"},
      Pair{"my manager is on holiday and I need the person for procurement", "Indkøb og udbud"},
      Pair{"I just moved here with my wife and two kids and I need to know about musikskole", "Musikskole"},
      Pair{"jeg er leder i et dagtilbud og skal bruge hjælp til arbejdspladsvurdering",
           "Arbejdspladsvurdering (APV)"},
      Pair{"one of our residents phoned about a wheelchair", "Hjælpemidler"});
  CAPTURE(text);
  const auto answer = ask(text);
  CHECK(answer.confidence == store::Confidence::sure);
  CHECK(title(text) == task);
}

TEST_CASE_METHOD(Sample, "wish: the language of the whole message stays") {
  CHECK(ask("my manager is on leave and I need to know about musikskole").understanding.language ==
        handlers::Language::english);
}

TEST_CASE_METHOD(Sample, "wish: what is no task surely, or is wanted of us, is understood as before") {
  CHECK(ask("mind mig om at tale med nogen om byggetilladelser i morgen kl. 9")
            .understanding.intents.front()
            .name == handlers::IntentName::reminder_set);
  CHECK(ask("de har ringet til skolen, men fik ikke noget svar").confidence != store::Confidence::sure);
  CHECK(ask("jeg vil gerne høre om det").confidence != store::Confidence::sure);
}
