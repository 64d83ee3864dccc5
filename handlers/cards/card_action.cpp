#include "handlers/cards/card_action.hpp"

#include "handlers/cards/elements.hpp"

#include <charconv>

namespace handlers::cards {
namespace {

constexpr std::size_t title_length = 100;
constexpr std::size_t data_length_max = 400;  ///< of one field; ours are shorter

std::string_view name_of(Verb verb) {
  switch (verb) {
    case Verb::pick:
      return "pick";
    case Verb::pick_person:
      return "pick_person";
    case Verb::wrong_person:
      return "wrong_person";
  }
  return "";
}

std::optional<Verb> verb_of(std::string_view name) {
  for (const auto verb : {Verb::pick, Verb::pick_person, Verb::wrong_person}) {
    if (name == name_of(verb)) {
      return verb;
    }
  }
  return std::nullopt;
}

void append_data(JsonWriter& json, const Button& button, bool with_verb) {
  json.key("data").begin_object();
  if (with_verb) {
    json.member("verb", name_of(button.verb));
  }
  if (button.task != 0) {
    json.member("task", std::to_string(button.task));
  }
  if (button.person != 0) {
    json.member("person", std::to_string(button.person));
  }
  if (!button.about.empty()) {
    json.member("about", button.about);
  }
  json.member("lang", button.language == Language::danish ? "da" : "en").member("nonce", button.nonce);
  json.end_object();
}

std::string_view field(const CardAction& action, const std::string& name) {
  const auto found = action.data.find(name);
  if (found == action.data.end() || found->second.size() > data_length_max) {
    return {};
  }
  return found->second;
}

/// 0 if the field is missing, nothing if it is no id.
std::optional<std::int64_t> id_field(const CardAction& action, const std::string& name) {
  if (action.data.find(name) == action.data.end()) {
    return 0;
  }
  const auto text = field(action, name);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id <= 0) {
    return std::nullopt;
  }
  return id;
}

}  // namespace

void button(JsonWriter& json, std::string_view title, const Button& button) {
  const auto shown = capped(title, title_length);
  json.begin_object()
      .member("type", "Action.Execute")
      .member("title", shown)
      .member("verb", name_of(button.verb));
  append_data(json, button, false);
  json.key("fallback").begin_object().member("type", "Action.Submit").member("title", shown);
  append_data(json, button, true);
  json.end_object().end_object();
}

std::optional<Button> parse_button(const CardAction& action) {
  const auto verb = verb_of(action.verb);
  const auto task = id_field(action, "task");
  const auto person = id_field(action, "person");
  const auto language = button_language(action);
  if (!verb || !task || !person || !language) {
    return std::nullopt;
  }
  const bool complete = (*verb == Verb::pick_person || *task != 0) && (*verb == Verb::pick || *person != 0);
  if (!complete) {
    return std::nullopt;
  }
  return Button{*verb,
                *language,
                *task,
                *person,
                std::string(field(action, "about")),
                std::string(field(action, "nonce"))};
}

std::optional<Language> button_language(const CardAction& action) {
  const auto language = field(action, "lang");
  if (language == "da") {
    return Language::danish;
  }
  if (language == "en") {
    return Language::english;
  }
  return std::nullopt;
}

}  // namespace handlers::cards
