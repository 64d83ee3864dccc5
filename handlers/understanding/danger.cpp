#include "handlers/understanding/danger.hpp"

#include "handlers/understanding/word_classes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace handlers::understanding {
namespace {

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view letters) {
  return std::find(std::begin(list), std::end(list), letters) != std::end(list);
}

/// "I går", "last week", "two days ago": it is over, and somebody looks after what is left.
bool is_over(const Message& message, std::size_t word) {
  static constexpr std::string_view units[] = {
      "uge",  "m\xE5ned", "\xE5r", "nat",   "mandag", "tirsdag", "onsdag", "torsdag",  "fredag",   "weekend",
      "week", "month",    "year",  "night", "monday", "tuesday", "friday", "thursday", "wednesday"};
  static constexpr std::string_view spans[] = {"dag",        "dage",  "uge",    "uger", "m\xE5ned",
                                               "m\xE5neder", "\xE5r", "day",    "days", "week",
                                               "weeks",      "month", "months", "year", "years"};
  const auto& words = message.words;
  const std::string& letters = words[word].letters;
  if (is_of_the_past(letters)) return true;
  if (word > 0 && (letters == "siden" || letters == "ago") && one_of(spans, words[word - 1].letters))
    return true;
  if (word + 1 == words.size()) return false;
  const std::string& next = words[word + 1].letters;
  const bool last = letters == "sidste" || letters == "last";
  const bool perfect = (letters == "har" && next == "truet") || (letters == "has" && next == "threatened");
  return perfect || (letters == "i" && next == "g\xE5r") || (last && one_of(units, next));
}

/// Whoever asks how many may be in a hall asks ahead.
bool asks_how_many(const Message& message, std::size_t word) {
  if (word == 0) return false;
  const std::string& before = message.words[word - 1].letters;
  const std::string& letters = message.words[word].letters;
  return (before == "hvor" && letters == "mange") || (before == "how" && letters == "many");
}

/// "Kursus i hjertestop", "brandøvelse", "fire drill": the last part of a compound tells.
bool is_preparation(std::string_view letters) {
  constexpr std::size_t shortest_part = 4;
  for (std::size_t cut = 0; cut + shortest_part <= letters.size(); ++cut)
    if (prepares(letters.substr(cut))) return true;
  return false;
}

/// What smokes and stinks as it should.
bool is_meant_to_burn(std::string_view letters) {
  static constexpr std::string_view beginnings[] = {"br\xE6ndeovn", "skorsten", "b\xE5l",    "pejs",
                                                    "grill",        "cigaret",  "ryger",     "chimney",
                                                    "bonfire",      "barbecue", "fireplace", "stove"};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view beginning) { return letters.starts_with(beginning); });
}

bool is_danger(const PatternMatch& match) {
  return !match.intent.slot("danger").empty();
}

bool counts(const Message& message, const PatternMatch& match) {
  const std::string_view danger = match.intent.slot("danger");
  if (danger == "said") return false;
  for (std::size_t i = 0; i < message.words.size(); ++i) {
    const std::string& letters = message.words[i].letters;
    if (is_over(message, i) || asks_how_many(message, i) || is_meant_to_burn(letters)) return false;
    if (danger == "named" && is_preparation(letters)) return false;
  }
  return true;
}

}  // namespace

bool take_danger(const Message& message, std::vector<PatternMatch>& matches) {
  const bool any = std::any_of(matches.begin(), matches.end(), [&](const PatternMatch& match) {
    return is_danger(match) && counts(message, match);
  });
  if (any) matches.clear();
  std::erase_if(matches, is_danger);
  return any;
}

void lead_with_danger(const Message& message, Understanding& understanding) {
  Intent danger{IntentName::find_person, {{"danger", "yes"}}, message.spoken, message.text};
  for (Intent& intent : understanding.intents) {
    if (intent.name != IntentName::find_person) continue;
    danger.spoken = intent.spoken;
    for (Slot& slot : intent.slots)
      if (slot.name == "task" || slot.name == "kle") danger.slots.push_back(std::move(slot));
  }
  danger.slots.push_back({"unsure", "yes"});
  understanding.intents.clear();
  understanding.intents.push_back(std::move(danger));
}

}  // namespace handlers::understanding
