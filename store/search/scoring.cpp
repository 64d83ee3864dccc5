#include "store/search/scoring.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <utility>

namespace store::search {
namespace {

constexpr std::size_t most_refined = 48;  // tasks whose phrases are looked at
constexpr float least_worth_finding =
    0.15F;  // of the weight of all words; below, nothing is near (finder.cpp)
constexpr std::size_t cost_of_a_look_up = 16;  // beside going on to the next posting
constexpr std::size_t enough_to_find = 1000;   // tasks; a smaller catalogue is looked through whole
constexpr float as_good = 0.9F;
constexpr float clearly_worse = 0.7F;
constexpr float rounded_up = 1.0001F;  // beside errors of rounding
constexpr float no_bound = 1000;       // more than any quality
constexpr float share_of_words =
    0.75F;  // of the score; the rest is for words that stand together in one phrase

/// For each field the first one that weighs as much.
constexpr auto first_as_heavy = [] {
  std::array<std::uint8_t, 8> first{};
  for (std::uint8_t field = 0; field < first.size(); ++field) {
    while (weight_of(static_cast<Field>(first[field])) > weight_of(static_cast<Field>(field))) ++first[field];
  }
  return first;
}();

/// The most that a composite can give a task.
float most_of(const Composite& composite) {
  float most = 0;
  for (const Composite::Share& share : composite.shares) {
    float best = 0;
    for (const Match& match : share.matches) best = std::max(best, match.quality);
    most += share.share * best;
  }
  return most;
}

/// One number for a task, the greater the better: first its score, then its place in the catalogue. Positive
/// numbers are in the order of their bits.
std::uint64_t rank_of(float score, TaskIndex task) {
  static_assert(std::numeric_limits<float>::is_iec559 && sizeof(TaskIndex) == sizeof(std::uint32_t));
  return std::uint64_t{std::bit_cast<std::uint32_t>(score)} << 32 | static_cast<std::uint32_t>(~task);
}
TaskIndex task_of(std::uint64_t rank) {
  return ~static_cast<TaskIndex>(rank);
}
float score_of(std::uint64_t rank) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(rank >> 32));
}

/// True if something else satisfies the word as well as this match does.
bool has_rival(const QueryWord& word, const Match& itself) {
  return std::any_of(word.matches.begin(), word.matches.end(),
                     [&](const Match& match) { return &match != &itself && match.quality >= 1; }) ||
         std::any_of(word.composites.begin(), word.composites.end(),
                     [](const Composite& composite) { return rounded_up * most_of(composite) >= 1; });
}

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

void Scorer::raise_all(const Composite::Share& share, Reach reach, Values& values) const {
  for (const Match& match : share.matches) {
    for (const auto postings : index_->postings(match.term))
      raise(postings, share.share * match.quality, reach, values);
  }
}

/// The same for a share that is all of its composite: a stem that is worth more as a match of its own is left
/// out.
void Scorer::raise_alone(const Composite::Share& share, Reach reach) {
  for (const Match& match : share.matches) {
    const float quality = share.share * match.quality;
    if (quality <= about_terms_[match.term].itself) continue;
    for (const auto postings : index_->postings(match.term)) raise(postings, quality, reach, word_);
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

void Scorer::raise(std::span<const Posting> postings, float quality, Reach reach, Values& values) const {
  if (postings.empty()) return;  // as those of what has changed mostly are
  Worth worth{};
  for (std::size_t field = 0; field < worth.size(); ++field)
    worth[field] = quality * weight_of(static_cast<Field>(field));
  if (reach == Reach::best) return raise_best(postings, worth, values);
  if (reach == Reach::all) return values.raise(postings, worth, [](DocId) { return true; });
  if (sums_.touched().size() * cost_of_a_look_up >= postings.size())
    return values.raise(postings, worth, [&](DocId doc) { return sums_[doc] > 0; });
  for (const DocId doc : sums_.touched()) {
    const auto row =
        std::lower_bound(postings.begin(), postings.end(), doc,
                         [](const Posting posting, DocId wanted) { return posting.doc() < wanted; });
    if (row != postings.end() && row->doc() == doc)
      values.raise(doc, worth[static_cast<std::size_t>(row->field())]);
  }
}

/// Of the tasks that no other word found only those that fewer than 48 come before: better ones, or as good
/// and earlier in the catalogue, whose order is that of the postings.
void Scorer::raise_best(std::span<const Posting> postings, const Worth& worth, Values& values) const {
  std::array<std::size_t, 8> having{};  // by field; the first of those that weigh the same
  std::size_t closed = having.size();   // from this field on there are enough
  for (const Posting posting : postings) {
    const auto field = static_cast<std::size_t>(posting.field());
    if (sums_[posting.doc()] == 0) {
      const std::size_t level = first_as_heavy[field];
      if (level >= closed) {
        if (closed == 0 && sums_.touched().empty()) return;
        continue;
      }
      if (!index_->replaced(posting.doc())) ++having[level];
      std::size_t before = 0;
      for (std::size_t at = 0; at < closed; ++at) {
        before += having[at];
        if (before >= most_refined) closed = at;
      }
    }
    values.raise(posting.doc(), worth[field]);
  }
}

void Scorer::satisfy(const QueryWord& word, bool new_tasks, float rest, bool last) {
  const float least = least_to_find(word);
  float best = 0;
  for (const Match& match : word.matches) best = std::max(best, match.quality);
  for (const Composite& composite : word.composites) best = std::max(best, most_of(composite));
  const float good = as_good * best;
  const Reach finding = last ? Reach::best : Reach::all;
  for (const Match& match : word.matches) {
    float& itself = about_terms_[match.term].itself;
    if (match.quality >= least) itself = std::max(itself, match.quality);
  }
  satisfy(word, good, no_bound, least, new_tasks ? finding : Reach::summed);
  satisfy_less(word, good, least, new_tasks ? finding : Reach::summed, rest);
  for (const Match& match : word.matches) about_terms_[match.term].itself = 0;
}

/// What the other matches can bring at the most; seldom worth a look where many tasks have the word itself.
void Scorer::satisfy_less(const QueryWord& word, float good, float least, Reach reach, float rest) {
  float most = 0;
  const auto note = [&](float value) { most = std::max(most, value < good ? value : 0); };
  for (const Match& match : word.matches) note(match.quality);
  for (const Composite& composite : word.composites) note(most_of(composite));
  if (most == 0) return;
  const bool finds =
      reach != Reach::summed && !enough_above(rounded_up * (word.weight * most + rest), word.weight);
  // Where they find none, a task that no other word has found cannot be among the best either.
  if (!finds && all_summed_have(most)) return;
  satisfy(word, 0, good, least, finds ? reach : Reach::summed);
}

/// The same for those matches alone that can bring so much; `least` is the quality of those that find.
void Scorer::satisfy(const QueryWord& word, float from, float below, float least, Reach reach) {
  const auto among = [&](float value) { return value >= from && value < below; };
  for (const Match& match : word.matches) {
    if (!among(match.quality) || match.quality < about_terms_[match.term].itself) continue;
    const Reach of_match = match.quality >= least ? reach : Reach::summed;
    for (const auto postings : index_->postings(match.term)) raise(postings, match.quality, of_match, word_);
  }
  for (const Composite& composite : word.composites) {
    if (!among(most_of(composite))) continue;
    float whole = 0;
    for (const Composite::Share& share : composite.shares) whole += share.share;
    const Reach of_composite = whole >= least ? reach : Reach::summed;
    if (of_composite == Reach::summed && sums_.touched().empty()) continue;
    if (composite.shares.size() == 1) {
      raise_alone(composite.shares.front(), of_composite);
      continue;
    }
    const Reach of_share = of_composite == Reach::best ? Reach::all : of_composite;
    for (const Composite::Share& share : composite.shares) {
      raise_all(share, of_share, share_);
      composite_.add(share_, 1);
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
  if (itself == word.matches.end()) return false;
  const std::size_t having = index_->count(itself->term);
  if (having < most_refined || (having < enough_to_find && has_rival(word, *itself))) return false;
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
  std::array<const QueryWord*, most_words> heaviest_first;
  auto end = heaviest_first.begin();
  for (const QueryWord& word : query.words) {
    const auto place =
        std::upper_bound(heaviest_first.begin(), end, word.weight,
                         [](float weight, const QueryWord* other) { return weight > other->weight; });
    std::move_backward(place, end, end + 1);
    *place = &word;
    ++end;
  }
  const auto words = std::span(heaviest_first.begin(), end);
  float rest = query.weight;
  for (const QueryWord* word : words) {
    // A task that has only what is left would not be worth showing, or not be among the best: common words
    // rank, they do not find.
    const bool new_tasks =
        sums_.touched().empty() || (rest >= least_worth_finding * query.weight && !enough_above(rest));
    satisfy(*word, new_tasks, rest - word->weight, word == words.back());
    if (sums_.touched().empty()) {  // the first word: what it found is the sum so far
      word_.scale(word->weight);
      std::swap(sums_, word_);
      rest -= word->weight;
      continue;
    }
    sums_.add(word_, word->weight);
    word_.clear();
    rest -= word->weight;
  }
}

/// True if so many tasks have more than this sum that no other one can be among the best. The word that is
/// being looked for counts with this weight.
bool Scorer::enough_above(float sum, float weight_of_word) const {
  std::size_t above = 0;
  const auto enough = [&](DocId doc, float has) {
    return has > sum && !index_->replaced(doc) && ++above == most_refined;
  };
  for (const DocId doc : sums_.touched()) {
    if (enough(doc, sums_[doc] + weight_of_word * word_[doc])) return true;
  }
  for (const DocId doc : word_.touched()) {
    if (sums_[doc] == 0 && enough(doc, weight_of_word * word_[doc])) return true;
  }
  return false;
}

/// True if all tasks that other words have found satisfy the word so well already.
bool Scorer::all_summed_have(float value) const {
  const auto touched = sums_.touched();
  return std::all_of(touched.begin(), touched.end(), [&](DocId doc) { return word_[doc] >= value; });
}

/// The best by their sums, in no order; of those as good as the last one the first of the catalogue.
std::vector<Scored> Scorer::take_best(float weight) {
  std::array<std::uint64_t, 2 * most_refined> ranks;
  std::size_t count = 0;
  std::uint64_t least = 0;
  const auto keep_best = [&] {
    auto* const last = ranks.data() + most_refined - 1;
    std::nth_element(ranks.data(), last, ranks.data() + count, std::greater<>());
    least = *last;
    count = most_refined;
  };
  for (const DocId doc : sums_.touched()) {
    if (std::bit_cast<std::uint32_t>(sums_[doc]) < least >> 32) continue;
    const std::uint64_t rank = rank_of(sums_[doc], index_->task_of(doc));
    if (rank < least || index_->replaced(doc)) continue;
    ranks[count++] = rank;
    if (count == ranks.size()) keep_best();
  }
  if (count > most_refined) keep_best();
  std::vector<Scored> best;
  best.reserve(count);
  for (const std::uint64_t rank : std::span(ranks).first(count))
    best.push_back({task_of(rank), score_of(rank) / weight});
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
  // As numbers, which are compared in one step: scores are positive.
  std::array<std::uint64_t, most_refined> ranks;
  for (std::size_t i = 0; i < found.size(); ++i) ranks[i] = rank_of(found[i].score, found[i].task);
  std::sort(ranks.begin(), ranks.begin() + found.size(), std::greater<>());
  for (std::size_t i = 0; i < found.size(); ++i) found[i] = {task_of(ranks[i]), score_of(ranks[i])};
  return found;
}

void Scorer::note(std::size_t word, TermId term, float quality) {
  std::uint32_t& first = about_terms_[term].first_row;
  for (std::uint32_t row = first; row != WordOfTerm::none; row = words_of_terms_[row].next) {
    if (words_of_terms_[row].word != word) continue;
    words_of_terms_[row].quality = std::max(words_of_terms_[row].quality, quality);
    return;
  }
  words_of_terms_.push_back({static_cast<std::uint32_t>(word), quality, first, term});
  first = static_cast<std::uint32_t>(words_of_terms_.size() - 1);
}

void Scorer::note_matches(const Query& query) {
  words_of_terms_.clear();
  for (std::size_t word = 0; word < query.words.size(); ++word) {
    for (const Match& match : query.words[word].matches) note(word, match.term, match.quality);
    for (const Composite& composite : query.words[word].composites) {
      for (const auto& share : composite.shares) {
        for (const Match& match : share.matches) note(word, match.term, match.quality * share.share);
      }
    }
  }
}

void Scorer::forget_matches() {
  for (const WordOfTerm& row : words_of_terms_) about_terms_[row.term].first_row = WordOfTerm::none;
}

/// Adds what the best of the task's phrases brings: how much of the question it says, and how much else.
void Scorer::refine(const Query& query, Scored& scored) {
  std::array<float, most_words> said{};  // by word of the question: how well the phrase says it
  const auto words = std::span(query.words);
  const auto tokens = index_->tokens(index_->doc_of(scored.task));
  float best = 0;
  for (auto token = tokens.begin(); token != tokens.end();) {
    float matched = 0;
    float all = 0;
    const auto field = static_cast<Field>(token->field);
    do {
      if (token->function_word) continue;
      AboutTerm& about = about_terms_[token->term];
      if (about.rarity < 0) about.rarity = index_->rarity_of(token->term);
      const float weight = about.rarity * (token->after_comma ? 0.5F : 1.0F);
      all += weight;
      float quality = 0;
      for (std::uint32_t at = about.first_row; at != WordOfTerm::none; at = words_of_terms_[at].next) {
        const WordOfTerm& row = words_of_terms_[at];
        quality = std::max(quality, row.quality);
        said[row.word] = std::max(said[row.word], row.quality);
      }
      matched += weight * quality;
    } while (++token != tokens.end() && !token->starts_phrase);
    if (matched <= 0) continue;
    float covered = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
      covered += words[i].weight * std::min(1.0F, std::exchange(said[i], 0));
    const float precise = matched / all;
    best = std::max(best, covered / query.weight * (0.4F + 0.6F * precise) * weight_of(field));
  }
  scored.score = share_of_words * scored.score + (1 - share_of_words) * best;
}

}  // namespace store::search
