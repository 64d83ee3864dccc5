#include "handlers/privacy.hpp"

#include <catch2/catch.hpp>

using handlers::remove_personal_numbers;

TEST_CASE("privacy: what may be a CPR number is taken out, in every way of writing it") {
  const auto [written, left] = GENERATE(table<std::string, std::string>({
      {"borger 010190-1234 spørger", "borger  spørger"},
      {"0101901234", ""},
      {"010190 1234", ""},
      {"010190–1234", ""},
      {"010190\xE2\x80\x91"
       "1234",
       ""},
      {"cpr:310299-0000.", "cpr:."},
      {"990190-1234", ""},  // written with a hyphen it is meant as one, whatever the date
      {"6101901234", ""},   // replacement number: day with 60 added
      {"290200 1234 og 010190-1234", " og "},
  }));
  const auto clean = remove_personal_numbers(written);
  INFO(written);
  CHECK(clean.removed);
  CHECK(clean.text == left);
}

TEST_CASE("privacy: other numbers stay") {
  const auto text = GENERATE(as<std::string>{}, "ring 99 00 01 00", "+45 99000100", "+4599000100", "09.13.01",
                             "sag 2026-000123", "4501901234", "0113901234", "12345678901", "01019012345", "",
                             "010190-123", "010190-12345", "0000901234", "æøå");
  const auto clean = remove_personal_numbers(text);
  INFO(text);
  CHECK_FALSE(clean.removed);
  CHECK(clean.text == text);
}
