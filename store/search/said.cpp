#include "store/search/said.hpp"

#include <algorithm>
#include <span>

namespace store::search {
namespace {

constexpr float as_a_part = 0.45F;  // of any compound in a title or keyword
constexpr float as_asked = 0.6F;    // a part of a compound in a title, or the word itself in a description

/// What a stem is worth by where it stands in the document; 0 if it does not.
float worth_in(const Index& index, TermId term, DocId doc) {
  for (const std::span<const Posting> postings : index.postings(term)) {
    const auto row =
        std::lower_bound(postings.begin(), postings.end(), doc,
                         [](const Posting posting, DocId wanted) { return posting.doc() < wanted; });
    if (row != postings.end() && row->doc() == doc) return weight_of(row->field());
  }
  return 0;
}

float best_of(const std::vector<Match>& matches, const Index& index, DocId doc) {
  float best = 0;
  for (const Match& match : matches) {
    if (match.how != How::kin && match.quality > best)
      best = std::max(best, match.quality * worth_in(index, match.term, doc));
  }
  return best;
}

bool says(const QueryWord& word, const Index& index, DocId doc) {
  if (best_of(word.matches, index, doc) >= as_asked) return true;
  return std::any_of(word.composites.begin(), word.composites.end(), [&](const Composite& composite) {
    float sum = 0;
    for (const Composite::Share& share : composite.shares)
      sum += share.share * best_of(share.matches, index, doc);
    return sum >= as_asked;
  });
}

/// True for a word that stands in the document, if only as a part of a compound.
bool stands_in(const QueryWord& word, const Index& index, DocId doc) {
  return std::any_of(word.matches.begin(), word.matches.end(), [&](const Match& match) {
    const bool itself = match.how == How::word || match.how == How::joined || match.how == How::part;
    return itself && match.quality * worth_in(index, match.term, doc) >= as_a_part;
  });
}

}  // namespace

bool says_all(const Query& query, const Index& index, TaskIndex task) {
  const DocId doc = index.doc_of(task);
  return std::all_of(query.words.begin(), query.words.end(), [&](const QueryWord& word) {
    return word.listed || says(word, index, doc) || stands_in(word, index, doc);
  });
}

float share_said(const Query& query, const Index& index, TaskIndex task) {
  const DocId doc = index.doc_of(task);
  float said = 0;
  for (const QueryWord& word : query.words) said += says(word, index, doc) ? word.weight : 0;
  return query.weight > 0 ? said / query.weight : 0;
}

}  // namespace store::search
