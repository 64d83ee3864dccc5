#include "store/search/other_words.hpp"

#include <algorithm>
#include <span>

namespace store::search {
namespace {

/// As what the words of one stem stand in a task.
struct Uses {
  bool as_asked = false;
  bool maybe_asked = false;  // "taler": of "tale", where that stands there, too
  bool maybe = false;
  bool surely_another = false;
};

Uses uses_of(std::span<const Token> tokens, TermId term, const QueryWord& word) {
  Uses uses;
  for (const Token token : tokens) {
    if (token.function_word || token.term != term) continue;
    const auto written = static_cast<Form>(token.form);
    const bool noun = written == Form::plain;
    if (word.foreign_verb || (word.verb_only && noun) ? noun : are_other_words(word.form, written))
      uses.surely_another = true;
    else if (may_be_other_words(word.form, written))
      uses.maybe = true;
    else if (word.form == Form::plain && written == Form::long_)
      uses.maybe_asked = true;
    else
      uses.as_asked = true;
  }
  uses.as_asked = uses.as_asked || (uses.maybe_asked && !uses.maybe);
  return uses;
}

/// How well the task has the word in another way: as a part of a compound, as another form.
float said_otherwise(const QueryWord& word, std::span<const Token> tokens, TermId term) {
  float best = 0;
  for (const Match& match : word.matches) {
    const auto says = [&](const Token token) { return !token.function_word && token.term == match.term; };
    if (match.term != term && match.quality > best && std::any_of(tokens.begin(), tokens.end(), says))
      best = match.quality;
  }
  return best;
}

}  // namespace

OtherWords other_words(const Query& query, const Index& index, TaskIndex task) {
  constexpr float as_itself = 0.9F;
  OtherWords shares;
  const auto tokens = index.tokens(index.doc_of(task));
  for (const QueryWord& word : query.words) {
    if (!word.short_stem && !word.foreign_verb) continue;
    const TermId term = index.terms().find(word.stem);
    if (term == no_term) continue;
    const Uses uses = uses_of(tokens, term, word);
    const float otherwise = uses.as_asked ? 0 : said_otherwise(word, tokens, term);
    shares.as_asked = shares.as_asked || uses.as_asked || otherwise >= as_itself;
    if (uses.as_asked || otherwise > 0) continue;
    if (uses.surely_another && !uses.maybe) shares.surely += word.weight / query.weight;
    if (uses.maybe) shares.maybe += word.weight / query.weight;
  }
  return shares;
}

}  // namespace store::search
