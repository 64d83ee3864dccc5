#include "handlers/owner_words.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

TEST_CASE("owner words: the open questions are asked for in both languages") {
  for (const auto* text :
       {"hvilke spørgsmål er åbne?", "Vis åbne spørgsmål", "er der ubesvarede spørgsmål"}) {
    INFO(text);
    CHECK(asks_for_open_questions(text) == Language::danish);
  }
  for (const auto* text :
       {"open questions", "Which questions are open?", "show me the unanswered questions"}) {
    INFO(text);
    CHECK(asks_for_open_questions(text) == Language::english);
  }
  for (const auto* text : {"", "?", "hvem har spørgsmål om åbne data", "spørgsmål", "åbne", "open",
                           "hvem svarer på åbne spørgsmål fra borgere", "open spørgsmål questions"}) {
    INFO(text);
    CHECK_FALSE(asks_for_open_questions(text));
  }
}

TEST_CASE("owner words: who is named, and in which language") {
  CHECK(named_person("Det er Mads Thorup.").name == "Mads Thorup");
  CHECK(named_person("  det må være Åse!").name == "Åse");
  CHECK(named_person("det er Mads").language == Language::danish);
  CHECK(named_person("it's Mads").name == "Mads");
  CHECK(named_person("It’s Mads").name == "Mads");
  CHECK(named_person("that is Mads?").language == Language::english);
  for (const auto& text : {std::string("det er"), std::string("det er ."), std::string("mads"), std::string(),
                           "det er " + std::string(100, 'a')}) {
    INFO(text);
    CHECK(named_person(text).name.empty());
  }
}
