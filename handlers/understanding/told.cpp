#include "handlers/understanding/told.hpp"

#include "handlers/understanding/word_classes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace handlers::understanding {
namespace {

constexpr std::size_t most_things = 4;
constexpr std::size_t shortest_definite = 5;

bool is_one_of_many(std::string_view determiner) {
  return determiner == "en" || determiner == "et" || determiner == "a" || determiner == "an";
}

bool is_definite(std::string_view letters) {
  return letters.size() >= shortest_definite &&
         (letters.ends_with("en") || letters.ends_with("et") || letters.ends_with("ne"));
}

/// "Galt med", "mistake on": the thing that is wrong stands behind a preposition.
bool is_wrong(std::string_view letters) {
  static constexpr std::string_view all[] = {"fejl",     "galt",  "problem", "problemer", "rod",   "mistake",
                                             "mistakes", "error", "errors",  "wrong",     "issue", "trouble"};
  return std::find(std::begin(all), std::end(all), letters) != std::end(all);
}

/// True where an object stands behind the word: a verb, or "galt med".
bool has_object(const Message& message, Stretch told, std::size_t word) {
  static constexpr std::string_view places[] = {"bag",  "foran",   "behind", "near",   "beside",
                                                "over", "outside", "inside", "around", "between"};
  const WordKind kind = message.words[word].kind;
  if (std::find(std::begin(places), std::end(places), message.words[word].letters) != std::end(places))
    return false;
  if (kind != WordKind::link) return kind != WordKind::function;
  return word > told.first && is_wrong(message.words[word - 1].letters);
}

/// `first`: where the sentence begins, behind "hej" and "nu".
bool is_thing(const Message& message, Stretch told, std::size_t first, Stretch named) {
  const auto& words = message.words;
  const std::size_t word = named.first;
  const bool goes_on = named.end < told.end && !words[named.end].after_mark;
  if (word == first)
    return goes_on && message.spoken != store::Spoken::english && is_definite(words[word].letters);
  if (!is_determiner(words[word - 1].letters)) return false;
  if (word == first + 1) return goes_on;
  return !is_one_of_many(words[word - 1].letters) && has_object(message, told, word - 2);
}

/// The words from this one on that are one name; in Danish it is one word.
Stretch name_at(const Message& message, Stretch told, std::size_t word) {
  Stretch name{word, word + 1};
  while (message.spoken == store::Spoken::english && name.end < told.end &&
         message.words[name.end].kind == WordKind::topic && !message.words[name.end].after_mark)
    ++name.end;
  return name;
}

}  // namespace

std::vector<Stretch> things_told(const Message& message, Stretch told) {
  std::vector<Stretch> things;
  std::size_t first = told.first;
  for (std::size_t i = told.first; i < told.end && things.size() < most_things; ++i) {
    const MessageWord& word = message.words[i];
    if (word.after_mark) first = i;
    if (i == first && word.kind == WordKind::filler) ++first;
    if (word.kind != WordKind::topic || is_who_it_happened_to(word.letters)) continue;
    if (is_part_of_any_matter(word.letters)) continue;  // "mit kort": which?
    const Stretch name = name_at(message, told, i);
    if (is_thing(message, told, first, name)) things.push_back(name);
    i = name.end - 1;
  }
  return things;
}

std::optional<std::size_t> whom_told_of(const Message& message, Stretch told) {
  for (std::size_t i = told.first; i + 1 < told.end; ++i) {
    const MessageWord& word = message.words[i];
    if (word.kind != WordKind::function && is_who_it_happened_to(word.letters)) return i;
    if (word.kind == WordKind::topic) break;
  }
  return std::nullopt;
}

bool is_wanted(const Message& message, Stretch told) {
  static constexpr std::string_view us[] = {"jeg", "vi", "i", "we"};
  static constexpr std::string_view wanting[] = {"skal", "vil",  "\xF8nsker", "gerne", "want",
                                                 "need", "will", "would",     "d"};
  static constexpr std::string_view being[] = {"are", "am", "m", "re"};
  static constexpr std::string_view planning[] = {"getting", "going"};
  const auto one_of = [](const auto& list, std::string_view letters) {
    return std::find(std::begin(list), std::end(list), letters) != std::end(list);
  };
  std::size_t word = told.first;
  while (word < told.end && message.words[word].kind == WordKind::filler) ++word;
  if (word + 2 >= told.end || !one_of(us, message.words[word].letters)) return false;
  for (std::size_t i = word + 1; i < told.end; ++i)
    if (message.words[i].after_mark) return false;
  const bool plans = one_of(being, message.words[word + 1].letters) &&
                     one_of(planning, message.words[word + 2].letters);  // "we are getting married"
  if (plans) ++word;
  if (!one_of(wanting, message.words[++word].letters) && !plans) return false;
  while (word + 1 < told.end && message.words[word + 1].kind == WordKind::filler) ++word;  // "gerne", "like"
  const MessageWord& next = message.words[word + 1 < told.end ? word + 1 : word];
  return next.letters == "to" || next.kind != WordKind::link;  // "skal på kursus" says where, not what
}

}  // namespace handlers::understanding
