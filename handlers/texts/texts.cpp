#include "handlers/texts/texts.hpp"

#include "handlers/texts/embedded.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace handlers {
namespace {

std::string_view embedded_file(std::string_view name) {
  const auto files = handlers_texts::files();
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  if (found == files.end()) {
    throw std::logic_error("texts: " + std::string(name) + " is not part of the program");
  }
  return found->bytes;
}

}  // namespace

Texts::Texts(Language language, std::string_view json) : language_(language) {
  const auto file = nlohmann::json::parse(json, nullptr, false);
  if (!file.is_object()) {
    throw std::logic_error("texts: the file is no JSON object");
  }
  for (const auto& [key, entry] : file.items()) {
    if (entry.is_string()) {
      sentences_.emplace(key, split(entry.get_ref<const std::string&>()));
    } else if (entry.is_array()) {
      lists_.emplace(key, entry.get<std::vector<std::string>>());
    } else {
      throw std::logic_error("texts: '" + key + "' is neither a sentence nor a list");
    }
  }
}

const Texts& Texts::in(Language language) {
  static const Texts danish(Language::danish, embedded_file("da.json"));
  static const Texts english(Language::english, embedded_file("en.json"));
  return language == Language::danish ? danish : english;
}

std::string Texts::say(std::string_view key, std::initializer_list<Slot> slots) const {
  const auto sentence = sentences_.find(key);
  if (sentence == sentences_.end()) {
    throw std::logic_error("texts: no sentence '" + std::string(key) + "'");
  }
  std::size_t room = 0;
  for (const auto& slot : slots) {
    room += slot.second.size();
  }
  for (const auto& piece : sentence->second) {
    room += piece.text.size();
  }
  std::string out;
  out.reserve(room);
  for (const auto& piece : sentence->second) {
    if (!piece.slot) {
      out += piece.text;
      continue;
    }
    const auto filling =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.first == piece.text; });
    if (filling == slots.end()) {
      throw std::logic_error("texts: '" + std::string(key) + "' needs {" + piece.text + "}");
    }
    out += filling->second;
  }
  return out;
}

const std::vector<std::string>& Texts::list(std::string_view key) const {
  const auto found = lists_.find(key);
  if (found == lists_.end()) {
    throw std::logic_error("texts: no list '" + std::string(key) + "'");
  }
  return found->second;
}

std::vector<Texts::Piece> Texts::split(std::string_view sentence) {
  std::vector<Piece> pieces;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    if (open != 0) {
      pieces.push_back({std::string(sentence.substr(0, open)), false});
    }
    if (open == std::string_view::npos) {
      break;
    }
    const auto close = sentence.find('}', open);
    if (close == std::string_view::npos) {
      throw std::logic_error("texts: a slot is not closed in '" + std::string(sentence) + "'");
    }
    pieces.push_back({std::string(sentence.substr(open + 1, close - open - 1)), true});
    sentence.remove_prefix(close + 1);
  }
  return pieces;
}

}  // namespace handlers
