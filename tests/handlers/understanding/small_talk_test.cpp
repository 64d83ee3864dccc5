// What gets the short line, and what is told where to turn, for sentences that no task fits.
#include "handlers/understanding/small_talk.hpp"

#include "handlers/understanding/understand.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace {

const std::filesystem::path fixtures = std::filesystem::path(INDGANG_SOURCE_DIR) / "tests/fixtures/catalogue";

struct Asked {
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};

  bool told_where_to_turn(const std::string& text, const store::Finder& finder) const {
    const auto understanding = handlers::understand(text, finder, handlers::Language::danish);
    const auto& intent = understanding.intents.front();
    const bool found = intent.name == handlers::IntentName::find_person;
    const bool nobody = intent.name == handlers::IntentName::out_of_domain;
    return found || (nobody && !intent.slot("task").empty());
  }
};

}  // namespace

TEST_CASE_METHOD(Asked, "small talk: only what surely is none gets no contact point") {
  REQUIRE(store::import_people(database, fixtures / "people.csv", {}, {}).applied);
  REQUIRE(store::import_catalogue(database, fixtures / "catalogue.csv", {}, {}).applied);
  const store::Finder finder(store::load_catalogue(database));
  for (const char* text :
       {"hvor afleverer jeg en gammel cykel jeg har fundet", "hvordan får jeg refunderet min parykplads",
        "hvor kan man leje en trompet til et bryllup", "hvorfor hyler sirenen hver onsdag",
        "min tegnebog er stjålet i bussen", "jeg har fundet en papegøje ved stationen", "hvem har burgere",
        "trompeter", "where do I hand in a lost umbrella", "how do I get rid of an old canoe",
        "why is the siren howling"}) {
    CAPTURE(text);
    CHECK(told_where_to_turn(text, finder));
  }
  for (const char* text :
       {"du er dum", "har du en kæreste", "jeg er træt", "jeg er sulten", "lol",
        "hvor langt er der til månen", "jeg kan ikke lide kaffe", "hvad hedder hovedstaden i Sverige",
        "hvordan bliver vejret i morgen", "fortæl en vits", "hvad er 7 gange 8", "hvem har vundet valget",
        "can you sing", "I am tired", "what's your favourite colour", "who won the match",
        "tell me a joke"}) {
    CAPTURE(text);
    CHECK_FALSE(told_where_to_turn(text, finder));
  }
}
