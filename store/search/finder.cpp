#include "store/search/finder.hpp"

#include "store/search/explanation.hpp"
#include "store/search/glossary.hpp"
#include "store/search/index.hpp"
#include "store/search/people.hpp"
#include "store/search/query.hpp"
#include "store/search/said.hpp"
#include "store/search/scoring.hpp"
#include "store/search/second_look.hpp"
#include "store/search/topic_tasks.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace store {
namespace {

using search::is_sure, search::least_to_be_near, search::most_near;

// Of the score, what stories alike are worth. Measured: README.md.
constexpr float of_story = 0.55F;
constexpr float least_alike = 0.48F;             // less is chance
constexpr float least_alike_if_delicate = 0.8F;  // what would hurt must be told clearly
constexpr std::size_t most_topics = 6;
constexpr std::size_t most_called_so = 2;       // tasks of a name
constexpr std::size_t long_question = 3;        // words; much weaker tasks are no choice then
constexpr float least_beside_the_best = 0.55F;  // of the score of one that fits

/// True if the best task can be an answer, but has clearly less than one word of two.
bool has_little(const std::vector<search::Scored>& scored) {
  return !scored.empty() && scored.front().score >= Score::least_to_answer &&
         scored.front().score < Score::least_to_fit;
}

Found decide(const std::vector<search::Scored>& scored, std::size_t words, bool doubted, std::size_t limit) {
  Found found;
  if (scored.empty()) return found;
  const float best = scored.front().score;
  if (best < Score::least_to_answer) {
    for (const auto& one : scored) {
      if (one.score >= least_to_be_near && found.near.size() < most_near)
        found.near.push_back({one.task, one.score});
    }
    return found;
  }
  const float least = words >= long_question && best >= Score::least_to_fit
                          ? std::max(Score::least_to_answer, least_beside_the_best * best)
                          : Score::least_to_answer;
  found.hits.reserve(std::min(limit, scored.size()));
  for (const auto& one : scored) {
    if (one.score >= least && found.hits.size() < limit) {
      found.hits.push_back({one.task, one.score});
    }
  }
  found.confidence = is_sure(scored) && !doubted ? Confidence::sure : Confidence::choose;
  return found;
}

}  // namespace

struct Finder::Index {
  /// What one question needs for itself; kept for the next one.
  struct Work {
    explicit Work(const search::Index& index) : reader(index, search::Glossary::embedded()), scorer(index) {}
    void use(const search::Index& index) {
      reader.use(index);
      scorer.use(index);
      phrase.clear();
      scored.clear();
    }
    search::QueryReader reader;
    search::Scorer scorer;
    std::string phrase;  ///< the latest question; one turn asks the same several times
    Spoken spoken = Spoken::undecided;
    std::size_t words = 0;       ///< of the question
    bool doubted = false;        ///< the best task has a score to be sure, but not the evidence
    bool in_doubt = false;       ///< the best task says no more than some of the question
    bool about_subject = false;  ///< the best task has little of the question, but all that it begins with
    std::vector<search::Scored> scored;
  };

  explicit Index(std::shared_ptr<const Catalogue> of)
      : catalogue(std::move(of)),
        tasks(*catalogue),
        people(std::make_shared<search::PeopleIndex>(catalogue->base())) {}

  /// Takes what it can from the index of another snapshot over the same base, the idle working memory too.
  Index(std::shared_ptr<const Catalogue> of, Index& before)
      : catalogue(std::move(of)), tasks(*catalogue, before.tasks), people(before.people) {
    const std::lock_guard lock(before.mutex);
    for (auto& work : before.idle) {
      work->use(tasks);
      idle.push_back(std::move(work));
    }
    before.idle.clear();
  }

  std::unique_ptr<Work> take_work() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Work>(tasks);
    auto work = std::move(idle.back());
    idle.pop_back();
    return work;
  }
  void give_back(std::unique_ptr<Work> work) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(work));
  }

  std::shared_ptr<const Catalogue> catalogue;
  search::Index tasks;
  std::shared_ptr<const search::PeopleIndex> people;
  search::TopicTasks topic_tasks;
  std::mutex mutex;
  std::vector<std::unique_ptr<Work>> idle;
};

Finder::Finder(std::shared_ptr<const Catalogue> catalogue)
    : index_(std::make_unique<Index>(std::move(catalogue))) {}

Finder::Finder(std::shared_ptr<const Catalogue> catalogue, const Finder& before) {
  const bool same_base = &catalogue->base() == &before.catalogue().base();
  index_ = same_base ? std::make_unique<Index>(std::move(catalogue), *before.index_)
                     : std::make_unique<Index>(std::move(catalogue));
}

Finder::~Finder() = default;

const Catalogue& Finder::catalogue() const {
  return *index_->catalogue;
}

std::shared_ptr<const Catalogue> Finder::shared_catalogue() const {
  return index_->catalogue;
}

bool Found::only_near() const {
  return !hits.empty() && hits.front().score < Score::least_to_fit && !about_subject;
}

Found Finder::find(std::string_view phrase, std::size_t limit, Spoken spoken) const {
  auto work = index_->take_work();
  if (work->scored.empty() || work->phrase != phrase || work->spoken != spoken) {
    const search::Query query = work->reader.read(phrase, spoken);
    const search::SecondLook look(*index_->catalogue, index_->tasks);
    work->scored = work->scorer.best(query);
    look.take_back_other_words(query, work->scored);
    look.take_back_slips(query, work->scored);
    look.take_back_who_it_is(query, work->scored);
    work->phrase = phrase;
    work->spoken = spoken;
    work->words = query.words.size();
    if (query.words.size() == 1 && search::says_no_trade(query.words.front().stem) &&
        !look.titled(work->scored)) {
      for (auto& one : work->scored) one.score = std::min(one.score, Score::just_not_sure);
    }
    work->doubted = is_sure(work->scored) && look.doubts(query, work->scored.front());
    work->in_doubt = !work->scored.empty() && work->scored.front().score < Score::least_to_fit_well &&
                     !search::says_all(query, index_->tasks, work->scored.front().task);
    work->about_subject = has_little(work->scored) && look.put_subject_first(query, work->scored);
    if (work->doubted || !is_sure(work->scored)) look.offer_called_so(query, work->scored);
  }
  Found found = decide(work->scored, work->words, work->doubted, limit);
  found.about_subject = work->about_subject;
  found.doubtful = work->in_doubt;
  index_->give_back(std::move(work));
  return found;
}

std::vector<TaskHit> Finder::find_by_story(std::string_view message, Spoken spoken) const {
  std::vector<TaskHit> tasks;
  const auto find_called = [this](std::string_view name) {
    return find(name, most_called_so, Spoken::danish);
  };
  for (const auto& situation : search::Situations::embedded().like(message, spoken, most_topics)) {
    // What is less like it than something of nobody's is hardly meant.
    if (situation.names.empty() || situation.likeness < least_alike) break;
    if (situation.delicate && situation.likeness < least_alike_if_delicate) continue;
    for (TaskHit hit : index_->topic_tasks.of(situation, find_called)) {
      const bool known = std::any_of(tasks.begin(), tasks.end(),
                                     [&](const TaskHit& other) { return other.task == hit.task; });
      hit.score *= of_story * situation.likeness;
      if (!known) tasks.push_back(hit);
    }
  }
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const TaskHit& one, const TaskHit& other) { return one.score > other.score; });
  return tasks;
}

Found Finder::find_kle(std::string_view number, std::size_t limit) const {
  Found found;
  for (const TaskIndex task : index_->tasks.tasks_with_kle(number)) {
    if (found.hits.size() < limit) found.hits.push_back({task, 1});
  }
  if (!found.hits.empty()) found.confidence = found.hits.size() == 1 ? Confidence::sure : Confidence::choose;
  return found;
}

std::vector<MatchedWord> Finder::explain(std::string_view phrase, TaskIndex task, Spoken spoken) const {
  auto work = index_->take_work();
  const search::Query query = work->reader.read(phrase, spoken);
  index_->give_back(std::move(work));
  return search::explain(query, index_->tasks, *index_->catalogue, task);
}

Spoken Finder::language_of(std::string_view phrase) const {
  auto work = index_->take_work();
  const Spoken spoken = work->reader.language_of(phrase);
  index_->give_back(std::move(work));
  return spoken;
}

bool Finder::knows_word(std::string_view word) const {
  auto work = index_->take_work();
  const search::Query query = work->reader.read(to_utf8(word));  // may come in the index's spelling
  index_->give_back(std::move(work));
  return std::any_of(query.words.begin(), query.words.end(), [](const search::QueryWord& read) {
    const bool direct = std::any_of(read.matches.begin(), read.matches.end(), [](const search::Match& match) {
      return match.how == search::How::word || match.how == search::How::kin ||
             match.how == search::How::part;
    });
    return direct || read.split;
  });
}

std::vector<PersonIndex> Finder::find_people(std::string_view name, std::size_t limit) const {
  return index_->people->find(name, limit);
}

}  // namespace store
