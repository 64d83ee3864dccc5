#include "store/search/whole_items.hpp"

#include "store/search/segment.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <string_view>

namespace store::search {
namespace {

constexpr float as_good_as_itself = 0.8F;  // another number; no part of a compound

/// True between the items of a list.
bool lists(std::string_view word) {
  return word == "og" || word == "samt" || word == "eller" || word == "and" || word == "or";
}

/// True behind what is done with the item that follows.
bool is_done_with(std::string_view word) {
  return word == "af" || word == "of";
}

/// What has been read of one item of a phrase.
struct Item {
  bool said = false;      // by the word
  bool narrowed = false;  // by another one
};

/// As what a task has a word in its titles and keywords.
struct Uses {
  bool part = false;
  bool whole = false;
};

Uses uses_of(const Catalogue& catalogue, const Terms& terms, TaskIndex task, const QueryWord& word) {
  Stemmer stemmer;
  const auto says = [&](std::string_view written) {
    const TermId term = terms.find(stemmer.danish(written));
    return std::any_of(word.matches.begin(), word.matches.end(), [&](const Match& match) {
      return match.term == term && (match.quality >= as_good_as_itself || match.how == How::typo);
    });
  };
  Uses uses;
  Item item;
  const auto end_item = [&] {
    uses.whole = uses.whole || (item.said && !item.narrowed);
    uses.part = uses.part || item.said;
    item = {};
  };
  Words words;
  for_each_phrase(catalogue, task, [&](std::string_view phrase, Field field) {
    if (field == Field::description || field == Field::unit) return;
    words.read(phrase);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words.after_mark(i) && field != Field::title) break;  // "veje, private": it qualifies
      if (words.after_mark(i) || lists(words[i])) end_item();
      if (is_done_with(words[i]) && !item.said) item = {};
      if (is_function_word(words[i])) continue;
      (says(words[i]) ? item.said : item.narrowed) = true;
    }
    end_item();
  });
  return uses;
}

}  // namespace

bool is_only_a_part(const Catalogue& catalogue, const Terms& terms, TaskIndex task, const QueryWord& word) {
  const Uses uses = uses_of(catalogue, terms, task, word);
  return uses.part && !uses.whole;
}

bool is_whole_item(const Catalogue& catalogue, const Terms& terms, TaskIndex task, const QueryWord& word) {
  return uses_of(catalogue, terms, task, word).whole;
}

}  // namespace store::search
