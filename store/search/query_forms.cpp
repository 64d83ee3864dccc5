// Forms of words that neither stems nor compounds tell.
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"
#include "store/text/function_words.hpp"
#include "store/text/particles.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace store::search {
namespace {

constexpr std::size_t shortest_abbreviation = 3;  // letters; also of a word that ends in a vowel

}  // namespace

/// Plurals and articles that the rules for endings don't see: after a vowel that folding joined with them
/// ("sofaer" is read as "sofær"), and after an abbreviation ("SFOen").
void QueryReader::match_other_forms(QueryWord& word) {
  if (index_->terms().find(word.stem) != no_term) return;
  static constexpr std::string_view forms[] = {"r", "n", "rne", "rnes", "rs", "ns"};
  static constexpr std::string_view articles[] = {"en", "et", "er", "erne", "ens", "ene", "s"};
  const std::string_view letters = word.letters;
  const auto add = [&](const std::string& base) {
    const TermId term = base.size() < shortest_abbreviation ? no_term : index_->terms().find(base);
    if (term != no_term) word.matches.push_back({term, of_other_form, How::word});
  };
  for (const std::string_view form : forms) {
    if (!letters.ends_with(form) || letters.size() < form.size() + shortest_abbreviation) continue;
    std::string base(letters.substr(0, letters.size() - form.size()));
    if (base.back() != '\xE6' && base.back() != '\xF8') continue;
    base.back() = base.back() == '\xE6' ? 'a' : 'o';
    add(base);
  }
  // "plads" loses its s as if it were an ending, "pladser" does not.
  if (letters.ends_with('s') && word.stem.size() + 1 == letters.size()) add(std::string(letters));
  if (word.stem.ends_with('s')) add(word.stem.substr(0, word.stem.size() - 1));
  if (word.stem != letters) return;
  for (const std::string_view article : articles) {
    if (letters.ends_with(article)) add(std::string(letters.substr(0, letters.size() - article.size())));
  }
}

/// "Parkere" is what "parkering" does, and has nothing to do with a park.
void QueryReader::match_foreign_verb(QueryWord& word) {
  if (!is_foreign_verb(word.letters, word.stem)) return;
  const TermId noun = index_->terms().find(word.stem + "ering");
  if (noun == no_term) return;
  word.foreign_verb = true;
  word.matches.push_back({noun, of_derivation, How::word});
}

/// "Brænder affald af" is about "afbrænding", "hvem lejer lokaler ud" about "udlejning".
void QueryReader::match_particles(Spoken spoken, Query& query) {
  if (spoken == Spoken::english) return;
  std::string whole;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const Particle particle = particle_of(words_[i]);
    if (particle == Particle::none) continue;
    const bool before_noun = i + 1 < words_.size() && !is_function_word(words_[i + 1], spoken);
    if (particle == Particle::preposition && before_noun) continue;
    for (std::size_t j = i; j-- > 0 && j + longest_to_particle >= i;) {
      const auto verb = std::find_if(query.words.begin(), query.words.end(),
                                     [&](const QueryWord& word) { return word.letters == words_[j]; });
      if (verb == query.words.end()) continue;
      std::vector<Match> found;
      for (const std::string_view ending : {"", "ing", "ning"}) {
        whole.assign(words_[i]).append(verb->stem).append(ending);
        if (whole.size() <= most_letters) match_stem(whole, of_particle, How::joined, found);
      }
      whole.assign(words_[i]).append(verb->stem);
      if (whole.size() <= most_letters) match_kin(whole, of_particle, found);
      if (particle == Particle::adverb && !found.empty()) {  // "betale tilbage" is not to pay
        for (Match& match : verb->matches) match.quality *= of_verb_alone;
      }
      verb->matches.insert(verb->matches.end(), found.begin(), found.end());
    }
  }
}

}  // namespace store::search
