#include "handlers/understanding/topic_told.hpp"

#include "handlers/understanding/told.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace handlers::understanding {
namespace {

// Scores of the finder (store/search/README.md).
constexpr float clearly_found = 0.7F;
constexpr float its_other_name = 0.95F;
constexpr float half_found = 0.5F;
constexpr std::size_t most_sentences = 5;

std::string text_of(const Message& message, Stretch part) {
  return std::string(message.between(part.first, part.end - 1));
}

void prefer(Topics& topics, Topics&& other) {
  if (other.texts.empty() || other.score <= topics.score) return;
  topics.texts = std::move(other.texts);
  topics.score = other.score;
}

/// What somebody tells about: "en ansøgning om vindmøller".
Topics topics_about(const Message& message, Stretch told, const store::Finder& finder) {
  Topics best;
  for (std::size_t i = told.first; i + 1 < told.end; ++i) {
    if (message.words[i].letters != "om" && message.words[i].letters != "about") continue;
    prefer(best, topics_of(message, {i + 1, told.end}, finder));
  }
  return best;
}

bool is_surely_found(const store::Finder& finder, const Topics& topics, store::Spoken spoken) {
  return topics.texts.size() == 1 &&
         finder.find(topics.texts.front(), 1, spoken).confidence == store::Confidence::sure;
}

/// The one thing of somebody's story that a task is called by.
std::optional<Topics> thing_told(const Message& message, Stretch told, const Topics& all,
                                 const store::Finder& finder) {
  std::optional<Topics> thing;
  store::TaskIndex task = store::no_index;
  for (const Stretch named : things_told(message, told)) {
    std::string text = text_of(message, named);
    const auto found = finder.find(text, 1, message.spoken);
    if (found.confidence != store::Confidence::sure) continue;
    const auto words = finder.explain(text, found.hits.front().task, message.spoken);
    const bool said =
        std::any_of(words.begin(), words.end(), [](const auto& one) { return one.how != "word list"; });
    if (!said && found.hits.front().score < its_other_name) continue;  // a word list may mean another matter
    if (thing && found.hits.front().task != task) return std::nullopt;
    task = found.hits.front().task;
    if (!thing) thing = Topics{{std::move(text)}, found.hits.front().score};
  }
  if (!thing || all.texts.size() != 1) return thing;
  const auto together = finder.find(all.texts.front(), 1, message.spoken);
  // A task that comes first for the first word alone is not what the whole story leads to.
  const bool same = together.hits.empty() || (together.hits.front().task == task && !together.about_subject);
  return same ? thing : std::nullopt;
}

/// Of several told sentences, the one that a task fits best.
void prefer_sentence(const Message& message, Stretch told, const store::Finder& finder, Topics& topics) {
  std::vector<Stretch> sentences;
  std::size_t first = told.first;
  for (std::size_t i = told.first + 1; i <= told.end; ++i) {
    if (i < told.end && !message.words[i].after_mark) continue;
    sentences.push_back({first, i});
    first = i;
  }
  if (sentences.size() < 2 || sentences.size() > most_sentences) return;
  for (const Stretch sentence : sentences) {
    Topics one = topics_of(message, sentence, finder);
    if (one.score >= half_found) prefer(topics, std::move(one));
  }
}

}  // namespace

std::string circumstances(const Message& message, Stretch told, const store::Finder& finder) {
  Topics all = topics_of(message, told, finder);
  prefer(all, topics_about(message, told, finder));
  return all.texts.empty() ? std::string() : std::move(all.texts.front());
}

Topics topics_told(const Message& message, const Clauses& clauses, const store::Finder& finder) {
  const Stretch told = clauses.told;
  Topics topics = topics_of(message, told, finder);
  topics.asked = !clauses.about_all_of_us;
  const bool wanted = clauses.only_tells && is_wanted(message, told);
  topics.inferred = (clauses.told_of_somebody && !wanted) || clauses.about_all_of_us;
  const bool doubtful = topics.score < clearly_found;
  if (doubtful) {
    prefer_sentence(message, told, finder, topics);
    Topics about = topics_about(message, told, finder);
    if (is_surely_found(finder, about, message.spoken)) prefer(topics, std::move(about));
  }
  if (clauses.only_tells && (topics.inferred || doubtful)) {
    if (auto thing = thing_told(message, told, topics, finder)) {
      thing->asked = true;
      return std::move(*thing);
    }
  }
  if (const auto whom = whom_told_of(message, told); whom && topics.inferred)
    prefer(topics, topics_of(message, {*whom + 1, told.end}, finder));
  return topics;
}

}  // namespace handlers::understanding
