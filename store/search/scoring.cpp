#include "store/search/scoring.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace store::search {
namespace {

constexpr std::size_t most_refined = 48;  // tasks whose phrases are looked at
constexpr float least_worth_finding =
    0.15F;  // of the weight of all words; below, nothing is near (finder.cpp)
constexpr std::size_t cost_of_a_look_up = 16;  // beside going on to the next posting
constexpr std::size_t enough_to_find = 1000;   // tasks; a smaller catalogue is looked through whole
constexpr float as_good = 0.9F;
constexpr float clearly_worse = 0.7F;
constexpr float share_of_words =
    0.75F;  // of the score; the rest is for words that stand together in one phrase

}  // namespace

Scorer::Scorer(const Index& index)
    : index_(&index),
      sums_(index.doc_count()),
      word_(index.doc_count()),
      composite_(index.doc_count()),
      share_(index.doc_count()),
      about_terms_(index.term_count()) {}

void Scorer::use(const Index& index) {
  index_ = &index;
  for (Values* values : {&sums_, &word_, &composite_, &share_}) values->make_room(index.doc_count());
  about_terms_.assign(index.term_count(), {});
}

void Scorer::raise_all(const Composite::Share& share, bool new_tasks, Values& values) const {
  for (const Match& match : share.matches) {
    for (const auto postings : index_->postings(match.term))
      raise(postings, share.share * match.quality, new_tasks, values);
  }
}

/// The quality that a match must have to bring new tasks. Where a thousand tasks have the word as good as
/// itself, what is clearly worse would not get among the best.
float Scorer::least_to_find(const QueryWord& word) const {
  float best = 0;
  for (const Match& match : word.matches) best = std::max(best, match.quality);
  std::size_t having = 0;
  for (const Match& match : word.matches) {
    if (match.quality >= as_good * best) having += index_->count(match.term);
  }
  return having >= enough_to_find ? clearly_worse * best : 0;
}

void Scorer::raise(std::span<const Posting> postings, float quality, bool new_tasks, Values& values) const {
  const auto raise_one = [&](const Posting posting) {
    values.raise(posting.doc(), quality * weight_of(posting.field()));
  };
  if (new_tasks || sums_.touched().size() * cost_of_a_look_up >= postings.size()) {
    for (const Posting posting : postings) {
      if (new_tasks || sums_[posting.doc()] > 0) raise_one(posting);
    }
    return;
  }
  for (const DocId doc : sums_.touched()) {
    const auto row =
        std::lower_bound(postings.begin(), postings.end(), doc,
                         [](const Posting posting, DocId wanted) { return posting.doc() < wanted; });
    if (row != postings.end() && row->doc() == doc) raise_one(*row);
  }
}

void Scorer::satisfy(const QueryWord& word, bool new_tasks) {
  const float least = least_to_find(word);
  for (const Match& match : word.matches) {
    const bool finds = new_tasks && match.quality >= least;
    for (const auto postings : index_->postings(match.term)) raise(postings, match.quality, finds, word_);
  }
  for (const Composite& composite : word.composites) {
    float whole = 0;
    for (const Composite::Share& share : composite.shares) whole += share.share;
    const bool finds = new_tasks && whole >= least;
    if (!finds && sums_.touched().empty()) continue;
    if (composite.shares.size() == 1) {
      raise_all(composite.shares.front(), finds, word_);
      continue;
    }
    for (const Composite::Share& share : composite.shares) {
      raise_all(share, finds, share_);
      for (const DocId doc : share_.touched()) composite_.add(doc, share_[doc]);
      share_.clear();
    }
    for (const DocId doc : composite_.touched()) word_.raise(doc, composite_[doc]);
    composite_.clear();
  }
}

/// A question of one word that stands in many titles: the first of those are the best there can be, so
/// nothing else needs to be looked at. False if there are too few.
bool Scorer::take_titled(const Query& query) {
  if (query.words.size() != 1) return false;
  const QueryWord& word = query.words.front();
  const auto itself = std::find_if(word.matches.begin(), word.matches.end(), [](const Match& match) {
    return match.how == How::word && match.quality >= 1;
  });
  if (itself == word.matches.end() || index_->count(itself->term) < enough_to_find) return false;
  const auto [base, changed] = index_->postings(itself->term);
  std::size_t taken = 0;
  const auto take = [&](Posting posting) {
    if (posting.field() != Field::title || index_->replaced(posting.doc())) return;
    sums_.raise(posting.doc(), word.weight);
    ++taken;
  };
  for (const Posting posting : changed) take(posting);  // few; their tasks may stand anywhere
  taken = 0;
  for (const Posting posting : base) {
    if (taken == most_refined) break;
    take(posting);
  }
  if (taken == most_refined) return true;
  sums_.clear();
  return false;
}

void Scorer::sum_up(const Query& query) {
  std::vector<const QueryWord*> words;
  for (const QueryWord& word : query.words) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(),
                   [](const QueryWord* a, const QueryWord* b) { return a->weight > b->weight; });
  float rest = query.weight;
  for (const QueryWord* word : words) {
    // A task that has only what is left would not be worth showing, or not be among the best: common words
    // rank, they
    // do not find.
    const float least = std::max(least_worth_finding * query.weight, least_of_the_best());
    const bool new_tasks = rest >= least || sums_.touched().empty();
    satisfy(*word, new_tasks);
    if (sums_.touched().empty()) {  // the first word: what it found is the sum so far
      word_.scale(word->weight);
      std::swap(sums_, word_);
      rest -= word->weight;
      continue;
    }
    for (const DocId task : word_.touched()) {
      if (new_tasks || sums_[task] > 0) sums_.add(task, word->weight * word_[task]);
    }
    word_.clear();
    rest -= word->weight;
  }
}

/// The sum that the worst of the best tasks has so far; 0 while there are too few.
float Scorer::least_of_the_best() {
  if (sums_.touched().size() < most_refined) return 0;
  // A heap of the best, the worst in front: few get into it.
  least_sums_.clear();
  for (const DocId doc : sums_.touched()) {
    const float sum = sums_[doc];
    const bool full = least_sums_.size() == most_refined;
    if ((full && sum <= least_sums_.front()) || index_->replaced(doc)) continue;
    if (full) {
      std::pop_heap(least_sums_.begin(), least_sums_.end(), std::greater<>());
      least_sums_.back() = sum;
    } else {
      least_sums_.push_back(sum);
    }
    std::push_heap(least_sums_.begin(), least_sums_.end(), std::greater<>());
  }
  return least_sums_.size() < most_refined ? 0 : least_sums_.front();
}

/// The best by their sums, in no order; of those as good as the last one the first of the catalogue.
std::vector<Scored> Scorer::take_best(float weight) {
  const float least = least_of_the_best();
  std::vector<Scored> best;
  best.reserve(most_refined);
  std::vector<TaskIndex> last;  // those that are just as good as the last one: a heap, the latest in front
  last.reserve(most_refined);
  for (const DocId doc : sums_.touched()) {
    const float sum = sums_[doc];
    if (sum < least || index_->replaced(doc)) continue;
    const TaskIndex task = index_->task_of(doc);
    if (sum > least) {
      best.push_back({task, sum / weight, false});
      continue;
    }
    const bool full = last.size() == most_refined;
    if (full && task > last.front()) continue;
    if (full) {
      std::pop_heap(last.begin(), last.end());
      last.pop_back();
    }
    last.push_back(task);
    std::push_heap(last.begin(), last.end());
  }
  std::sort_heap(last.begin(), last.end());
  for (std::size_t i = 0; i < last.size() && best.size() < most_refined; ++i)
    best.push_back({last[i], least / weight, false});
  sums_.clear();
  return best;
}

std::vector<Scored> Scorer::best(const Query& query) {
  if (query.weight <= 0) return {};
  if (!take_titled(query)) sum_up(query);
  std::vector<Scored> found = take_best(query.weight);
  note_matches(query);
  for (Scored& scored : found) refine(query, scored);
  forget_matches();
  std::sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.task < b.task;
  });
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
  for (std::uint32_t row = 0; row < words_of_terms_.size(); ++row) {
    std::uint32_t& first = about_terms_[words_of_terms_[row].term].first_row;
    first = std::min(first, row);
  }
}

void Scorer::forget_matches() {
  for (const WordOfTerm& row : words_of_terms_) about_terms_[row.term].first_row = AboutTerm::not_asked;
}

void Scorer::refine(const Query& query, Scored& scored) {
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
  for (const Token token : index_->tokens(index_->doc_of(scored.task))) {
    if (token.starts_phrase && all > 0) close_phrase();
    field = static_cast<Field>(token.field);
    if (token.function_word) continue;
    AboutTerm& about = about_terms_[token.term];
    if (about.rarity < 0) about.rarity = index_->rarity_of(token.term);
    const float weight = about.rarity * (token.after_comma ? 0.5F : 1.0F);
    float quality = 0;
    for (std::size_t i = about.first_row; i < words_of_terms_.size(); ++i) {
      const WordOfTerm& row = words_of_terms_[i];
      if (row.term != token.term) break;
      quality = std::max(quality, row.quality);
      said[row.word] = std::max(said[row.word], row.quality);
    }
    matched += weight * quality;
    all += weight;
  }
  if (all > 0) close_phrase();
  scored.score = share_of_words * scored.score + (1 - share_of_words) * best;
}

}  // namespace store::search
