#include "bot/cli/card_text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

TEST_CASE("card text: texts, facts, columns and buttons in reading order", "[bot]") {
  const auto activity =
      nlohmann::json::parse(R"({"type":"message","attachments":[{"content":{"type":"AdaptiveCard",
    "body":[{"type":"TextBlock","text":"Karen\\_V","weight":"Bolder"},
            {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"a"}]},
                                           {"type":"Column","items":[{"type":"TextBlock","text":"b"}]}]},
            {"type":"FactSet","facts":[{"title":"Enhed","value":"Byggesag"}]}],
    "actions":[{"type":"Action.OpenUrl","title":"Mail","url":"mailto:x"},
               {"type":"Action.Execute","title":"Forkert?","verb":"wrong_person","data":{"task":1}}]}}]})");
  const bot::CardText plain = bot::activity_text(activity, false);
  CHECK(plain.text == "Karen_V\na\nb\nEnhed Byggesag\n");
  REQUIRE(plain.buttons.size() == 2);
  CHECK(plain.buttons[0].url == "mailto:x");
  CHECK(nlohmann::json::parse(plain.buttons[1].action).at("verb") == "wrong_person");
  CHECK_THAT(bot::activity_text(activity, true).text, Catch::StartsWith("\x1b[1mKaren_V\x1b[0m"));
}

TEST_CASE("card text: odd messages show what they have", "[bot]") {
  CHECK(bot::activity_text(nlohmann::json::parse(R"({"text":"hej"})"), false).text == "hej\n");
  CHECK(bot::activity_text(nlohmann::json::parse(R"({"attachments":[{"content":"x"},{}]})"), false)
            .text.empty());
  CHECK(bot::activity_text(nlohmann::json::parse(R"({"attachments":7})"), false).text.empty());
}
