#include "bot/connector/outgoing_activity.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

nlohmann::json made(const handlers::Reply& reply) {
  handlers::Turn turn;
  turn.bot = "28:bot";
  turn.conversation = "19:x@thread.v2";
  return nlohmann::json::parse(bot::connector::outgoing_activity(reply, turn));
}

}  // namespace

TEST_CASE("outgoing activity: a text is plain, whatever stands in it", "[bot]") {
  const auto activity = made({"**fed** <at>x</at> \"\n", "", ""});
  CHECK(activity.at("type") == "message");
  CHECK(activity.at("textFormat") == "plain");
  CHECK(activity.at("text") == "**fed** <at>x</at> \"\n");
  CHECK(activity.at("from").at("id") == "28:bot");
  CHECK(activity.at("conversation").at("id") == "19:x@thread.v2");
  CHECK_FALSE(activity.contains("attachments"));
}

TEST_CASE("outgoing activity: a card has a summary and no text", "[bot]") {
  const auto activity = made({"Karen har den", R"({"type":"AdaptiveCard"})", ""});
  CHECK_FALSE(activity.contains("text"));
  CHECK(activity.at("summary") == "Karen har den");
  CHECK(activity.at("attachments").at(0).at("contentType") == "application/vnd.microsoft.card.adaptive");
  CHECK(activity.at("attachments").at(0).at("content").at("type") == "AdaptiveCard");
}

TEST_CASE("outgoing activity: a long summary is cut between characters", "[bot]") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "å";
  text.insert(0, "x");
  const auto activity = made({text, "{}", ""});
  const auto summary = activity.at("summary").get<std::string>();
  CHECK(summary.size() <= 300);
  CHECK(summary.size() >= 298);
  CHECK(summary.find("\xEF\xBF\xBD") == std::string::npos);
}

TEST_CASE("outgoing activity: for another conversation it is addressed there", "[bot]") {
  const auto activity =
      nlohmann::json::parse(bot::connector::outgoing_activity({"Hej", "", ""}, "28:other", "a:2"));
  CHECK(activity.at("from").at("id") == "28:other");
  CHECK(activity.at("conversation").at("id") == "a:2");
  CHECK(activity.at("text") == "Hej");
}

TEST_CASE("outgoing activity: for a chat that is yet to be made it names none", "[bot]") {
  const auto activity =
      nlohmann::json::parse(bot::connector::outgoing_activity({"Hej", "", ""}, "28:other", ""));
  CHECK(activity.at("from").at("id") == "28:other");
  CHECK_FALSE(activity.contains("conversation"));
}
