#include "handlers/understanding/quoted.hpp"

#include "handlers/understanding/clauses.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace handlers::understanding {
namespace {

constexpr std::size_t long_quote = 60;  // bytes; about a line, and what is shown of it

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view letters) {
  return std::find(std::begin(list), std::end(list), letters) != std::end(list);
}

bool names(const Message& message, Stretch part) {
  return std::any_of(message.words.begin() + static_cast<std::ptrdiff_t>(part.first),
                     message.words.begin() + static_cast<std::ptrdiff_t>(part.end),
                     [](const MessageWord& word) { return word.kind == WordKind::topic; });
}

std::optional<Stretch> words_of(const Message& message, std::string_view topic) {
  const std::size_t at = message.text.find(topic);
  if (at == std::string::npos || topic.empty()) return std::nullopt;
  Stretch part{message.words.size(), 0};
  for (std::size_t i = 0; i < message.words.size(); ++i) {
    if (message.words[i].begin < at || message.words[i].end > at + topic.size()) continue;
    part.first = std::min(part.first, i);
    part.end = i + 1;
  }
  return part.first < part.end ? std::optional(part) : std::nullopt;
}

/// Behind the verb and what is not the beginning of a name.
std::size_t behind_verb(const Message& message, Stretch part) {
  static constexpr std::string_view articles[] = {"en", "et", "a", "an"};
  if (!stands_as_verb(message, part.first, part.end)) return part.first;
  std::size_t first = part.first + 1;
  while (first < part.end && message.words[first].kind != WordKind::topic &&
         !one_of(articles, message.words[first].letters))
    ++first;
  return first < part.end && names(message, {first, part.end}) ? first : part.first;
}

/// Where the thing itself is said: before what it is for; of a long one, before the next clause.
std::size_t end_of_name(const Message& message, Stretch part) {
  static constexpr std::string_view further[] = {"som", "der", "that", "which", "who"};
  const bool is_long = message.between(part.first, part.end - 1).size() > long_quote;
  for (std::size_t i = part.first + 1; i < part.end; ++i) {
    const bool clause =
        opens_circumstances(message, i, part.end) ||
        (is_long && (one_of(further, message.words[i].letters) || message.words[i].after_mark));
    if (clause && names(message, {part.first, i})) return i;
  }
  return part.end;
}

}  // namespace

std::string quoted(const Message& message, std::string_view topic) {
  const auto words = words_of(message, topic);
  if (!words) return std::string(topic);
  Stretch part = *words;
  part.first = behind_verb(message, part);
  part.end = end_of_name(message, part);
  return part.first == words->first && part.end == words->end
             ? std::string(topic)
             : std::string(message.between(part.first, part.end - 1));
}

}  // namespace handlers::understanding
