// What a sentence that somebody tells beside a question is about.
#include "handlers/understanding/told.hpp"

#include "tests/support/handlers/spoken_message.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using handlers::understanding::is_wanted;
using handlers::understanding::things_told;
using handlers::understanding::whom_told_of;
using store::Spoken;
using tests::message_of;

TEST_CASE("told: the thing is what a sentence begins with, or what somebody owns") {
  const auto [text, spoken, wanted] = GENERATE(table<std::string, Spoken, std::string>({
      {"jeg har mistet min nøglebrik", Spoken::danish, "nøglebrik"},
      {"en journalist har lige ringet til mig", Spoken::danish, "journalist"},
      {"lønnen er forkert igen", Spoken::danish, "lønnen"},
      {"hej, min skærm er gået i sort", Spoken::danish, "skærm"},
      {"jeg har købt en elbil", Spoken::danish, ""},          // one of many
      {"jeg er færdig med min praktik", Spoken::danish, ""},  // behind a preposition
      {"jeg har brækket benet", Spoken::danish, ""},          // an object without an owner
      {"min søn har mistet sit buskort", Spoken::danish, "buskort"},
      {"vores elev er flyttet til udlandet", Spoken::danish, ""},
      {"my payslip is wrong", Spoken::english, "payslip"},
      {"I have lost my access card", Spoken::english, "access card"},
      {"there is a mistake on my payslip", Spoken::english, "payslip"},
      {"there are rats behind the school", Spoken::english, ""},
      {"a reporter called", Spoken::english, "reporter"},
  }));
  INFO(text);
  const auto message = message_of(text, spoken);
  std::string things;
  for (const auto thing : things_told(message, {0, message.words.size()}))
    things += (things.empty() ? "" : ", ") + std::string(message.between(thing.first, thing.end - 1));
  CHECK(things == wanted);
}

TEST_CASE("told: whom it happened to is not what happened") {
  const auto [text, whom] = GENERATE(table<std::string, std::string>({
      {"vores elev er flyttet til udlandet", "elev"},
      {"min søn er blevet mobbet", "søn"},
      {"taget på skolen er utæt, siger min søn", ""},
      {"min datter", ""},
  }));
  INFO(text);
  const auto message = message_of(text, Spoken::danish);
  const auto word = whom_told_of(message, {0, message.words.size()});
  CHECK((word ? std::string(message.between(*word, *word)) : "") == whom);
}

TEST_CASE("told: what somebody wants to do is no story") {
  const auto [text, spoken, wanted] = GENERATE(table<std::string, Spoken, bool>({
      {"vi skal giftes", Spoken::danish, true},
      {"jeg vil gerne skifte læge", Spoken::danish, true},
      {"I would like to quit", Spoken::english, true},
      {"we are getting married", Spoken::english, true},
      {"we are happy here", Spoken::english, false},
      {"jeg skal på kursus", Spoken::danish, false},  // where, not what
      {"min søn skal giftes", Spoken::danish, false},
      {"jeg har skiftet læge", Spoken::danish, false},
      {"jeg skal flytte, og min chef er syg", Spoken::danish, false},
  }));
  INFO(text);
  const auto message = message_of(text, spoken);
  CHECK(is_wanted(message, {0, message.words.size()}) == wanted);
}
