#include "store/text/roots.hpp"

#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace {

bool kin(std::string_view one, std::string_view other) {
  store::Stemmer stemmer;
  const auto roots = [&](std::string_view word) {
    return store::roots_of(std::string(stemmer.danish(store::letters_of(word))));
  };
  const auto of_other = roots(other);
  const auto of_one = roots(one);
  return std::any_of(of_one.begin(), of_one.end(), [&](const std::string& root) {
    return !root.empty() && std::find(of_other.begin(), of_other.end(), root) != of_other.end();
  });
}

}  // namespace

TEST_CASE("roots: words of one family have one root", "[text][roots]") {
  const auto [one, other] = GENERATE(table<const char*, const char*>({
      {"kommunale", "kommunen"},
      {"raskmeldt", "raskmelding"},
      {"underskrive", "underskrift"},
      {"regionale", "regionen"},
      {"registrering", "registrere"},
      {"forsyning", "forsyne"},
      {"ansøgning", "ansøger"},
      {"undervisning", "undervise"},
      {"administrative", "administration"},
      {"ekspropriation", "ekspropriere"},
      {"økonomisk", "økonomi"},
      {"historiske", "historie"},
      {"statistisk", "statistik"},
      {"kulturelle", "kultur"},
      {"kloakering", "kloakker"},
      {"rensning", "rense"},
      {"sælger", "salget"},
  }));
  CAPTURE(one, other);
  CHECK(kin(one, other));
}

TEST_CASE("roots: an ending that belongs to the word stays", "[text][roots]") {
  const auto [one, other] = GENERATE(table<const char*, const char*>({
      {"parkering", "parken"},
      {"station", "staten"},
      {"regning", "regn"},
      {"politik", "politi"},
      {"handel", "hånd"},
      {"kanal", "kan"},
      {"trafik", "træf"},
      {"musik", "mus"},
  }));
  CAPTURE(one, other);
  CHECK_FALSE(kin(one, other));
}
