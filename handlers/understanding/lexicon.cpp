#include "handlers/understanding/lexicon.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace handlers::understanding {
namespace {

using Kinds = std::unordered_map<std::string, WordKind>;

void add(Kinds& kinds, std::string_view list, WordKind kind) {
  store::Words words;
  words.read(list);
  for (std::size_t i = 0; i < words.size(); ++i) kinds.emplace(words[i], kind);  // the first list counts
}

const Kinds& danish_kinds() {
  static const Kinds kinds = [] {
    Kinds made;
    add(made, danish::link_words, WordKind::link);
    add(made, danish::who_words, WordKind::who);
    add(made, danish::holding_words, WordKind::holding);
    add(made, danish::asking_words, WordKind::asking);
    add(made, danish::filler_words, WordKind::filler);
    return made;
  }();
  return kinds;
}

const Kinds& english_kinds() {
  static const Kinds kinds = [] {
    Kinds made;
    add(made, english::link_words, WordKind::link);
    add(made, english::who_words, WordKind::who);
    add(made, english::holding_words, WordKind::holding);
    add(made, english::asking_words, WordKind::asking);
    add(made, english::filler_words, WordKind::filler);
    return made;
  }();
  return kinds;
}

}  // namespace

WordKind kind_of(std::string_view word, store::Spoken spoken) {
  if (store::names_in_one_language(word) && !store::is_function_word(word, spoken)) return WordKind::topic;
  const std::string key(word);
  const auto danish = danish_kinds().find(key);
  if (danish != danish_kinds().end()) return danish->second;
  const auto english = english_kinds().find(key);
  if (english != english_kinds().end()) return english->second;
  return store::is_function_word(word, spoken) ? WordKind::function : WordKind::topic;
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
  return store::is_danish_function_word(word) || danish_kinds().count(std::string(word)) != 0;
}

bool is_english(std::string_view word) {
  return store::is_english_function_word(word) || english_kinds().count(std::string(word)) != 0;
}

std::vector<std::string> lexicon_words() {
  std::vector<std::string> words;
  for (const Kinds* kinds : {&danish_kinds(), &english_kinds()}) {
    for (const auto& [word, kind] : *kinds) words.push_back(word);
  }
  return words;
}

}  // namespace handlers::understanding
