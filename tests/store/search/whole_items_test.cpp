#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace {

struct Fixture {
  store::Finder finder{[] {
    store::CatalogueBuilder builder;
    std::int64_t id = 0;
    const auto add = [&](std::string_view title, std::string_view keywords = {},
                         std::string_view description = {}) {
      builder.add_task({.id = ++id, .title = title, .description = description, .keywords = keywords});
    };
    add("Decentrale budgetter", {}, "Opfølgning af budgetter");  // running text names no item
    add("Pas og kørekort");
    add("Bekæmpelse af mosegrise");
    add("Badevand", "blå flag");
    add("Vielser", "bryllup");
    add("Hovedpostkassen", "sikker post");
    add("Støtte til biler", "parkeringskort, biler");                        // behind the comma it qualifies
    for (int i = 0; i < 60; ++i) add("Tilsyn nummer " + std::to_string(i));  // so that a word is rare
    return builder.build();
  }()};

  bool sure(std::string_view phrase) const {
    const auto found = finder.find(phrase);
    REQUIRE_FALSE(found.hits.empty());
    return found.confidence == store::Confidence::sure;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "whole items: a word is surely the task that has it", "[search]") {
  const auto* whole = GENERATE("badevand", "pas", "kørekort", "kørekortet", "mosegrise", "bryllup", "vielse");
  CAPTURE(whole);
  CHECK(sure(whole));
}

TEST_CASE_METHOD(Fixture, "whole items: a word that another one narrows is offered, never sure", "[search]") {
  const auto* part = GENERATE("budgetter", "budgettet", "flag", "flaget", "biler");
  CAPTURE(part);
  CHECK_FALSE(sure(part));
}

TEST_CASE_METHOD(Fixture, "whole items: who says more of it is answered surely", "[search]") {
  CHECK(sure("decentrale budgetter"));
  CHECK(sure("blå flag"));
}

TEST_CASE_METHOD(Fixture, "whole items: a slip leads to no part of something narrower", "[search]") {
  CHECK(finder.find("sokker").only_near());
  CHECK_FALSE(finder.find("sikker post").only_near());
  CHECK_FALSE(finder.find("bryllop").only_near());
}
