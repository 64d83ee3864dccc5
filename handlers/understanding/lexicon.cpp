#include "handlers/understanding/lexicon.hpp"

#include "handlers/understanding/phrases.hpp"
#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <string>
#include <unordered_set>

namespace handlers::understanding {
namespace {

using WordSet = std::unordered_set<std::string>;

WordSet words_of(std::string_view list) {
  store::Words words;
  words.read(list);
  WordSet all;
  for (std::size_t i = 0; i < words.size(); ++i) all.emplace(words[i]);
  return all;
}

const WordSet& danish_frame() {
  static const WordSet words = words_of(danish::frame_words);
  return words;
}

const WordSet& english_frame() {
  static const WordSet words = words_of(english::frame_words);
  return words;
}

}  // namespace

WordKind kind_of(std::string_view word) {
  if (store::is_function_word(word)) return WordKind::function;
  const std::string key(word);
  return danish_frame().count(key) + english_frame().count(key) != 0 ? WordKind::frame : WordKind::topic;
}

int danish_evidence(std::string_view word) {
  return danish_frame().count(std::string(word)) != 0 ? 1 : 0;
}
int english_evidence(std::string_view word) {
  return english_frame().count(std::string(word)) != 0 ? 1 : 0;
}

}  // namespace handlers::understanding
