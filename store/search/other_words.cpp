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

Uses uses_of(std::span<const Token> tokens, TermId term, Form asked) {
  Uses uses;
  for (const Token token : tokens) {
    if (token.function_word || token.term != term) continue;
    const auto written = static_cast<Form>(token.form);
    if (are_other_words(asked, written))
      uses.surely_another = true;
    else if (may_be_other_words(asked, written))
      uses.maybe = true;
    else if (asked == Form::plain && written == Form::long_)
      uses.maybe_asked = true;
    else
      uses.as_asked = true;
  }
  uses.as_asked = uses.as_asked || (uses.maybe_asked && !uses.maybe);
  return uses;
}

/// True if the task has the word in another way, too: as a part of a compound, by the word list.
bool says_otherwise(const QueryWord& word, std::span<const Token> tokens, TermId term) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token token) {
    return !token.function_word && token.term != term &&
           std::any_of(word.matches.begin(), word.matches.end(),
                       [&](const Match& match) { return match.term == token.term; });
  });
}

}  // namespace

OtherWords other_words(const Query& query, const Index& index, TaskIndex task) {
  OtherWords shares;
  const auto tokens = index.tokens(index.doc_of(task));
  for (const QueryWord& word : query.words) {
    if (!word.short_stem) continue;
    const TermId term = index.terms().find(word.stem);
    if (term == no_term) continue;
    const Uses uses = uses_of(tokens, term, word.form);
    shares.as_asked = shares.as_asked || uses.as_asked;
    if (uses.as_asked || says_otherwise(word, tokens, term)) continue;
    if (uses.surely_another && !uses.maybe) shares.surely += word.weight / query.weight;
    if (uses.maybe) shares.maybe += word.weight / query.weight;
  }
  return shares;
}

}  // namespace store::search
