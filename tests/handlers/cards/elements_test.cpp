#include "handlers/cards/elements.hpp"

#include <catch2/catch.hpp>

using namespace handlers::cards;

TEST_CASE("elements: what could act as markdown is escaped, and nothing else") {
  const auto [text, escaped] = GENERATE(table<std::string, std::string>({
      {"Byggetilladelser (erhverv, etage)", "Byggetilladelser (erhverv, etage)"},
      {"*fed* _kursiv_ ~~væk~~", "\\*fed\\* \\_kursiv\\_ \\~\\~væk\\~\\~"},
      {"snake_case_navn", "snake_case_navn"},
      {"ærlig_ørred", "ærlig_ørred"},
      {"[her](https://x.example)", "\\[her\\](https://x.example)"},
      {"<at>Alle</at> a<b", "\\<at\\>Alle\\</at\\> a\\<b"},
      {"`kode` C:\\x", "\\`kode\\` C:\\\\x"},
      {"# Overskrift", "\\# Overskrift"},
      {"sag #1", "sag #1"},
      {"- punkt", "\\- punkt"},
      {"MED-sekretariat", "MED-sekretariat"},
      {"1. maj", "1\\. maj"},
      {"§ 1. maj 12) x", "§ 1. maj 12) x"},
      {"+45 99", "\\+45 99"},
      {"R&D og &amp; &#42;", "R&D og \\&amp; \\&#42;"},
      {"to\nlinjer\r\tog", "to linjer  og"},
      {"{{DATE(2020-01-01T00:00:00Z,SHORT)}}", "{\xE2\x80\x8B{DATE(2020-01-01T00:00:00Z,SHORT)}}"},
      {"", ""},
  }));
  CHECK(plain(text) == escaped);
}

TEST_CASE("elements: long texts are cut between characters") {
  CHECK(capped("æøå", 3) == "æøå");
  CHECK(capped("æøåæ", 3) == "æø…");
  CHECK(capped("abc", 10) == "abc");
  CHECK(capped("", 3) == "");
}
