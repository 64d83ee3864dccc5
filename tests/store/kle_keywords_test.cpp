#include "store/kle_keywords.hpp"

#include <catch2/catch.hpp>

using store::kle_keywords;

TEST_CASE("kle keywords: what repeats the title is left out") {
  CHECK(kle_keywords({"Veje [=Emne]", "Stier [=Gruppe]", "Broer [= Hovedgruppe]", "VINTERTJENESTE", "Sne"},
                     "Vintertjeneste") == "Sne");
}

TEST_CASE("kle keywords: what is out of use or tells an earlier number is left out") {
  CHECK(kle_keywords({"Bivejsforhold [udgået]", "Gader [Udgået 2011]", "Tidligere emnenr. 05.02.07",
                      "tidligere emnenr 01.02.03", "Fortove"},
                     "") == "Fortove");
}

TEST_CASE("kle keywords: other marks are cut off") {
  CHECK(kle_keywords({"Vejsyn [P21]", "Broer [se også] og tunneler", "[x]", "Kajer [", "Rør (kloak)"}, "") ==
        "Vejsyn\nBroer og tunneler\nKajer\nRør (kloak)");
}

TEST_CASE("kle keywords: each comes once, in the plan's order") {
  CHECK(kle_keywords({"Salt", "Grus", "salt", "Salt [G01]"}, "Vinter") == "Salt\nGrus");
  CHECK(kle_keywords({}, "Vinter").empty());
}
