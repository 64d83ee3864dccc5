#include "store/search/scoring.hpp"

#include <algorithm>
#include <array>

namespace store::search {
namespace {

constexpr std::size_t most_refined = 48;  // tasks whose phrases are looked at
constexpr float share_of_words =
    0.75F;  // of the score; the rest is for words that stand together in one phrase

}  // namespace

Scorer::Scorer(const Index& index)
    : index_(index),
      sums_(index.task_count()),
      word_(index.task_count()),
      composite_(index.task_count()),
      share_(index.task_count()) {}

void Scorer::raise_all(const std::vector<Match>& matches, Values& values) const {
  for (const Match& match : matches) {
    for (const Posting posting : index_.postings(match.term)) {
      values.raise(posting.task(), match.quality * weight_of(posting.field()));
    }
  }
}

void Scorer::satisfy(const QueryWord& word) {
  raise_all(word.matches, word_);
  for (const Composite& composite : word.composites) {
    for (const Composite::Share& share : composite.shares) {
      raise_all(share.matches, share_);
      for (const TaskIndex task : share_.touched()) composite_.add(task, share.share * share_[task]);
      share_.clear();
    }
    for (const TaskIndex task : composite_.touched()) word_.raise(task, composite_[task]);
    composite_.clear();
  }
}

std::vector<Scored> Scorer::best(const Query& query) {
  if (query.weight <= 0) return {};
  for (const QueryWord& word : query.words) {
    satisfy(word);
    for (const TaskIndex task : word_.touched()) sums_.add(task, word.weight * word_[task]);
    word_.clear();
  }
  std::vector<Scored> found;
  found.reserve(sums_.touched().size());
  for (const TaskIndex task : sums_.touched()) found.push_back({task, sums_[task] / query.weight, false});
  sums_.clear();
  const auto better = [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.task < b.task;
  };
  const std::size_t kept = std::min(found.size(), most_refined);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), better);
  found.resize(kept);
  note_matches(query);
  for (Scored& scored : found) refine(query, scored);
  std::sort(found.begin(), found.end(), better);

  return found;
}

void Scorer::add_share(std::size_t word, const Match& match, float share) {
  words_of_terms_.push_back({match.term, static_cast<std::uint32_t>(word), match.quality * share});
}

void Scorer::note_matches(const Query& query) {
  words_of_terms_.clear();
  for (std::size_t word = 0; word < query.words.size(); ++word) {
    for (const Match& match : query.words[word].matches) add_share(word, match, 1);
    for (const Composite& composite : query.words[word].composites) {
      for (const auto& share : composite.shares) {
        for (const Match& match : share.matches) add_share(word, match, share.share);
      }
    }
  }
  std::sort(words_of_terms_.begin(), words_of_terms_.end(),
            [](const WordOfTerm& a, const WordOfTerm& b) { return a.term < b.term; });
}

void Scorer::refine(const Query& query, Scored& scored) const {
  std::array<float, most_words> said{};  // by word of the question: how well the phrase says it
  float matched = 0;
  float all = 0;
  float best = 0;
  Field field = Field::title;
  const auto close_phrase = [&] {
    float covered = 0;
    for (std::size_t i = 0; i < query.words.size(); ++i)
      covered += query.words[i].weight * std::min(1.0F, said[i]);
    covered /= query.weight;
    const float precise = all > 0 ? matched / all : 0;
    best = std::max(best, covered * (0.4F + 0.6F * precise) * weight_of(field));
    scored.phrase = scored.phrase || (covered > 0.96F && precise > 0.96F);
    said.fill(0);
    matched = all = 0;
  };
  for (const Token token : index_.tokens(scored.task)) {
    if (token.starts_phrase && all > 0) close_phrase();
    field = static_cast<Field>(token.field);
    if (field == Field::description || field == Field::unit) break;  // no phrases but running text
    if (token.function_word) continue;
    const float weight = index_.rarity_of(token.term) * (token.after_comma ? 0.5F : 1.0F);
    float quality = 0;
    auto row = std::lower_bound(words_of_terms_.begin(), words_of_terms_.end(), TermId{token.term},
                                [](const WordOfTerm& row, TermId term) { return row.term < term; });
    for (; row != words_of_terms_.end() && row->term == token.term; ++row) {
      quality = std::max(quality, row->quality);
      said[row->word] = std::max(said[row->word], row->quality);
    }
    matched += weight * quality;
    all += weight;
  }
  if (all > 0) close_phrase();
  scored.score = share_of_words * scored.score + (1 - share_of_words) * best;
}

}  // namespace store::search
