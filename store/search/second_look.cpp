#include "store/search/second_look.hpp"

#include "store/search/explanation.hpp"
#include "store/search/finder.hpp"
#include "store/search/glossary.hpp"
#include "store/search/other_words.hpp"
#include "store/search/said.hpp"
#include "store/search/typos.hpp"
#include "store/search/whole_items.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace store::search {
namespace {

constexpr float least_to_be_sure = 0.7F;
constexpr float least_lead_to_be_sure = 0.06F;
constexpr float least_said_to_be_sure = 0.66F;  // of the question, by the task itself
constexpr float most_to_be_near = 0.37F;        // of what only a slip leads to a part of
constexpr std::size_t most_slips = 10;          // tasks whose words are compared once more
constexpr float most_for_a_slip = 0.5F;         // the score of a slip in a short word
constexpr std::size_t long_word = 6;            // letters: a slip in it is rather a slip than another word
constexpr float of_another_word = 0.45F;        // of the same short stem, where a task has the word itself
constexpr float of_maybe_another = 0.7F;        // of its score: never sure
constexpr std::size_t most_looked_at = 10;
constexpr float whole_title = 0.99F;

std::vector<std::string> stems_of(std::string_view words) {
  std::vector<std::string> stems;
  for_each_word(words, [&, stemmer = Stemmer()](std::string_view word) mutable {
    stems.emplace_back(stemmer.danish(letters_of(word)));
  });
  return stems;
}

bool says_who_it_is(std::string_view stem) {
  static const auto stems = stems_of(
      "nabo naboer naboen kvinde kvinder kvinden mand mænd manden kone konen dame herre fyr veninde ven "
      "kæreste mor far "
      "bror søster kollega menneske person neighbour woman man wife husband friend mother father");
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

}  // namespace

bool is_sure(const std::vector<Scored>& scored) {
  if (scored.empty()) return false;
  const float best = scored.front().score;
  const float lead = scored.size() > 1 ? best - scored[1].score : best;
  return best >= least_to_be_sure && lead >= least_lead_to_be_sure;
}

bool says_no_trade(std::string_view stem) {
  static const auto stems = stems_of(
      "vejledning gennemførelse redegørelse ansøgning kontrol tilsyn godkendelse tilladelse påbud klage "
      "afgørelse "
      "regel betaling gebyr administration opfølgning indberetning registrering overførsel handlingsplan "
      "tvist "
      "orientering information rapport evaluering samarbejde udgift aftale fastsættelse udarbejdelse "
      "iværksættelse "
      "opgørelse behandling sagsbehandling dokumentation kursus kontrakt plan register møde samtale "
      "tilmelding "
      "uddannelse undervisning kort penge");
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

/// True if not all that the task has of the question are slips of other words than it has.
bool SecondLook::believed(const Query& query, TaskIndex task, bool every_word) const {
  const auto words = explain(query, tasks_, catalogue_, task);
  const auto meant = [&](const MatchedWord& word) {
    return word.how != "typo" || has_nearly(catalogue_, task, letters_of(word.asked));
  };
  return every_word ? std::all_of(words.begin(), words.end(), meant)
                    : std::any_of(words.begin(), words.end(), meant);
}

/// Where a word of some task is one slip away as it is written ("pårker": "parker"), tasks that share but
/// the stem
/// ("pårørende") are no choice beside it.
void SecondLook::drop_worse_slips(const Query& query, std::vector<Scored>& scored) const {
  if (query.words.size() != 1 || scored.empty() || scored.front().score > most_for_a_slip) return;
  const auto& letters = query.words.front().letters;
  const auto meant = [&](const Scored& one) {
    return one.score >= most_for_a_slip && has_nearly(catalogue_, one.task, letters);
  };
  const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(most_slips, scored.size()));
  if (std::none_of(scored.begin(), end, meant)) return;
  const auto slip_of_another = [&](const Scored& one) { return !believed(query, one.task, true); };
  scored.erase(std::remove_if(scored.begin(), end, slip_of_another), end);
}

void SecondLook::take_back_slips(const Query& query, std::vector<Scored>& scored) const {
  const auto any = [&](auto says) { return std::any_of(query.words.begin(), query.words.end(), says); };
  const bool slips = any([](const QueryWord& word) {
    return std::any_of(word.matches.begin(), word.matches.end(),
                       [](const Match& match) { return match.how == How::typo; });
  });
  if (!slips) return;
  const bool doubtful = any([](const QueryWord& word) { return word.doubtful_typos; });
  const auto by_score = [](const Scored& a, const Scored& b) { return a.score > b.score; };
  std::size_t looked_at = 0;
  for (auto& one : scored) {
    if (!doubtful || one.score < Score::least_to_answer || ++looked_at > most_slips) break;
    if (one.score >= most_for_a_slip) continue;
    if (!believed(query, one.task, false)) {
      one.score = 0;  // not even near: a next step is better than a guess
    } else if (query.words.size() == 1 && query.words.front().letters.size() >= long_word &&
               believed(query, one.task, true) &&
               has_nearly(catalogue_, one.task, query.words.front().letters)) {
      // "persse" is rather "presse" than a part of "persondata"; but "sokker" is no "sikker post".
      const bool part = is_only_a_part(catalogue_, tasks_.terms(), one.task, query.words.front());
      one.score = part ? std::min(one.score, most_to_be_near) : std::max(one.score, most_for_a_slip);
    }
  }
  std::stable_sort(scored.begin(), scored.end(), by_score);
  while (!scored.empty() && scored.back().score <= 0) scored.pop_back();
  drop_worse_slips(query, scored);
  for (looked_at = 0; looked_at < most_slips && is_sure(scored); ++looked_at) {
    if (believed(query, scored.front().task, true)) break;
    // "pårker" is rather "parker" than a slip in the stem of "pårørende".
    const bool another =
        query.words.size() == 1 && std::any_of(scored.begin() + 1, scored.end(), [&](const Scored& one) {
          return one.score >= most_for_a_slip &&
                 has_nearly(catalogue_, one.task, query.words.front().letters);
        });
    const bool another_word = query.words.size() == 1 && query.words.front().letters.size() <= long_word;
    scored.front().score = another_word ? 0 : another ? most_for_a_slip - 0.01F : Score::just_not_sure;
    std::stable_sort(scored.begin(), scored.end(), by_score);
  }
  while (!scored.empty() && scored.back().score <= 0) scored.pop_back();
}

void SecondLook::take_back_other_words(const Query& query, std::vector<Scored>& scored) const {
  const auto may_be_others = [](const QueryWord& word) { return word.short_stem || word.foreign_verb; };
  if (std::none_of(query.words.begin(), query.words.end(), may_be_others)) return;
  std::array<OtherWords, most_looked_at> others;
  const std::size_t count = std::min(scored.size(), most_looked_at);
  for (std::size_t i = 0; i < count; ++i) others[i] = other_words(query, tasks_, scored[i].task);
  const auto begin = others.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  const auto none = [](const OtherWords& one) { return one.surely == 0 && one.maybe == 0; };
  if (std::all_of(begin, end, none)) return;
  const bool known = std::any_of(begin, end, [](const OtherWords& one) { return one.as_asked; });
  for (std::size_t i = 0; i < count; ++i) {
    const float surely = others[i].surely * (1 - (known ? of_another_word : of_maybe_another));
    scored[i].score *= 1 - surely - others[i].maybe * (1 - of_maybe_another);
  }
  std::stable_sort(scored.begin(), scored.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
}

void SecondLook::take_back_who_it_is(const Query& query, std::vector<Scored>& scored) const {
  const auto who = [](const QueryWord& word) { return says_who_it_is(word.stem); };
  const auto people = std::count_if(query.words.begin(), query.words.end(), who);
  if (people == 0) return;
  if (static_cast<std::size_t>(people) == query.words.size()) {
    for (Scored& one : scored) one.score = std::min(one.score, most_to_be_near);
    return;
  }
  Stemmer stemmer;
  const auto has_nothing_else = [&](const Scored& one) {
    const auto words = explain(query, tasks_, catalogue_, one.task);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const MatchedWord& word) {
      return says_who_it_is(stemmer.danish(letters_of(word.asked)));
    });
  };
  const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(most_looked_at, scored.size()));
  scored.erase(std::remove_if(scored.begin(), end, has_nothing_else), end);
}

bool SecondLook::doubts(const Query& query, const Scored& best) const {
  if (share_said(query, tasks_, best.task) < least_said_to_be_sure) return true;
  // What a question begins with is what it is about: "ice on the cycle path", where nobody knows of ice.
  const QueryWord& subject = query.words.front();
  if (query.words.size() > 1 && !subject.leans && subject.matches.empty() && subject.composites.empty())
    return true;
  return query.words.size() == 1 &&
         is_only_a_part(catalogue_, tasks_.terms(), best.task, query.words.front());
}

bool SecondLook::titled(const std::vector<Scored>& scored) const {
  if (scored.empty() || scored.front().score < whole_title) return false;
  const std::string_view title = catalogue_.task(scored.front().task).title;
  return title.find(' ') == std::string_view::npos;
}

bool SecondLook::put_subject_first(const Query& query, std::vector<Scored>& scored) const {
  const QueryWord& subject = query.words.front();
  if (subject.leans || says_no_trade(subject.stem)) return false;
  const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(most_near, scored.size()));
  const auto about = std::find_if(scored.begin(), end, [&](const Scored& one) {
    return one.score >= Score::least_to_answer &&
           is_whole_item(catalogue_, tasks_.terms(), one.task, subject);
  });
  if (about == end) return false;
  const auto is_about_another = [&](const QueryWord& word) {
    return &word != &subject && is_whole_item(catalogue_, tasks_.terms(), scored.front().task, word);
  };
  if (about != scored.begin() && std::any_of(query.words.begin(), query.words.end(), is_about_another))
    return false;  // "adgang til SBSYS" is rather about the system
  about->score = scored.front().score;
  std::rotate(scored.begin(), about, about + 1);
  return true;
}

void SecondLook::offer_called_so(const Query& query, std::vector<Scored>& scored) const {
  if (query.words.size() < 2 || scored.size() < 3) return;
  const QueryWord& subject = query.words.front();
  if (subject.leans || says_no_trade(subject.stem)) return;
  const auto called_so = [&](const Scored& one) {
    return one.score >= least_to_be_near &&
           catalogue_.task(one.task).title.find(' ') == std::string_view::npos &&
           is_whole_item(catalogue_, tasks_.terms(), one.task, subject);
  };
  const auto found = std::find_if(scored.begin(), scored.end(), called_so);
  if (found == scored.end() || found - scored.begin() < 2) return;
  found->score = scored[1].score;
  std::rotate(scored.begin() + 1, found, found + 1);
}

}  // namespace store::search
