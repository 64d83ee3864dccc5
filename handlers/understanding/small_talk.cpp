#include "handlers/understanding/small_talk.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace handlers::understanding {
namespace {

constexpr std::size_t words_of_a_matter = 2;  // that name something: "min tegnebog er stjålet"
constexpr std::size_t first_words = 3;        // among which whoever is spoken to, or of, stands

const std::unordered_set<std::string>& small_talk() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> made;
    store::Words read;
    for (const std::string_view list : {danish::small_talk_words, english::small_talk_words}) {
      read.read(list);
      for (std::size_t i = 0; i < read.size(); ++i) made.emplace(read[i]);
    }
    return made;
  }();
  return words;
}

template <std::size_t N>
bool says(const Message& message, Stretch part, const std::string_view (&words)[N]) {
  return std::any_of(message.words.begin() + static_cast<std::ptrdiff_t>(part.first),
                     message.words.begin() + static_cast<std::ptrdiff_t>(part.end),
                     [&](const MessageWord& word) {
                       return std::find(std::begin(words), std::end(words), word.letters) != std::end(words);
                     });
}

}  // namespace

bool is_small_talk(const Message& message, Stretch part, const Asking& asking) {
  static constexpr std::string_view to_us[] = {"du", "dig", "din", "dit", "you", "your"};
  static constexpr std::string_view of_ourselves[] = {"jeg", "vi", "we"};
  static constexpr std::string_view asks_where[] = {"hvor",  "hvordan", "hvorn\xE5r", "hvorfor",
                                                    "where", "how",     "when",       "why"};
  const bool any = std::any_of(message.words.begin() + static_cast<std::ptrdiff_t>(part.first),
                               message.words.begin() + static_cast<std::ptrdiff_t>(part.end),
                               [](const MessageWord& word) { return small_talk().count(word.letters) != 0; });
  if (any) return true;
  if (asking.who_word || asking.topic_words >= words_of_a_matter) return false;
  const Stretch begin{part.first, std::min(part.end, part.first + first_words)};
  static constexpr std::string_view english_i[] = {"i"};  // in Danish it means "in"
  const bool of_us = says(message, begin, of_ourselves) ||
                     (message.spoken == store::Spoken::english && says(message, begin, english_i));
  return says(message, begin, to_us) || (of_us && !says(message, part, asks_where));
}

}  // namespace handlers::understanding
