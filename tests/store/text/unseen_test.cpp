#include "store/text/unseen.hpp"

#include <catch2/catch.hpp>

using store::unseen_at;
using store::without_unseen;

TEST_CASE("unseen: what turns the direction, takes no room or steers a terminal goes") {
  CHECK(without_unseen("Ka\u200Bren \u202EgnP\u202C \u2066x\u2069\uFEFF") == "Karen gnP x");
  CHECK(without_unseen("a\u0085b\u009B31mc\u00ADd\u061Ce\u2060f") == "ab31mcdef");
  CHECK(without_unseen("").empty());
}

TEST_CASE("unseen: what is seen, joins letters or is cut off stays") {
  for (const std::string text : {"Søren Æblegård", "fransk\u00A0blank", "क\u094D\u200Dष", "👩\u200D🚒", "…–»«",
                                 "\xE2", "\xE2\x80", "\xC2"})
    CHECK(without_unseen(text) == text);
  CHECK(unseen_at("\u202Ex") == 3);
  CHECK(unseen_at("x\u202E") == 0);
}
