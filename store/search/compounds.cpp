#include "store/search/compounds.hpp"

#include <algorithm>
#include <array>

namespace store::search {
namespace {

constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_unknown_head = 5;  // letters of a head that is no word of the catalogue itself
constexpr std::size_t shortest_before_unknown_head = 5;
constexpr std::size_t shortest_of_unknown = 4;  // letters of the rest, when it is no known word
// Words of three letters that compounds are often made of; others are rather a piece of a word: no "and" in
// "badevand".
constexpr std::array<std::string_view, 24> short_nouns{
    "vej",    "hus", "bil", "bus", "tog",    "hav",    "dyr", "hal",    "bad", "mad", "bog", "pas",
    "r\370r", "sti", "bro", "job", "l\370n", "r\345d", "lov", "l\345n", "leg", "net", "kor", "mur"};
constexpr std::size_t shortest_in_unknown =
    4;  // letters of a part that is none of them and no word of the catalogue
constexpr std::size_t both_of_unknown = 8;  // letters of both together
constexpr std::size_t shortest_before_foreign_ending = 5;
constexpr std::size_t most_parts = 4;

/// `stem` is what remains of `word` without its ending; the first parts are cut off both alike.
bool split_rest(const Terms& terms, Stemmer& stemmer, std::string_view stem, std::size_t parts_left,
                std::vector<std::string>& stems) {
  if (!stems.empty()) {
    const TermId rest = terms.find(stem);
    if (rest != no_term && stem.size() >= shortest_part) {
      stems.emplace_back(stem);
      return true;
    }
  }
  if (parts_left < 2 || stem.size() < 2 * shortest_part) return false;
  for (std::size_t cut = stem.size() - shortest_part; cut >= shortest_part;
       --cut) {  // longest first part first
    const TermId first = first_part(terms, stemmer, stem.substr(0, cut));
    if (first == no_term) continue;
    stems.emplace_back(terms[first]);
    if (split_rest(terms, stemmer, stem.substr(cut), parts_left - 1, stems)) return true;
    stems.pop_back();
  }
  return false;
}

std::string_view without_link(std::string_view rest) {
  if (rest.size() > shortest_part && (rest.front() == 's' || rest.front() == 'e')) rest.remove_prefix(1);
  return rest;
}

PartFit likely(const Terms& terms, std::string_view part, std::string_view rest) {
  const bool ending = rest == "tion" || rest == "sion" || rest == "ment" || rest == "ling";
  const bool a_word =
      part.size() >= shortest_in_unknown || terms.find(part) != no_term || is_short_noun(part);
  const bool long_enough =
      !ending && a_word && rest.size() >= shortest_of_unknown && part.size() + rest.size() >= both_of_unknown;
  return long_enough ? PartFit::likely : PartFit::none;
}

}  // namespace

bool is_short_noun(std::string_view part) {
  return std::find(short_nouns.begin(), short_nouns.end(), part) != short_nouns.end();
}

TermId first_part(const Terms& terms, Stemmer& stemmer, std::string_view letters) {
  const TermId as_it_is = terms.find(letters);
  if (as_it_is != no_term) return as_it_is;
  const TermId without_ending = terms.find(stemmer.danish(letters));
  if (without_ending != no_term) return without_ending;
  if (letters.size() > shortest_part && (letters.back() == 's' || letters.back() == 'e')) {
    return terms.find(letters.substr(0, letters.size() - 1));
  }
  return no_term;
}

PartFit fit_as_first(const Terms& terms, std::string_view whole, std::string_view part) {
  const std::string_view rest = whole.substr(part.size());
  static constexpr std::array<std::string_view, 7> derivations{"ning",  "ing",   "els", "eri",
                                                               "ering", "ation", "sel"};
  constexpr std::size_t longest_derivation = 5;  // letters
  if (rest.size() <= longest_derivation &&
      std::find(derivations.begin(), derivations.end(), rest) != derivations.end()) {
    const bool foreign = rest == "ering" || rest == "ation";  // "parkering" has nothing to do with "park"
    return foreign && part.size() < shortest_before_foreign_ending ? PartFit::none : PartFit::derived;
  }
  const std::string_view linked = without_link(rest);
  if (linked.size() != rest.size() && terms.find(linked) != no_term) return PartFit::known;
  if (rest.size() >= shortest_part && terms.find(rest) != no_term) return PartFit::known;
  return likely(terms, part, rest);
}

PartFit fit_as_head(const Terms& terms, std::string_view whole, std::string_view part) {
  if (part == "ring") return PartFit::none;  // mostly an ending: "journalise-ring"
  std::string_view rest = whole.substr(0, whole.size() - part.size());
  if (rest.size() >= shortest_part && terms.find(rest) != no_term) return PartFit::known;
  if (rest.size() > shortest_part && (rest.back() == 's' || rest.back() == 'e')) {
    if (terms.find(rest.substr(0, rest.size() - 1)) != no_term) return PartFit::known;
  }
  const bool a_word = part.size() >= shortest_unknown_head || rest.size() >= shortest_before_unknown_head ||
                      terms.find(part) != no_term;  // no bi-drag
  return a_word ? likely(terms, part, rest) : PartFit::none;
}

/// In two known words, of those ways in which it can be done the one whose shorter word is the longest:
/// "skifte-skole", not "skiftes-kol".
bool split_in_two(const Terms& terms, Stemmer& stemmer, std::string_view stem,
                  std::vector<std::string>& stems) {
  std::size_t best = 0;
  for (std::size_t cut = shortest_part; cut + shortest_part <= stem.size(); ++cut) {
    const std::size_t shorter = std::min(cut, stem.size() - cut);
    if (shorter <= best || terms.find(stem.substr(cut)) == no_term) continue;
    const TermId first = first_part(terms, stemmer, stem.substr(0, cut));
    if (first == no_term) continue;
    best = shorter;
    stems = {std::string(terms[first]), std::string(stem.substr(cut))};
  }
  return best > 0;
}

bool split_compound(const Terms& terms, Stemmer& stemmer, std::string_view stem,
                    std::vector<std::string>& stems) {
  stems.clear();
  return split_in_two(terms, stemmer, stem, stems) || split_rest(terms, stemmer, stem, most_parts, stems);
}

}  // namespace store::search
