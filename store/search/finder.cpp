#include "store/search/finder.hpp"

#include "store/search/explanation.hpp"
#include "store/search/glossary.hpp"
#include "store/search/index.hpp"
#include "store/search/other_words.hpp"
#include "store/search/people.hpp"
#include "store/search/query.hpp"
#include "store/search/said.hpp"
#include "store/search/scoring.hpp"
#include "store/search/typos.hpp"
#include "store/search/whole_items.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <vector>

namespace store {
namespace {

// The three decisions. What a score means: README.md.
constexpr float least_to_answer = 0.18F;
constexpr float least_to_be_sure = 0.7F;
constexpr float least_lead_to_be_sure = 0.06F;
constexpr float least_said_to_be_sure = 0.66F;  // of the question, by the task itself
constexpr float least_to_fit = 0.38F;       // less than one word of two, or part of a title's word, brings
constexpr float most_to_be_near = 0.37F;    // of what only a slip leads to a part of
constexpr float least_to_fit_well = 0.53F;  // a little more than one word of two
constexpr std::size_t long_question = 3;    // words; much weaker tasks are no choice then
constexpr float least_beside_the_best = 0.55F;  // of the score of one that fits
constexpr float least_to_be_near = 0.15F;
constexpr std::size_t most_near = 3;
constexpr std::size_t most_slips = 10;   // tasks whose words are compared once more
constexpr float most_for_a_slip = 0.5F;  // the score of a slip in a short word
constexpr std::size_t long_word = 6;     // letters: a slip in it is rather a slip than another word
constexpr float just_not_sure =
    0.69F;  // of a slip that is no slip of the written word, or of a word of every trade
constexpr float whole_title = 0.99F;
constexpr float of_another_word = 0.45F;  // of the same short stem, where a task has the word itself
constexpr float of_maybe_another = 0.7F;  // of its score: never sure
constexpr std::size_t most_looked_at = 10;

bool is_sure(const std::vector<search::Scored>& scored) {
  if (scored.empty()) return false;
  const float best = scored.front().score;
  const float lead = scored.size() > 1 ? best - scored[1].score : best;
  return best >= least_to_be_sure && lead >= least_lead_to_be_sure;
}

/// True if the best task can be an answer, but has clearly less than one word of two.
bool has_little(const std::vector<search::Scored>& scored) {
  return !scored.empty() && scored.front().score >= least_to_answer && scored.front().score < least_to_fit;
}

/// True for words of procedure, which belong to every trade: alone they are no task, even if only one has
/// such a keyword.
bool says_no_trade(std::string_view stem) {
  static const auto stems = [] {
    std::vector<std::string> made;
    search::for_each_word(
        "vejledning gennemførelse redegørelse ansøgning kontrol tilsyn godkendelse tilladelse påbud klage "
        "afgørelse "
        "regel betaling gebyr administration opfølgning indberetning registrering overførsel handlingsplan "
        "tvist "
        "orientering information rapport evaluering samarbejde udgift aftale fastsættelse udarbejdelse "
        "iværksættelse "
        "opgørelse behandling sagsbehandling dokumentation kursus kontrakt plan register møde samtale "
        "tilmelding "
        "uddannelse undervisning kort penge",
        [&, stemmer = Stemmer()](std::string_view word) mutable {
          made.emplace_back(stemmer.danish(letters_of(word)));
        });
    return made;
  }();
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

Found decide(const std::vector<search::Scored>& scored, std::size_t words, bool doubted, std::size_t limit) {
  Found found;
  if (scored.empty()) return found;
  const float best = scored.front().score;
  if (best < least_to_answer) {
    for (const auto& one : scored) {
      if (one.score >= least_to_be_near && found.near.size() < most_near)
        found.near.push_back({one.task, one.score});
    }
    return found;
  }
  const float least = words >= long_question && best >= least_to_fit
                          ? std::max(least_to_answer, least_beside_the_best * best)
                          : least_to_answer;
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

  /// True if not all that the task has of the question are slips of other words than it has.
  bool believed(const search::Query& query, TaskIndex task, bool every_word) const {
    const auto words = search::explain(query, tasks, *catalogue, task);
    const auto meant = [&](const MatchedWord& word) {
      return word.how != "typo" || search::has_nearly(*catalogue, task, letters_of(word.asked));
    };
    return every_word ? std::all_of(words.begin(), words.end(), meant)
                      : std::any_of(words.begin(), words.end(), meant);
  }

  /// Where a word of some task is one slip away as it is written ("pårker": "parker"), tasks that share but
  /// the stem
  /// ("pårørende") are no choice beside it.
  void drop_worse_slips(const search::Query& query, std::vector<search::Scored>& scored) const {
    if (query.words.size() != 1 || scored.empty() || scored.front().score > most_for_a_slip) return;
    const auto& letters = query.words.front().letters;
    const auto meant = [&](const search::Scored& one) {
      return one.score >= most_for_a_slip && search::has_nearly(*catalogue, one.task, letters);
    };
    const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(most_slips, scored.size()));
    if (std::none_of(scored.begin(), end, meant)) return;
    const auto slip_of_another = [&](const search::Scored& one) { return !believed(query, one.task, true); };
    scored.erase(std::remove_if(scored.begin(), end, slip_of_another), end);
  }

  /// A slip in a short word is believed only if a word of the task, as it is written, is one slip away: that
  /// stems are alike is not enough ("drager" is no "drugs"). Nor is it ever enough to be sure ("beatles" is
  /// no "betaler").
  void take_back_slips(const search::Query& query, std::vector<search::Scored>& scored) const {
    const auto any = [&](auto says) { return std::any_of(query.words.begin(), query.words.end(), says); };
    const bool slips = any([](const search::QueryWord& word) {
      return std::any_of(word.matches.begin(), word.matches.end(),
                         [](const search::Match& match) { return match.how == search::How::typo; });
    });
    if (!slips) return;
    const bool doubtful = any([](const search::QueryWord& word) { return word.doubtful_typos; });
    const auto by_score = [](const search::Scored& a, const search::Scored& b) { return a.score > b.score; };
    std::size_t looked_at = 0;
    for (auto& one : scored) {
      if (!doubtful || one.score < least_to_answer || ++looked_at > most_slips) break;
      if (one.score >= most_for_a_slip) continue;
      if (!believed(query, one.task, false)) {
        one.score = 0;  // not even near: a next step is better than a guess
      } else if (query.words.size() == 1 && query.words.front().letters.size() >= long_word &&
                 believed(query, one.task, true) &&
                 search::has_nearly(*catalogue, one.task, query.words.front().letters)) {
        // "persse" is rather "presse" than a part of "persondata"; but "sokker" is no "sikker post".
        const bool part = search::is_only_a_part(*catalogue, tasks.terms(), one.task, query.words.front());
        one.score = part ? std::min(one.score, most_to_be_near) : std::max(one.score, most_for_a_slip);
      }
    }
    std::stable_sort(scored.begin(), scored.end(), by_score);
    while (!scored.empty() && scored.back().score <= 0) scored.pop_back();
    drop_worse_slips(query, scored);
    for (looked_at = 0; looked_at < most_slips && is_sure(scored); ++looked_at) {
      if (believed(query, scored.front().task, true)) break;
      // "pårker" is rather "parker" than a slip in the stem of "pårørende".
      const bool another = query.words.size() == 1 &&
                           std::any_of(scored.begin() + 1, scored.end(), [&](const search::Scored& one) {
                             return one.score >= most_for_a_slip &&
                                    search::has_nearly(*catalogue, one.task, query.words.front().letters);
                           });
      const bool another_word = query.words.size() == 1 && query.words.front().letters.size() <= long_word;
      scored.front().score = another_word ? 0 : another ? most_for_a_slip - 0.01F : just_not_sure;
      std::stable_sort(scored.begin(), scored.end(), by_score);
    }
    while (!scored.empty() && scored.back().score <= 0) scored.pop_back();
  }

  /// Tasks that have another word of the same short stem ("Banner", where "bane" was asked) are near at most
  /// where others have the word itself. Where none has, it may be a slip, and is not sure.
  void take_back_other_words(const search::Query& query, std::vector<search::Scored>& scored) const {
    const auto may_be_others = [](const search::QueryWord& word) {
      return word.short_stem || word.foreign_verb;
    };
    if (std::none_of(query.words.begin(), query.words.end(), may_be_others)) return;
    std::array<search::OtherWords, most_looked_at> others;
    const std::size_t count = std::min(scored.size(), most_looked_at);
    for (std::size_t i = 0; i < count; ++i) others[i] = search::other_words(query, tasks, scored[i].task);
    const auto begin = others.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    const auto none = [](const search::OtherWords& one) { return one.surely == 0 && one.maybe == 0; };
    if (std::all_of(begin, end, none)) return;
    const bool known = std::any_of(begin, end, [](const search::OtherWords& one) { return one.as_asked; });
    for (std::size_t i = 0; i < count; ++i) {
      const float surely = others[i].surely * (1 - (known ? of_another_word : of_maybe_another));
      scored[i].score *= 1 - surely - others[i].maybe * (1 - of_maybe_another);
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
  }

  /// True if the best task does not say enough of the question itself, or if one word was asked that is only
  /// a part of what the task is about.
  bool doubts(const search::Query& query, const search::Scored& best) const {
    if (search::share_said(query, tasks, best.task) < least_said_to_be_sure) return true;
    // What a question begins with is what it is about: "ice on the cycle path", where nobody knows of ice.
    const search::QueryWord& subject = query.words.front();
    if (query.words.size() > 1 && !subject.leans && subject.matches.empty() && subject.composites.empty())
      return true;
    return query.words.size() == 1 &&
           search::is_only_a_part(*catalogue, tasks.terms(), best.task, query.words.front());
  }

  /// True if the best task is called so, in one word.
  bool titled(const std::vector<search::Scored>& scored) const {
    if (scored.empty() || scored.front().score < whole_title) return false;
    const std::string_view title = catalogue->task(scored.front().task).title;
    return title.find(' ') == std::string_view::npos;
  }

  /// Where no task has much of a question, the one that is all about what the question begins with comes
  /// first: what stands behind it says where and why ("rotter i kælderen, og viceværten svarer ikke"). False
  /// if none of the first ones is.
  bool put_subject_first(const search::Query& query, std::vector<search::Scored>& scored) const {
    const search::QueryWord& subject = query.words.front();
    if (subject.leans || says_no_trade(subject.stem)) return false;
    const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(most_near, scored.size()));
    const auto about = std::find_if(scored.begin(), end, [&](const search::Scored& one) {
      return one.score >= least_to_answer &&
             search::is_whole_item(*catalogue, tasks.terms(), one.task, subject);
    });
    if (about == end) return false;
    const auto is_about_another = [&](const search::QueryWord& word) {
      return &word != &subject && search::is_whole_item(*catalogue, tasks.terms(), scored.front().task, word);
    };
    if (about != scored.begin() && std::any_of(query.words.begin(), query.words.end(), is_about_another))
      return false;  // "adgang til SBSYS" is rather about the system
    about->score = scored.front().score;
    std::rotate(scored.begin(), about, about + 1);
    return true;
  }

  /// What a question begins with may be a task by itself, and what follows only says where: "parkering ved
  /// skolen". Such a task is among the first to choose from, whatever else has to do with the place.
  void offer_called_so(const search::Query& query, std::vector<search::Scored>& scored) const {
    if (query.words.size() < 2 || scored.size() < 3) return;
    const search::QueryWord& subject = query.words.front();
    if (subject.leans || says_no_trade(subject.stem)) return;
    const auto called_so = [&](const search::Scored& one) {
      return one.score >= least_to_be_near &&
             catalogue->task(one.task).title.find(' ') == std::string_view::npos &&
             search::is_whole_item(*catalogue, tasks.terms(), one.task, subject);
    };
    const auto found = std::find_if(scored.begin(), scored.end(), called_so);
    if (found == scored.end() || found - scored.begin() < 2) return;
    found->score = scored[1].score;
    std::rotate(scored.begin() + 1, found, found + 1);
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
  return !hits.empty() && hits.front().score < least_to_fit && !about_subject;
}

Found Finder::find(std::string_view phrase, std::size_t limit, Spoken spoken) const {
  auto work = index_->take_work();
  if (work->scored.empty() || work->phrase != phrase || work->spoken != spoken) {
    const search::Query query = work->reader.read(phrase, spoken);
    work->scored = work->scorer.best(query);
    index_->take_back_other_words(query, work->scored);
    index_->take_back_slips(query, work->scored);
    work->phrase = phrase;
    work->spoken = spoken;
    work->words = query.words.size();
    if (query.words.size() == 1 && says_no_trade(query.words.front().stem) && !index_->titled(work->scored)) {
      for (auto& one : work->scored) one.score = std::min(one.score, just_not_sure);
    }
    work->doubted = is_sure(work->scored) && index_->doubts(query, work->scored.front());
    work->in_doubt = !work->scored.empty() && work->scored.front().score < least_to_fit_well &&
                     !search::says_all(query, index_->tasks, work->scored.front().task);
    work->about_subject = has_little(work->scored) && index_->put_subject_first(query, work->scored);
    if (work->doubted || !is_sure(work->scored)) index_->offer_called_so(query, work->scored);
  }
  Found found = decide(work->scored, work->words, work->doubted, limit);
  found.about_subject = work->about_subject;
  found.doubtful = work->in_doubt;
  index_->give_back(std::move(work));
  return found;
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
