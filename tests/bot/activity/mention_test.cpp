#include "bot/activity/mention.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using bot::activity::MentionEntity;
using bot::activity::plain_text;

namespace {

const std::string bot_id = "28:bot";
const MentionEntity own{bot_id, "Indgang", "<at>Indgang</at>"};
const MentionEntity mads{"29:mads", "Mads Thorup", "<at>Mads Thorup</at>"};

std::string text_of(const std::string& text, const std::vector<MentionEntity>& mentions = {}) {
  return plain_text(text, mentions, bot_id).text;
}

}  // namespace

TEST_CASE("mention: our own goes, wherever and however often it stands", "[activity][mention]") {
  CHECK(text_of("<at>Indgang</at> hvem har byggetilladelser?", {own}) == "hvem har byggetilladelser?");
  CHECK(text_of("hvem<at>Indgang</at>har\n<at>Indgang</at>", {own}) == "hvem har");
  CHECK(text_of("<at>Indgang</at>", {own}).empty());
  CHECK(text_of("<at>Indgang</at>&nbsp;hjælp\u00A0", {own}) == "hjælp");
  CHECK(plain_text("<at>Indgang</at> x", {own}, bot_id).mentions.empty());
}

TEST_CASE("mention: others keep their name", "[activity][mention]") {
  const auto plain = plain_text("<at>Indgang</at> find <at>Mads Thorup</at>s leder", {own, mads}, bot_id);
  CHECK(plain.text == "find Mads Thorups leder");
  REQUIRE(plain.mentions.size() == 1);
  CHECK(plain.mentions[0].id == "29:mads");
  CHECK(plain.mentions[0].name == "Mads Thorup");
}

TEST_CASE("mention: the name is the one in the text, attributes and entities understood",
          "[activity][mention]") {
  const auto plain =
      plain_text(R"(<at id="0">Ad&#230;le &amp; S&#xF8;n</at>?)",
                 {{"29:x", "Other Name", R"(<at id="0">Ad&#230;le &amp; S&#xF8;n</at>)"}}, bot_id);
  CHECK(plain.text == "Adæle & Søn?");
  REQUIRE(plain.mentions.size() == 1);
  CHECK(plain.mentions[0].name == "Adæle & Søn");
  CHECK(text_of("@Mads hej", {{"29:x", "Mads", "@Mads"}}) == "Mads hej");
}

TEST_CASE("mention: a name in two parts is one person", "[activity][mention]") {
  const auto plain =
      plain_text("<at>Mads</at> <at>Thorup</at>",
                 {{"29:m", "Mads", "<at>Mads</at>"}, {"29:m", "Thorup", "<at>Thorup</at>"}}, bot_id);
  CHECK(plain.text == "Mads Thorup");
  REQUIRE(plain.mentions.size() == 1);
  CHECK(plain.mentions[0].name == "Mads Thorup");
  CHECK(plain_text("<at>Mads Thorup</at> <at>Mads Thorup</at>", {mads, mads}, bot_id).mentions[0].name ==
        "Mads Thorup");
}

TEST_CASE("mention: tags that somebody wrote stay", "[activity][mention]") {
  CHECK(text_of("<at>Indgang</at> hvad er <at>?", {own}) == "hvad er <at>?");
  CHECK(text_of("<at>Somebody</at> x") == "<at>Somebody</at> x");
  CHECK(text_of("&lt;at&gt;Indgang&lt;/at&gt; x", {own}) == "<at>Indgang</at> x");
  CHECK(text_of("a < b <b>c</b>") == "a < b <b>c</b>");
}

TEST_CASE("mention: a mention can't smuggle in another", "[activity][mention]") {
  CHECK(text_of("<at>x</at>", {{"29:x", "x", "<at>x</at>"}, {bot_id, "x", "x"}}) == "x");
  CHECK(text_of("hej", {{bot_id, "", ""}, {"", "", ""}}) == "hej");
}

TEST_CASE("mention: HTML entities are decoded once", "[activity][mention]") {
  CHECK(text_of("R&amp;D &quot;x&quot; &apos;y&apos; &#39;z&#39; 1 &lt; 2 &gt; 0") ==
        "R&D \"x\" 'y' 'z' 1 < 2 > 0");
  CHECK(text_of("&amp;lt;") == "&lt;");
  CHECK(text_of("&#128512; &#x1F600;") == "😀 😀");
  CHECK(text_of("&#xD800; &#x110000; &#0; &#; &#x; &#99999999999; &unknown; & &amp") ==
        "&#xD800; &#x110000; &#0; &#; &#x; &#99999999999; &unknown; & &amp");
  CHECK(text_of("a&#160;b&#8203;c&#10;d") == "a bc\nd");
}

TEST_CASE("mention: whitespace is made plain", "[activity][mention]") {
  CHECK(text_of(" \t\r\n a \u00A0\u202F b\u3000c ") == "a b c");
  CHECK(text_of("a\r\nb\rc\n\n\n\nd") == "a\nb\nc\n\nd");
  CHECK(text_of("\uFEFFby\u200Bg\u00AD\u200Eg") == "bygg");
  CHECK(text_of("\u202Eby\u2066g\u009Bg\u2069\u2028x") == "bygg x");
  CHECK(text_of(std::string("a\0b\x01\x7F", 5)) == "a b");
  CHECK(text_of("👩\u200D🚒 é e\u0301") == "👩\u200D🚒 é e\u0301");
  CHECK(text_of("").empty());
  CHECK(text_of("\u00A0").empty());
}

TEST_CASE("mention: a megabyte with a hundred mentions is read", "[activity][mention]") {
  std::vector<MentionEntity> mentions(bot::activity::mentions_max, mads);
  std::string text;
  while (text.size() < 1'000'000) text += "<at>Mads Thorup</at> <at>Mads Thoruq</at>&";
  const auto plain = plain_text(text, mentions, bot_id);
  CHECK(plain.text.starts_with("Mads Thorup <at>Mads Thoruq</at>&Mads"));
  CHECK(plain.mentions.size() == 1);
}
