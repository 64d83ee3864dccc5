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

constexpr std::string_view auxiliary[] = {"har", "havde", "er", "have", "had", "am"};

/// "Har modtaget en klage".
bool stands_as_participle(const Message& message, std::size_t word, std::size_t end) {
  static constexpr std::string_view articles[] = {"en", "et", "a", "an"};
  // "et skur ned" would be half of "har revet et skur ned"
  const bool whole = message.words[end - 1].kind == WordKind::topic;
  return whole && word > 0 && !message.words[word].after_mark &&
         one_of(auxiliary, message.words[word - 1].letters) &&
         one_of(articles, message.words[word + 1].letters);
}

/// The subject that stands before the verb of a statement: "jeg fandt ...", "jeg har revet ...".
std::optional<std::size_t> subject_before(const Message& message, std::size_t word) {
  if (word == 0 || message.words[word].after_mark) return std::nullopt;
  std::size_t subject = word - 1;
  if (subject > 0 && one_of(auxiliary, message.words[subject].letters)) --subject;
  if (!is_subject(message.words[subject], message.spoken) || message.words[subject + 1].after_mark)
    return std::nullopt;
  static constexpr std::string_view joining[] = {"og", "men", "at", "and", "but", "that"};
  const bool first = subject == 0 || message.words[subject].after_mark ||
                     one_of(joining, message.words[subject - 1].letters);
  return first ? std::optional(subject) : std::nullopt;  // "må jeg bygge ..." asks
}

/// The verb of "hvordan man fører kørebog".
bool is_how_to(const Message& message, std::size_t word) {
  static constexpr std::string_view asking[] = {"hvordan", "hvor", "hvad", "how", "where", "what"};
  return word > 1 && is_subject(message.words[word - 1], message.spoken) &&
         one_of(asking, message.words[word - 2].letters);
}

/// Where the name of the thing begins: behind "afleverer jeg", "har modtaget"; at the subject of a statement.
std::size_t begin_of_name(const Message& message, Stretch part) {
  static constexpr std::string_view before_names[] = {"en",  "et",  "a",   "an",   "den",   "det", "de",
                                                      "the", "min", "mit", "mine", "vores", "my",  "our"};
  if (part.first + 1 >= part.end) return part.first;
  if (const auto subject = subject_before(message, part.first)) return *subject;
  const MessageWord& next = message.words[part.first + 1];
  const bool inverted = is_subject(next, message.spoken) && stands_as_verb(message, part.first, part.end);
  if (!inverted && !is_how_to(message, part.first) && !stands_as_participle(message, part.first, part.end))
    return part.first;
  std::size_t first = part.first + (inverted ? 2 : 1);
  while (first < part.end && message.words[first].kind != WordKind::topic &&
         !one_of(before_names, message.words[first].letters))
    ++first;
  return first < part.end && names(message, {first, part.end}) ? first : part.first;
}

/// Where the thing itself is said: before what it is for; of a long one, before the next clause.
std::size_t end_of_name(const Message& message, Stretch part) {
  static constexpr std::string_view further[] = {"som", "der", "that", "which", "who"};
  const bool is_long = message.between(part.first, part.end - 1).size() > long_quote;
  for (std::size_t i = part.first + 1; i < part.end; ++i) {
    const std::string& letters = message.words[i].letters;
    const bool purpose = letters == "s\xE5" || letters == "so";
    const bool clause = (purpose || is_long) && opens_circumstances(message, i, part.end);
    const bool next = is_long && (one_of(further, letters) || message.words[i].after_mark);
    if ((clause || next) && names(message, {part.first, i})) return i;
  }
  return part.end;
}

}  // namespace

std::string quoted(const Message& message, std::string_view topic) {
  const auto words = words_of(message, topic);
  if (!words) return std::string(topic);
  Stretch part = *words;
  part.first = begin_of_name(message, part);
  part.end = end_of_name(message, part);
  static constexpr std::string_view joining[] = {"og", "men", "and", "but"};
  while (part.end > part.first + 1 && one_of(joining, message.words[part.end - 1].letters)) --part.end;
  return part.first == words->first && part.end == words->end
             ? std::string(topic)
             : std::string(message.between(part.first, part.end - 1));
}

}  // namespace handlers::understanding
