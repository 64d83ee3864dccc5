#include "handlers/cards/elements.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace handlers::cards {
namespace {

/// Longer button titles are cut by Teams in ways that differ from client to client.
constexpr std::size_t button_title_length = 80;
constexpr std::size_t fallback_text_length = 1500;

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || (text[at] & 0x80) != 0);
}

/// "#", "-", "+", "1." and the like make a heading or a list at the beginning of a line only.
std::size_t list_mark_at_start(std::string_view text) {
  if (text.substr(0, 1).find_first_of("#-+=|") == 0) {
    return 0;
  }
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits]))) {
    ++digits;
  }
  const bool numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return numbered ? digits : std::string_view::npos;
}

bool begins_entity(std::string_view text, std::size_t at) {
  const auto end = text.find_first_of("; ", at);
  return end != std::string_view::npos && text[end] == ';' && end - at <= 12;
}

bool can_act(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '*':
    case '`':
    case '[':
    case ']':
    case '<':
    case '>':
    case '~':
    case '\\':
      return true;
    case '_':  // inside a word it is only a sign
      return at == 0 || !is_word(text, at - 1) || !is_word(text, at + 1);
    case '&':
      return begins_entity(text, at);
    default:
      return false;
  }
}

}  // namespace

std::string plain(std::string_view text) {
  // Of most texts nothing acts. What may is looked at below.
  static constexpr auto may_act = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    for (const char c : std::string_view("*`[]<>~\\_&{")) table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  const auto mark = list_mark_at_start(text);
  if (mark == std::string_view::npos &&
      std::none_of(text.begin(), text.end(), [](unsigned char c) { return may_act[c]; })) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) {
      out += ' ';
      continue;
    }
    if (at == mark || can_act(text, at)) {
      out += '\\';
    }
    out += text[at];
    // Two braces would begin a date or time function; a space that takes no room parts them.
    if (text[at] == '{' && at + 1 < text.size() && text[at + 1] == '{') {
      out += "\xE2\x80\x8B";
    }
  }
  return out;
}

std::string capped(std::string_view text, std::size_t characters) {
  if (text.size() <= characters) {
    return std::string(text);  // no character takes less than a byte
  }
  std::size_t seen = 0;
  std::size_t cut = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((text[at] & 0xC0) == 0x80) {
      continue;  // not the beginning of a character
    }
    if (seen + 1 == characters) {
      cut = at;
    }
    if (++seen > characters) {
      return std::string(text.substr(0, cut)) + "…";
    }
  }
  return std::string(text);
}

void begin_card(JsonWriter& json, Language language, std::string_view fallback_text) {
  json.begin_object()
      .member("type", "AdaptiveCard")
      .member("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
      .member("version", "1.5")
      .member("lang", code_of(language))
      .key("fallbackText");
  if (fallback_text.size() <= fallback_text_length) {
    json.value(fallback_text);
  } else {
    json.value(capped(fallback_text, fallback_text_length));
  }
  json.key("body").begin_array();
}

void end_card(JsonWriter& json) {
  json.end_array().end_object();
}

void text_block(JsonWriter& json, std::string_view text, TextStyle style, bool separated) {
  json.begin_object().member("type", "TextBlock").member("text", plain(text)).member("wrap", true);
  switch (style) {
    case TextStyle::normal:
      break;
    case TextStyle::name:
      json.member("size", "Large").member("weight", "Bolder");
      break;
    case TextStyle::heading:
      json.member("weight", "Bolder");
      break;
    case TextStyle::subtle:
      json.member("isSubtle", true);
      break;
  }
  if (style == TextStyle::normal || style == TextStyle::subtle) {
    json.member("spacing", "Small");
  }
  if (separated) {
    json.member("separator", true);
  }
  json.end_object();
}

void struck_block(JsonWriter& json, std::string_view text, bool separated) {
  json.begin_object().member("type", "RichTextBlock");
  if (separated) {
    json.member("separator", true);
  }
  json.key("inlines").begin_array().begin_object();
  json.member("type", "TextRun")
      .member("text", text)
      .member("weight", "Bolder")
      .member("strikethrough", true);
  json.end_object().end_array().end_object();
}

void begin_actions(JsonWriter& json) {
  json.begin_object().member("type", "ActionSet").key("actions").begin_array();
}

void end_actions(JsonWriter& json) {
  json.end_array().end_object();
}

void open_url(JsonWriter& json, std::string_view title, std::string_view url) {
  if (url.empty()) {
    return;
  }
  json.begin_object()
      .member("type", "Action.OpenUrl")
      .member("title", capped(title, button_title_length))
      .member("url", url)
      .end_object();
}

void say_button(JsonWriter& json, std::string_view text) {
  json.begin_object().member("type", "Action.Submit").member("title", capped(text, button_title_length));
  json.key("data").begin_object().key("msteams").begin_object();
  json.member("type", "imBack").member("value", text);
  json.end_object().end_object().end_object();
}

}  // namespace handlers::cards
