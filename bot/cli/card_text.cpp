#include "bot/cli/card_text.hpp"

#include <nlohmann/json.hpp>

#include <cctype>

namespace bot {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Cards carry markdown; a backslash keeps a character from being read as such.
std::string unescaped(const std::string& markdown) {
  std::string text;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\' && i + 1 < markdown.size() &&
        std::ispunct(static_cast<unsigned char>(markdown[i + 1])))
      ++i;
    text += markdown[i];
  }
  return text;
}

class Reader {
 public:
  explicit Reader(bool bold) : bold_(bold) {}

  void read(const json& element) {
    if (!element.is_object()) return;
    const std::string type = text_of(element, "type");
    if (type == "TextBlock") line(element);
    if (type == "FactSet") facts(element);
    if (type == "Action.OpenUrl" || type == "Action.Execute" || type == "Action.Submit")
      button(element, type);
    for (const char* part : {"body", "items", "columns", "actions"})
      if (const auto found = element.find(part); found != element.end() && found->is_array())
        for (const json& child : *found) read(child);
  }

  CardText result;

 private:
  void line(const json& element) {
    const bool heading = bold_ && text_of(element, "weight") == "Bolder";
    result.text += heading ? "\x1b[1m" : "";
    result.text += unescaped(text_of(element, "text"));
    result.text += heading ? "\x1b[0m\n" : "\n";
  }

  void facts(const json& element) {
    const auto found = element.find("facts");
    if (found == element.end() || !found->is_array()) return;
    for (const json& fact : *found)
      result.text += unescaped(text_of(fact, "title")) + " " + unescaped(text_of(fact, "value")) + "\n";
  }

  void button(const json& element, const std::string& type) {
    CardButton button;
    button.title = text_of(element, "title");
    if (type == "Action.OpenUrl")
      button.url = text_of(element, "url");
    else
      button.action = element.dump();
    result.buttons.push_back(std::move(button));
  }

  bool bold_;
};

}  // namespace

CardText card_text(const json& card, bool bold) {
  Reader reader(bold);
  reader.read(card);
  return std::move(reader.result);
}

CardText activity_text(const json& activity, bool bold) {
  CardText result;
  if (const std::string text = text_of(activity, "text"); !text.empty()) result.text = text + "\n";
  const auto attachments = activity.find("attachments");
  if (attachments == activity.end() || !attachments->is_array()) return result;
  for (const json& attachment : *attachments) {
    const auto content = attachment.find("content");
    if (content == attachment.end()) continue;
    CardText card = card_text(*content, bold);
    result.text += card.text;
    for (CardButton& button : card.buttons) result.buttons.push_back(std::move(button));
  }
  return result;
}

}  // namespace bot
