#include "handlers/cards/shown_sections.hpp"

#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

TEST_CASE("shown sections: packed and unpacked they are the same") {
  const tests::SampleCatalogue sample;
  const auto& catalogue = sample.catalogue();
  const auto first = store::TaskIndex{0};
  const auto second = store::TaskIndex{1};
  const std::vector<Section> sections = {TaskSection{{first}, true, false}, TaskSection{{first}, false, true},
                                         ChoiceSection{{first, second}, "veje: 1.2; stier", true},
                                         ChoiceSection{{second}, "", false}};
  const auto again = cards::unpack(cards::pack(sections, catalogue), catalogue);
  REQUIRE(again.size() == 4);
  CHECK(std::get<TaskSection>(again[0]).phone_first);
  CHECK(std::get<TaskSection>(again[1]).unsure);
  const auto& doubtful = std::get<ChoiceSection>(again[2]);
  CHECK(doubtful.tasks == std::vector<store::TaskIndex>{first, second});
  CHECK(doubtful.topic == "veje: 1.2; stier");
  CHECK(doubtful.doubtful);
  const auto& plain = std::get<ChoiceSection>(again[3]);
  CHECK(plain.topic.empty());
  CHECK_FALSE(plain.doubtful);
}

TEST_CASE("shown sections: what cannot be read is left out") {
  const tests::SampleCatalogue sample;
  const auto& catalogue = sample.catalogue();
  for (const auto* forged : {"", ";", ":", "c", "c:veje", "d99999999:veje", "x1", "t-", ";;c;:;"}) {
    INFO(forged);
    CHECK(cards::unpack(forged, catalogue).empty());
  }
}
