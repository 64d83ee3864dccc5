#include "handlers/understanding/lexicon.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/function_words.hpp"
#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

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

Kinds kinds_of(std::string_view word) {
  const Kinds* known = all_kinds().find(word);
  return known == nullptr ? Kinds{} : *known;
}

}  // namespace

WordKind kind_of(std::string_view word, store::Spoken spoken) {
  const store::WordUse use(word);
  const bool function = use.is_function_word(spoken);
  if (use.names_in_one_language() && !function) return WordKind::topic;
  const Kinds kinds = kinds_of(word);
  if (kinds.danish != WordKind::topic) return kinds.danish;
  if (kinds.english != WordKind::topic) return kinds.english;
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

bool is_danish(std::string_view word) {
  return store::is_danish_function_word(word) || kinds_of(word).danish != WordKind::topic;
}

bool is_english(std::string_view word) {
  return store::is_english_function_word(word) || kinds_of(word).english != WordKind::topic;
}

std::vector<std::string> lexicon_words() {
  std::vector<std::string> words;
  for (const auto& [word, kinds] : all_kinds()) words.push_back(word);
  return words;
}

}  // namespace handlers::understanding
