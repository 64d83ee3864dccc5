// What is repeated to people of what they wrote reads as a colleague would say it.
#include "handlers/understanding/quoted.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using handlers::understanding::quoted;
using handlers::understanding::read_message;
using store::Spoken;

TEST_CASE("quoted: neither verb nor subject stands before what is named, nor what it is for behind it") {
  const auto [text, spoken, topic, said] = GENERATE(table<std::string, Spoken, std::string, std::string>({
      {"hvor afleverer jeg en gammel cykel", Spoken::danish, "afleverer jeg en gammel cykel",
       "en gammel cykel"},
      {"hvor afleverer jeg en gammel cykel til genbrug så andre kan få glæde af den", Spoken::danish,
       "afleverer jeg en gammel cykel til genbrug så andre kan få glæde", "en gammel cykel til genbrug"},
      {"jeg fandt et dokument på printeren", Spoken::danish, "fandt et dokument på printeren",
       "jeg fandt et dokument på printeren"},
      {"har modtaget en klage over larm", Spoken::danish, "modtaget en klage over larm",
       "en klage over larm"},
      {"jeg har revet et skur ned", Spoken::danish, "revet et skur ned", "jeg har revet et skur ned"},
      {"min nabo har revet et skur ned", Spoken::danish, "revet et skur ned", "revet et skur ned"},
      {"hvem viser mig hvordan man fører kørebog", Spoken::danish, "fører kørebog", "kørebog"},
      {"jeg har fået en bøde jeg er uenig i", Spoken::danish, "bøde jeg er uenig", "bøde jeg er uenig"},
      {"må jeg bygge en carport", Spoken::danish, "bygge en carport", "bygge en carport"},
      {"hvordan får man tilskud hvis man passer sit barn", Spoken::danish, "tilskud hvis man passer sit barn",
       "tilskud hvis man passer sit barn"},
      {"hvordan klager man over larm", Spoken::danish, "klager man over larm", "larm"},
      {"der pusler noget under gulvet om natten og der ligger små sorte klatter", Spoken::danish,
       "pusler noget under gulvet om natten og der ligger små sorte klatter",
       "pusler noget under gulvet om natten"},
      {"hvem har drager", Spoken::danish, "drager", "drager"},
      {"hvem har pas og kørekort", Spoken::danish, "pas og kørekort", "pas og kørekort"},
      {"where do I recycle an old bike so others can use it", Spoken::english,
       "recycle an old bike so others can use", "recycle an old bike"},
      {"en stor gravemaskine holder parkeret midt på fortovet som den har gjort i tre uger", Spoken::danish,
       "gravemaskine holder parkeret midt på fortovet som den har gjort i tre",
       "gravemaskine holder parkeret midt på fortovet"},
  }));
  auto message = read_message(text);
  read_as(message, spoken);
  CHECK(quoted(message, topic) == said);
}

TEST_CASE("quoted: what does not stand in the message comes back as it is") {
  CHECK(quoted(read_message("hvem har rotter"), "jeg er en anden tekst") == "jeg er en anden tekst");
  CHECK(quoted(read_message(""), "") == "");
}
