#include "store/search/query.hpp"

#include "store/search/compounds.hpp"
#include "store/search/match_worth.hpp"
#include "store/text/function_words.hpp"

#include <algorithm>

namespace store::search {
namespace {

constexpr std::size_t sure_of_typo = 6;       // letters
constexpr std::size_t sure_of_typo_stem = 5;  // letters; the first one must be right too
constexpr float unknown_weight = 0.7F;
constexpr std::size_t shortest_verb = 3;       // letters of its stem
constexpr std::size_t usual_matches = 24;      // of a word
constexpr float of_leaning_on_unknown = 0.4F;  // of its weight
constexpr float of_number = 0.4F;

bool is_number(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// True for what may stand between a verb and the object that it leans on: "køber jeg en trompet".
bool stands_before_object(std::string_view word) {
  static constexpr std::string_view all[] = {"en",  "et",   "den", "det", "de",   "min", "mit", "mine", "din",
                                             "dit", "dine", "sin", "sit", "sine", "jeg", "vi",  "man",  "du"};
  return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

/// True for a garden, which is written like a verb that says nothing: "min have".
bool is_garden(std::string_view before, std::string_view word) {
  static constexpr std::string_view owners[] = {"min",   "din",   "sin",  "vores",
                                                "jeres", "deres", "hans", "hendes"};
  return word == "have" && std::find(std::begin(owners), std::end(owners), before) != std::end(owners);
}

}  // namespace

Query QueryReader::read(std::string_view phrase, Spoken spoken) {
  Query query;
  add_words(phrase, spoken, query);
  for (QueryWord& word : query.words) match_word(word);
  match_joined(query);
  match_particles(spoken, query);
  match_glossary(spoken, query);
  for (QueryWord& word : query.words) {
    const bool found = std::any_of(word.matches.begin(), word.matches.end(),
                                   [](const Match& match) { return match.quality > 0.9F; });
    if (found) continue;
    if (!word.listed) match_split(word);  // a "vandhul" is neither water nor a hole
    if (!word.listed_as_it_is && !word.explained) match_typos(word);
  }
  weigh(query);
  return query;
}

void QueryReader::add_words(std::string_view phrase, Spoken spoken, Query& query) {
  words_.read(phrase);
  query.words.reserve(std::min(words_.size(), most_words));
  for (const bool function_words : {false, true}) {  // a question of function words only asks for them
    for (std::size_t i = 0; i < words_.size() && query.words.size() < most_words; ++i) {
      const std::string_view letters = words_[i].substr(0, most_letters);
      const bool names = words_.hyphenated(i) || !is_function_word(letters, spoken) ||
                         (i > 0 && is_garden(words_[i - 1], letters));
      if (!names && !function_words) continue;
      QueryWord word;
      word.matches.reserve(usual_matches);
      word.letters = letters;
      const bool held_together = names && i > 0 && is_function_word(words_[i - 1], spoken);
      if (held_together) word.before = words_[i - 1].substr(0, most_letters);
      word.stem = stemmer_.danish(letters);
      word.form = form_of(letters, word.stem);
      word.short_stem = tells_words_apart(word.stem);
      word.verb_only = is_verb_only(letters, word.stem);
      word.leans = names && leans_on_next(i, spoken);
      const bool said = std::any_of(query.words.begin(), query.words.end(),
                                    [&](const QueryWord& other) { return other.stem == word.stem; });
      if (!said) query.words.push_back(std::move(word));
    }
    if (!query.words.empty()) return;
  }
}

/// True for a word that ends like a verb or an adjective, with its object or noun right behind it. So does a
/// plural ("haller Sundby"), but not in a sentence.
bool QueryReader::leans_on_next(std::size_t word, Spoken spoken) const {
  const std::string_view letters = words_[word];
  if (spoken != Spoken::danish || !(letters.ends_with('e') || letters.ends_with("er"))) return false;
  for (std::size_t next = word + 1; next < words_.size() && !words_.after_mark(next); ++next) {
    if (!is_function_word(words_[next], spoken)) return true;
    if (!stands_before_object(words_[next])) return false;
  }
  return false;
}

void QueryReader::match_stem(std::string_view stem, float quality, How how, std::vector<Match>& out) {
  const TermId term = index_->terms().find(stem);
  if (term != no_term) out.push_back({term, quality, how});
  const std::string_view other = other_number(stem);
  const TermId other_term = other.empty() ? no_term : index_->terms().find(other);
  if (other_term != no_term) out.push_back({other_term, quality * of_other_number, how});
}

void QueryReader::match_compounds(std::string_view stem, const CompoundWorth& worth, std::vector<Match>& out,
                                  bool ours, bool heads) {
  const auto compounds = compounds_.with(index_->terms(), stem, ours);
  if (out.empty()) out.reserve(compounds.size());
  for (const auto& [term, fit] : compounds) {
    const bool known = fit == PartFit::known && (heads || index_->terms()[term].starts_with(stem));
    const float value = fit == PartFit::derived ? worth.derived : known ? worth.known : worth.likely;
    out.push_back({term, value, How::part});
  }
}

void QueryReader::match_word(QueryWord& word) {
  match_stem(word.stem, 1, How::word, word.matches);
  match_other_forms(word);
  match_foreign_verb(word);
  const bool ours = index_->terms().find(word.stem) != no_term;
  // A noun of three letters is seldom the verb of the same stem: "pas" has nothing to do with "pasning".
  const bool no_verb = ours && word.letters == word.stem && word.stem.size() <= shortest_verb;
  // What is left of a longer word is seldom the last part of another one: "lager" is not in "kortlagt".
  const bool heads =
      word.letters == word.stem || word.stem.size() > shortest_verb || is_short_noun(word.stem);
  match_compounds(word.stem, no_verb ? of_compound_of_noun : of_compound_of_word, word.matches, ours, heads);
  match_compounds(other_number(word.stem), of_compound_of_word, word.matches);  // "tænder": tandtilskud
  match_kin(word.stem, ours ? of_kin_beside_itself : of_kin, word.matches);
}

void QueryReader::match_kin(std::string_view stem, float quality, std::vector<Match>& out) {
  index_->find_kin(stem, terms_);
  for (const TermId term : terms_) out.push_back({term, quality, How::kin});
}

void QueryReader::match_typos(QueryWord& word) {
  index_->find_typos(word.letters, terms_);

  for (const TermId term : terms_) {
    const std::string_view stem = index_->terms()[term];
    const bool doubtful = word.letters.size() < sure_of_typo || stem.size() < sure_of_typo_stem ||
                          stem.front() != word.letters.front();
    word.doubtful_typos = word.doubtful_typos || doubtful;
    word.matches.push_back({term, doubtful ? of_doubtful_typo : of_typo, How::typo});
  }
}

void QueryReader::weigh(Query& query) {
  for (QueryWord& word : query.words) {
    std::size_t tasks = 0;
    bool itself = false;
    for (const Match& match : word.matches) {
      if (match.quality < of_compound) continue;
      itself = itself || match.quality > 0.8F;
      tasks += index_->count(match.term);
    }
    for (const Composite& composite : word.composites) {
      for (const auto& share : composite.shares) {
        std::size_t having = 0;
        for (const Match& match : share.matches) {
          if (match.quality >= of_compound) having += index_->count(match.term);
        }
        if (having != 0 && (tasks == 0 || having < tasks)) tasks = having;
      }
    }
    word.weight = tasks == 0 ? unknown_weight : index_->rarity(tasks);
    if (!itself) word.weight = std::max(word.weight, unknown_weight);
    if (is_number(word.letters)) word.weight *= of_number;
    // "Stoppe flystøj" is about the noise, of which nothing is known: who stops something else does not help.
    const QueryWord* next = &word == &query.words.back() ? nullptr : &word + 1;
    if (word.leans && next != nullptr && next->matches.empty() && next->composites.empty())
      word.weight *= of_leaning_on_unknown;
    query.weight += word.weight;
  }
}

}  // namespace store::search
