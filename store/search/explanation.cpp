#include "store/search/explanation.hpp"

#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace store::search {
namespace {

std::string name_of(Field field) {
  switch (field) {
    case Field::title:
      return "title";
    case Field::kle:
      return "kle";
    case Field::keywords:
      return "keywords";
    case Field::description:
      return "description";
    case Field::unit:
      return "unit";
  }
  return {};
}

std::string name_of(How how, bool same_letters) {
  switch (how) {
    case How::word:
      return same_letters ? "exact" : "form";
    case How::kin:
      return "form";
    case How::joined:
    case How::part:
      return "part";
    case How::word_list:
      return "word list";
    case How::typo:
      return "typo";
  }
  return {};
}

/// The best way in which a stem of the index satisfies a word of the question.
Match best_match(const QueryWord& word, TermId term) {
  Match best;
  const auto consider = [&](const Match& match, float share) {
    if (match.term == term && match.quality * share > best.quality)
      best = {term, match.quality * share, match.how};
  };
  for (const Match& match : word.matches) consider(match, 1);
  for (const Composite& composite : word.composites) {
    for (const auto& share : composite.shares) {
      for (const Match& match : share.matches) consider(match, share.share);
    }
  }
  return best;
}

/// The letters that stems begin with which satisfy a word of the question. A word begins like its stem, so
/// most words of a task need no stem to be known as none of them.
std::array<bool, 256> first_letters(const Query& query, const Terms& terms) {
  std::array<bool, 256> letters{};
  const auto note = [&](const std::vector<Match>& matches) {
    for (const Match& match : matches) letters[static_cast<unsigned char>(terms[match.term].front())] = true;
  };
  for (const QueryWord& word : query.words) {
    note(word.matches);
    for (const Composite& composite : word.composites) {
      for (const auto& share : composite.shares) note(share.matches);
    }
  }
  return letters;
}

}  // namespace

std::vector<MatchedWord> explain(const Query& query, const Index& index, const Catalogue& catalogue,
                                 TaskIndex task) {
  std::vector<MatchedWord> matched(query.words.size());
  std::vector<float> best(query.words.size(), 0);
  Stemmer stemmer;
  Words words;
  const auto may_begin = first_letters(query, index.terms());
  for_each_phrase(catalogue, task, [&](std::string_view text, Field field) {
    words.read(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!may_begin[static_cast<unsigned char>(words[i].front())]) continue;
      const TermId term = index.terms().find(stemmer.danish(words[i]));
      for (std::size_t j = 0; j < query.words.size(); ++j) {
        const QueryWord& asked = query.words[j];
        const Match match = best_match(asked, term);
        const bool same = asked.letters == words[i];
        const float value = match.quality * weight_of(field) + (same ? 0.001F : 0.0F);
        if (match.term == no_term || value <= best[j]) continue;
        best[j] = value;
        matched[j] = {to_utf8(asked.letters), to_utf8(words[i]), name_of(field), name_of(match.how, same)};
      }
    }
  });
  std::erase_if(matched, [](const MatchedWord& word) { return word.found.empty(); });
  return matched;
}

bool has_nearly(const Catalogue& catalogue, TaskIndex task, std::string_view letters) {
  bool found = false;
  Words words;
  for_each_phrase(catalogue, task, [&](std::string_view text, Field) {
    words.read(text);
    for (std::size_t i = 0; i < words.size(); ++i) found = found || one_slip_apart(letters, words[i]);
  });
  return found;
}

}  // namespace store::search
