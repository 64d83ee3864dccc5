#include "store/text/fold.hpp"

#include <catch2/catch.hpp>
#include <utf8proc.h>

#include <random>
#include <string>

using store::fold;

TEST_CASE("fold: one spelling for the Danish letters, whatever they were typed as") {
  const auto [typed, folded] = GENERATE(table<const char*, const char*>({
      {"RÅDHUS", "rådhus"},
      {"raadhus", "rådhus"},
      {"ra\xCC\x8A"
       "dhus",
       "rådhus"},  // decomposed
      {"AAse Ørum", "åse ørum"},
      {"vejfærdsel", "vejfærdsel"},
      {"vejfaerdsel", "vejfærdsel"},
      {"SOEREN", "søren"},
      {"Sören", "søren"},
      {"Händel", "hændel"},
      {"", ""},
  }));
  CHECK(fold(typed) == folded);
}

TEST_CASE("fold: accents, ligatures, widths and invisible characters do not tell words apart") {
  CHECK(fold("Café") == "cafe");
  CHECK(fold("cafe\xCC\x81") == "cafe");
  CHECK(fold("Müller-Straße") == "muller-strasse");
  CHECK(fold("\xEF\xAC\x81nans") == "finans");                   // fi ligature
  CHECK(fold("\xEF\xBC\xA2\xEF\xBC\xA2\xEF\xBC\xB2") == "bbr");  // full width
  CHECK(fold("tilla\xC2\xAD"
             "delse") == "tilladelse");  // soft hyphen
  CHECK(fold("Łódź Šø") == "łodz sø");
  CHECK(fold("Ελλάδα") == "ελλαδα");
}

TEST_CASE("fold: bytes that are no UTF-8 are replaced and the rest is kept") {
  CHECK(fold("b\xFFy") == "b\xEF\xBF\xBDy");
  CHECK(fold("\xC3") == "\xEF\xBF\xBD");
  CHECK(fold(std::string("a\0b", 3)) == std::string("a\0b", 3));
}

TEST_CASE("fold: any bytes give valid UTF-8 that folds to itself") {
  std::mt19937 random(7);
  const std::string letters = "aeoAEOåæøÅÆØäöü \xCC\x8A\xCC\x88\xFF\xC3\xE2\x80\x93\xF0\x9F\x98\x80";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += letters[random() % letters.size()];
    const std::string once = fold(text);
    CAPTURE(text, once);
    REQUIRE(fold(once) == once);
    for (std::size_t at = 0; at < once.size();) {
      utf8proc_int32_t code = 0;
      const auto length =
          utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(once.data()) + at, -1, &code);
      REQUIRE(length > 0);
      at += static_cast<std::size_t>(length);
    }
  }
}
