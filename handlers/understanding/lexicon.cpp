#include "handlers/understanding/lexicon.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/function_words.hpp"
#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

namespace handlers::understanding {
namespace {

/// What a word does by the lists of each language; `topic` if it is in none of them.
struct Kinds {
  WordKind danish = WordKind::topic;
  WordKind english = WordKind::topic;
};

const store::WordTable<Kinds>& all_kinds() {
  static const auto all = [] {
    store::WordTable<Kinds> made;
    store::Words words;
    const auto add = [&](WordKind Kinds::*language, std::string_view list, WordKind kind) {
      words.read(list);
      for (std::size_t i = 0; i < words.size(); ++i) {
        WordKind& known = made[words[i]].*language;
        if (known == WordKind::topic) known = kind;  // the first list counts
      }
    };
    add(&Kinds::danish, danish::link_words, WordKind::link);
    add(&Kinds::danish, danish::who_words, WordKind::who);
    add(&Kinds::danish, danish::holding_words, WordKind::holding);
    add(&Kinds::danish, danish::asking_words, WordKind::asking);
    add(&Kinds::danish, danish::filler_words, WordKind::filler);
    add(&Kinds::english, english::link_words, WordKind::link);
    add(&Kinds::english, english::who_words, WordKind::who);
    add(&Kinds::english, english::holding_words, WordKind::holding);
    add(&Kinds::english, english::asking_words, WordKind::asking);
    add(&Kinds::english, english::filler_words, WordKind::filler);
    return made;
  }();
  return all;
}

}  // namespace

ListedWord::ListedWord(std::string_view word) : use_(word) {
  const Kinds* known = all_kinds().find(word);
  if (known == nullptr) return;
  danish_ = known->danish;
  english_ = known->english;
}

WordKind ListedWord::kind(store::Spoken spoken) const {
  const bool function = use_.is_function_word(spoken);
  if (use_.names_in_one_language() && !function) return WordKind::topic;
  if (danish_ != WordKind::topic) return danish_;
  if (english_ != WordKind::topic) return english_;
  return function ? WordKind::function : WordKind::topic;
}

bool says_what_is_done(std::string_view word) {
  static const std::unordered_set<std::string> verbs = [] {
    std::unordered_set<std::string> made;
    store::Words words;
    for (const std::string_view list : {danish::acting_words, english::acting_words}) {
      words.read(list);
      for (std::size_t i = 0; i < words.size(); ++i) made.emplace(words[i]);
    }
    return made;
  }();
  return verbs.count(std::string(word)) != 0;
}

bool is_number(std::string_view word) {
  static constexpr std::string_view in_words[] = {
      "tre",   "fem",  "seks", "syv", "otte",  "ti",    "tredje", "fjerde", "femte", "one",   "two",
      "three", "four", "five", "six", "seven", "eight", "nine",   "ten",    "third", "fourth"};
  if (std::find(std::begin(in_words), std::end(in_words), word) != std::end(in_words)) return true;
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> lexicon_words() {
  std::vector<std::string> words;
  for (const auto& [word, kinds] : all_kinds()) words.push_back(word);
  return words;
}

}  // namespace handlers::understanding
