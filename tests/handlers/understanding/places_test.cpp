// Where something is, beside what it is.
#include "handlers/understanding/places.hpp"

#include "tests/support/handlers/spoken_message.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using handlers::understanding::take_places_out;
using store::Spoken;

TEST_CASE("places: a building behind what is broken there is taken out") {
  const auto [text, spoken, rest] = GENERATE(table<std::string, Spoken, std::string>({
      {"toilettet på rådhuset løber", Spoken::danish, "toilettet løber"},
      {"vandhanen på toilettet på skolen drypper", Spoken::danish, "vandhanen drypper"},
      {"toilet at the town hall is blocked", Spoken::english, "toilet is blocked"},
      {"biblioteket på skolen", Spoken::danish, "biblioteket"},
      {"rådhuset brænder", Spoken::danish, ""},
      {"rotter i haven", Spoken::danish, ""},
      {"plads i børnehave", Spoken::danish, ""},
  }));
  CAPTURE(text);
  const auto message = tests::message_of(text, spoken);
  const auto placed = take_places_out(message, {0, message.words.size()});
  CHECK(placed.rest == rest);
  CHECK(placed.places.empty() == rest.empty());
}
