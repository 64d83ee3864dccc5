#include "handlers/understanding/stories.hpp"

#include "store/search/situations.hpp"

#include <algorithm>
#include <cmath>

namespace handlers::understanding {
namespace {

constexpr float least_beside_the_best = 0.5F;  // of its score
constexpr std::size_t most_answers = 10;
constexpr float clearly_told = 0.5F;
// What is no matter of a municipality is of many kinds, which share what they have in common with a text.
constexpr float least_alike = 0.4F;  // store::search::Situation
constexpr float nearly = 0.88F;
constexpr std::size_t most_alike = 3;

template <class Hits>
auto in(Hits& hits, store::TaskIndex task) {
  return std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.task == task; });
}

bool tells_of_something_else(const store::Found& found, const std::vector<store::TaskHit>& told,
                             float share) {
  if (share >= most_picked_out || told.front().score < clearly_told) return false;
  const auto same = in(told, found.hits.front().task);
  return same == told.end() || same->score < least_beside_the_best * told.front().score;
}

}  // namespace

bool is_no_matter(std::string_view text, store::Spoken spoken) {
  const auto situations = store::search::Situations::embedded().like(text, spoken, most_alike);
  return std::any_of(situations.begin(), situations.end(), [&](const auto& one) {
    return one.names.empty() && one.likeness >= least_alike &&
           one.likeness >= nearly * situations.front().likeness;
  });
}

bool add_stories(store::Found& found, const std::vector<store::TaskHit>& told, float share) {
  if (told.empty()) return false;
  if (found.confidence == store::Confidence::sure && !tells_of_something_else(found, told, share))
    return false;
  auto hits = found.confidence == store::Confidence::none ? found.near : found.hits;
  const auto first = hits.empty() ? store::no_index : hits.front().task;
  const auto by_words = hits;
  for (auto& hit : hits) hit.score *= std::sqrt(std::sqrt(share));
  for (const auto& one : told) {
    const auto same = in(hits, one.task);
    if (same == hits.end()) {
      hits.push_back(one);
    } else {
      same->score += one.score;
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const auto& one, const auto& other) { return one.score > other.score; });
  const auto best = hits.front();
  if (best.score < store::Score::least_to_answer) return false;
  std::erase_if(hits, [&](const store::TaskHit& hit) {
    return hit.score < std::max(store::Score::least_to_answer, least_beside_the_best * best.score);
  });
  hits.resize(std::min(hits.size(), most_answers));
  for (auto& hit : hits) hit.score = std::min(hit.score, store::Score::just_not_sure);
  const auto said = in(by_words, best.task);
  found.about_subject = found.about_subject && best.task == first;
  found.doubtful = said == by_words.end() || said->score < store::Score::least_to_fit_well;
  found.confidence = store::Confidence::choose;
  found.hits = std::move(hits);
  found.near.clear();
  return found.doubtful;
}

}  // namespace handlers::understanding
