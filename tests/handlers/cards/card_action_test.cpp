#include "handlers/cards/card_action.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace handlers;
using namespace handlers::cards;

namespace {

CardAction tapped(const nlohmann::json& made, bool execute) {
  CardAction action;
  action.execute = execute;
  const auto& data = execute ? made.at("data") : made.at("fallback").at("data");
  for (const auto& [key, value] : data.items()) {
    action.data[key] = value.get<std::string>();
  }
  action.verb = execute ? made.at("verb").get<std::string>() : action.data.at("verb");
  return action;
}

CardAction with(std::string verb, std::map<std::string, std::string> data) {
  return {std::move(verb), std::move(data), true};
}

}  // namespace

TEST_CASE("card action: what a button carries comes back, by execute and by submit") {
  const bool execute = GENERATE(true, false);
  const auto verb = GENERATE(Verb::pick, Verb::pick_person, Verb::wrong_person, Verb::answer_question,
                             Verb::learn_word, Verb::confirm_entry);
  JsonWriter json;
  button(json, "Titel", {verb, Language::english, 12, 34, "t12.15", "n1", 56});
  const auto made = nlohmann::json::parse(json.take());
  CHECK(made.at("type") == "Action.Execute");
  CHECK(made.at("fallback").at("type") == "Action.Submit");
  const auto button = parse_button(tapped(made, execute));
  REQUIRE(button);
  CHECK(button->verb == verb);
  CHECK(button->language == Language::english);
  CHECK(button->task == 12);
  CHECK(button->person == 34);
  CHECK(button->item == 56);
  CHECK(button->about == "t12.15");
  CHECK(button->nonce == "n1");
}

TEST_CASE("card action: a long topic is cut between words, a long word within") {
  CHECK(topic_in_button("drager") == "drager");
  CHECK(topic_in_button(std::string(90, 'a') + " " + std::string(90, 'b')) == std::string(90, 'a'));
  CHECK(topic_in_button(std::string(300, 'a')) == std::string(100, 'a'));
  std::string oes;
  for (int i = 0; i < 150; ++i) {
    oes += "ø";
  }
  CHECK(topic_in_button(oes) == oes.substr(0, 200));
}

TEST_CASE("card action: what is unknown, incomplete or forged is none of ours") {
  CHECK(parse_button(with("pick", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("erase", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("pick", {{"lang", "da"}})));
  CHECK_FALSE(parse_button(with("pick", {{"task", "1"}})));
  CHECK_FALSE(parse_button(with("pick", {{"task", "1"}, {"lang", "fr"}})));
  for (const auto* id : {"", "0", "-1", "1x", " 1", "99999999999999999999", "1e3"}) {
    INFO(id);
    CHECK_FALSE(parse_button(with("pick", {{"task", id}, {"lang", "da"}})));
  }
  CHECK_FALSE(parse_button(with("wrong_person", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("pick_person", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("ask_owner", {{"lang", "da"}})));
  CHECK_FALSE(parse_button(with("answer_question", {{"item", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("answer_question", {{"task", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("learn_word", {{"item", "-1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("confirm_entry", {{"task", "1"}, {"lang", "da"}})));
  CHECK(parse_button(with("dismiss_question", {{"item", "1"}, {"lang", "da"}})));
  CHECK_FALSE(parse_button(with("pick", {{"task", std::string(5000, '1')}, {"lang", "da"}})));
}
