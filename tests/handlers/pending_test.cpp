#include "handlers/pending.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

TEST_CASE("pending: a yes or a no is the whole message") {
  struct Row {
    const char* text;
    bool yes;
    std::optional<Language> language;
  };
  const auto row = GENERATE(values<Row>({{"ja", true, Language::danish},
                                         {"Ja tak!", true, Language::danish},
                                         {"gør det", true, Language::danish},
                                         {"ok", true, std::nullopt},
                                         {"OK, gør det", true, Language::danish},
                                         {"yes please", true, Language::english},
                                         {"go ahead.", true, Language::english},
                                         {"nej", false, Language::danish},
                                         {"nej tak", false, Language::danish},
                                         {"fortryd", false, Language::danish},
                                         {"gør det ikke", false, Language::danish},
                                         {"no", false, Language::english},
                                         {"cancel that", false, Language::english}}));
  CAPTURE(row.text);
  const auto said = yes_or_no_in(row.text);
  REQUIRE(said);
  CHECK(said->yes == row.yes);
  CHECK(said->language == row.language);
}

TEST_CASE("pending: anything else is none") {
  const auto text = GENERATE(as<std::string>{}, "", "tak", "ja jeg kommer", "nej, på onsdag", "det",
                             "yes we can", "jah", "hvem har ja", "\xff");
  CAPTURE(text);
  CHECK_FALSE(yes_or_no_in(text));
}
