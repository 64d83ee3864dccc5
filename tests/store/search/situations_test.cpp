#include "store/search/situations.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using store::Spoken;
using store::search::Situation;
using store::search::Situations;
using store::search::situation_table::compile;

namespace {

std::vector<std::uint32_t> table_of(std::string_view text) {
  return compile(std::vector{text});
}

constexpr std::string_view town = R"(# what a town may have
- hej tak
- en: hello thanks
= vintertjeneste, snerydning
fortovet er glat som bare pokker i morges
sneploven kom aldrig ud til os
en: the pavement is icy this morning
= rottebekæmpelse
der pusler noget under gulvet om natten
små sorte klatter i køkkenskabet
noget gnaver i ledningerne
en: something scratches behind the wall
= hjælpemidler
kørestolen er punkteret
hjulet er faldet af rollatoren
=! fodbold
så du kampen i går
hvem vandt kampen i morges
)";

std::string first_of(std::string_view text, Spoken spoken = Spoken::danish) {
  const auto table = table_of(town);
  const auto alike = Situations(table).like(text, spoken, 1);
  return alike.empty() ? "nothing" : std::string(alike.front().names);
}

}  // namespace

TEST_CASE("situations: a text is like the topic whose stories share most with it") {
  CHECK(first_of("hos os er fortovet helt glat") == "vintertjeneste\nsnerydning");
  CHECK(first_of("noget pusler i køkkenskabet") == "rottebekæmpelse");
  CHECK(first_of("noget har gnavet i gulvet") == "rottebekæmpelse");
  CHECK(first_of("GULVET, køkkenskabene!") == "rottebekæmpelse");
}

TEST_CASE("situations: one word in common is no story") {
  CHECK(first_of("fortovet") == "nothing");
  CHECK(first_of("fortovet ved skolen") == "nothing");
  CHECK(first_of("") == "nothing");
  CHECK(first_of("\xFF\xC3(") == "nothing");
}

TEST_CASE("situations: a word of two known ones says both") {
  CHECK(first_of("kørestolshjulet er faldet") == "hjælpemidler");
  CHECK(first_of("gulvledningerne og skabet om natten") == "rottebekæmpelse");
  CHECK(first_of("kørestolshjulet") == "nothing");  // still one word
}

TEST_CASE("situations: each language has its own words") {
  CHECK(first_of("something scratches behind my wall", Spoken::english) == "rottebekæmpelse");
  CHECK(first_of("something scratches behind my wall", Spoken::danish) == "nothing");
  CHECK(first_of("noget pusler i køkkenskabet", Spoken::undecided) == "rottebekæmpelse");
}

TEST_CASE("situations: words of politeness tell nothing, names of topics tell") {
  CHECK(first_of("hej tak") == "nothing");
  CHECK(first_of("hello thanks", Spoken::english) == "nothing");
  CHECK(first_of("snerydning på fortovet") == "vintertjeneste\nsnerydning");
}

TEST_CASE("situations: what is no matter of a municipality has no name") {
  CHECK(first_of("hvem vandt kampen") == "");
}

TEST_CASE("situations: two words side by side tell more than each, in this order") {
  const auto table = table_of(R"(
= tagrender
der vokser græs på taget
vi fandt mos på taget
fuglene bor på taget af skuret
= indbrud
nogen har taget cyklen på vejen
nogen har taget min taske på toget
nogen har taget bilen på pladsen
= vand
vandet er brunt
= veje
asfalten revner
= træer
grenene hænger lavt
= skoler
klassen er for stor
= børn
ventelisten er lang
= lån
renten stiger
)");
  const auto likeness_of_first = [&](std::string_view text) {
    const auto alike = Situations(table).like(text, Spoken::danish, 1);
    REQUIRE(alike.size() == 1);
    return std::pair(alike.front().names, alike.front().likeness);
  };
  const auto [roof, side_by_side] = likeness_of_first("på taget vokser mos");
  CHECK(roof == "tagrender");
  CHECK(side_by_side > likeness_of_first("taget på vokser mos").second);
  CHECK(likeness_of_first("har taget noget på").first == "indbrud");
}

TEST_CASE("situations: it is known of which it would hurt to be thought") {
  const auto table = table_of("= vand\nvandet er brunt\n=? misbrug, afvænning\nhan drikker hver dag\n");
  const auto drinks = Situations(table).like("han drikker", Spoken::danish, 1);
  REQUIRE(drinks.size() == 1);
  CHECK(drinks.front().delicate);
  CHECK(drinks.front().names == "misbrug\nafvænning");
  const auto water = Situations(table).like("brunt vand", Spoken::danish, 1);
  REQUIRE(water.size() == 1);
  CHECK_FALSE(water.front().delicate);
}

TEST_CASE("situations: of a very long text the beginning counts") {
  std::string text = "noget pusler i køkkenskabet";
  for (int i = 0; i < 100'000; ++i) text += " ord" + std::to_string(i);
  CHECK(first_of(text) == "rottebekæmpelse");
  CHECK(first_of(std::string(1'000'000, 'x') + " pusler i køkkenskabet") == "rottebekæmpelse");
}

TEST_CASE("situations: the best come first, as many as are wanted") {
  const auto table = table_of(town);
  const Situations situations(table);
  const auto alike =
      situations.like("fortovet er glat, og noget gnaver om natten i morges", Spoken::danish, 9);
  REQUIRE(alike.size() >= 2);
  for (std::size_t i = 1; i < alike.size(); ++i) CHECK(alike[i - 1].likeness >= alike[i].likeness);
  CHECK(situations.like("fortovet er glat, og noget gnaver om natten", Spoken::danish, 1).size() == 1);
}

TEST_CASE("situations: a file that is none is refused") {
  CHECK_THROWS_AS(table_of("fortovet er glat\n"), std::invalid_argument);
  CHECK_THROWS_AS(table_of("= \nfortovet er glat\n"), std::invalid_argument);
  CHECK_THROWS_AS(table_of("= , ,\n"), std::invalid_argument);
  CHECK_NOTHROW(table_of(""));
  CHECK(Situations(table_of("= vand\r\nvandet er brunt\r\n")).like("brunt vand", Spoken::danish, 1).size() ==
        1);
}

TEST_CASE("situations: those of the program know everyday life") {
  const auto& situations = Situations::embedded();
  const auto alike = situations.like("svigermor kan hverken støvsuge eller tage brusebad", Spoken::danish, 3);
  REQUIRE(alike.size() == 3);
  const bool known = std::any_of(alike.begin(), alike.end(), [](const Situation& one) {
    return one.names.find("hjemmehjælp") != std::string_view::npos;
  });
  CHECK(known);
  CHECK(situations.topics() > 600);
}
