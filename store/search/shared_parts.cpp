// What a compound that the catalogue does not know shares with the words that it knows.
#include "store/search/compounds.hpp"
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"
#include "store/text/function_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {
namespace {

constexpr float of_shared_part = 0.8F;
constexpr float of_same_letters = 0.85F;
constexpr float of_kin_of_part = 0.8F;
constexpr float of_going_on_alike = 0.1F;
constexpr float least_telling = 0.65F;  // rarity of a last part that is all that is known
constexpr std::size_t shortest_shared = 4;
constexpr std::size_t shortest_noun = 3;
constexpr std::size_t shortest_rest = 2;  // letters of an unknown last part
constexpr std::size_t shortest_misspelt = 5;
constexpr std::size_t shortest_unknown_first = 3;  // fewer are a prefix: "nykloakering"
constexpr std::size_t sure_of_shared = 6;          // letters, whatever stands before them
constexpr std::size_t longest_derivation =
    5;  // letters of "-ering", which words share that have nothing in common
// Letters that words must have in common beside a known part, if they shall say more than it does:
// "skoleforsømmelse" shares no more than "skole" with "skolefritidsordning", and "udredningsprojekt" no more
// than "projekt" with "tilslutningsprojekt".
constexpr std::size_t more_than_known_first = 3;
constexpr std::size_t more_than_known_last = 6;

float share_of(std::size_t letters, std::string_view whole) {
  return of_shared_part * (0.2F + 0.8F * static_cast<float>(letters) / static_cast<float>(whole.size()));
}

/// Endings that make another word, which then is no part of the longer one.
bool is_derivation(std::string_view rest) {
  static constexpr std::string_view all[] = {"ig", "lig", "isk", "som", "agtig"};
  return std::find(std::begin(all), std::end(all), rest) != std::end(all);
}

/// True for first parts that say so little that nothing is shared by them alone, with what begins behind
/// them: a "hovedpine" has nothing to do with a "hovedpostkasse".
bool says_little(std::string_view part) {
  static constexpr std::string_view all[] = {"hoved",  "under", "over",  "efter", "mellem", "super",
                                             "ekstra", "halv",  "lands", "stor",  "hjemme"};
  return std::any_of(std::begin(all), std::end(all), [&](std::string_view first) {
    return part.starts_with(first) && part.size() < first.size() + shortest_rest + 1;
  });
}

/// True for a part that is only a piece of the weekday which the word begins with: "fredag" is no "fred".
bool cuts_weekday(std::string_view whole, std::size_t part) {
  static constexpr std::string_view days[] = {"mandag", "tirsdag",   "onsdag",   "torsdag",
                                              "fredag", "l\xF8rdag", "s\xF8ndag"};
  return std::any_of(std::begin(days), std::end(days),
                     [&](std::string_view day) { return whole.starts_with(day) && part < day.size(); });
}

/// Beginnings of verbs and nouns that belong to no other word: "afmelding" and "tilmelding" share a word,
/// "brydning" and "oprydning" some letters.
bool is_prefix(std::string_view part) {
  static constexpr std::string_view all[] = {"af", "an", "be", "bi",    "op", "ud",
                                             "om", "in", "u",  "p\xE5", "fo", "re"};
  return part.size() > 2 || std::find(std::begin(all), std::end(all), part) != std::end(all);
}

/// True if the word is the first part itself, or that with a linking letter ("veje-" is "vej", "akti-" no
/// "akt"). Short ones are only those that compounds are often made of.
bool may_be_shared(std::string_view term, std::string_view part) {
  if (is_function_word(term)) return false;
  return term.size() >= shortest_shared || (is_short_noun(term) && part == term) ||
         (part.size() == term.size() + 1 && (part.back() == 's' || part.back() == 'e'));
}

/// True if little but an ending is left that many words share.
bool mostly_ending(std::string_view letters) {
  static constexpr std::string_view all[] = {"ering", "ation", "isering", "ning"};
  return std::any_of(std::begin(all), std::end(all), [&](std::string_view ending) {
    return letters.ends_with(ending) && letters.size() < ending.size() + 3;
  });
}

/// True for last parts that are also another word, or none that tells anything: nobody founds ("stifte") a
/// "læbestift", and a "julemand" is no "bedemand".
bool is_any_head(std::string_view end) {
  static constexpr std::string_view all[] = {"mand", "stift"};
  return std::find(std::begin(all), std::end(all), end) != std::end(all);
}

/// True if what stands behind the first part makes it another word, or is too little: "kunstig" is no
/// "kunst", "tango" no "tang", "boksning" no "boks".
bool is_no_part(std::string_view rest) {
  return rest.size() < shortest_rest || rest == "ning" || is_derivation(rest);
}

/// True for a word of three letters that is a part of a compound only before another word that we know:
/// "sate" in "satellit" is no "sat". A stem in -i has lost its own e: "olie".
bool needs_known_rest(std::string_view term) {
  return term.size() < shortest_shared && !is_short_noun(term) && term.back() != 'i';
}

/// True if the end has enough before it to be a part: no "fro-kost".
bool has_enough_before(std::string_view whole, std::size_t last) {
  return whole.size() - last >= shortest_shared || last >= sure_of_shared;
}

}  // namespace

/// The part as the word list has it, linking -s- or -e- left out; empty if it has it not.
std::string QueryReader::listed_part(std::string_view letters) {
  const auto listed = [this](const std::string& stem) {
    return !glossary_.danish_part(stem).empty() || !glossary_.related_part(stem).empty();
  };
  std::string stem(stemmer_.danish(letters));
  if (listed(stem)) return stem;
  if (letters.back() != 's' && letters.back() != 'e') return {};
  stem = letters.substr(0, letters.size() - 1);
  return listed(stem) ? stem : std::string();
}

/// What belongs to the family of a part that is no word of the catalogue itself, compounds with it among
/// them: "byggestop" is about "nybyggeri".
void QueryReader::add_kin_part(std::string_view stem, float share, Composite& composite) {
  Composite::Share part;
  part.share = share;
  match_kin(stem, of_kin_of_part, part.matches);
  const std::size_t kin = part.matches.size();
  for (std::size_t i = 0; i < kin; ++i) {
    const CompoundWorth worth{of_kin_of_part, of_kin_of_part, of_kin_of_part};
    match_compounds(index_->terms()[part.matches[i].term], worth, part.matches);
  }
  if (!part.matches.empty()) composite.shares.push_back(std::move(part));
}

/// The words in range_, which begin or end alike.
void QueryReader::add_alike(float share, Composite& composite) {
  Composite::Share part;
  part.share = share;
  for (const TermId term : range_) part.matches.push_back({term, of_same_letters, How::part});
  composite.shares.push_back(std::move(part));
}

/// The longest first part of at most so many letters that the catalogue or the word list knows. Returns its
/// length, 0 if there is none.
std::size_t QueryReader::share_known_first(std::string_view whole, std::size_t most, Composite& composite) {
  const Terms terms = index_->terms();
  for (std::size_t first = most; first >= shortest_noun; --first) {
    const std::string_view part = whole.substr(0, first);
    if (is_no_part(whole.substr(first))) continue;
    if (says_little(part) || cuts_weekday(whole, first)) break;
    const float share = share_of(first, whole);
    const TermId term = first_part(terms, stemmer_, part);
    const auto known_rest = [&](std::string_view rest) { return !listed_part(rest).empty(); };
    if (first < shortest_shared && !known_rest(whole.substr(first))) continue;  // "vej-rudsigt"
    if (term != no_term && needs_known_rest(terms[term]) && terms.find(whole.substr(first)) == no_term &&
        !known_rest(whole.substr(first)))
      continue;
    if (term != no_term && may_be_shared(terms[term], part)) {
      add_part(terms[term], share, composite);
    } else if (const std::string listed = listed_part(part); listed.size() >= shortest_shared) {
      add_part(listed, share, composite);
    } else if (first >= shortest_shared) {
      add_kin_part(stemmer_.danish(part), share, composite);
    }
    if (!composite.shares.empty()) return first;
  }
  return 0;
}

/// How many letters, `most` to `least`, known words begin with as this one does; 0 if none. Those are in
/// range_.
std::size_t QueryReader::find_alike_first(std::string_view whole, std::size_t most, std::size_t least) {
  for (std::size_t first = most; first >= least; --first) {
    if (is_no_part(whole.substr(first))) continue;
    if (says_little(whole.substr(0, first))) return 0;
    index_->terms().beginning_with(whole.substr(0, first), most_compounds, range_);
    if (!range_.empty()) return first;
  }
  return 0;
}

/// What the word begins with, in at most so many letters. Returns how many those are.
std::size_t QueryReader::share_first(std::string_view whole, std::size_t most, Composite& composite) {
  Composite found;
  const std::size_t known = share_known_first(whole, most, found);
  const std::size_t least = std::max(shortest_shared + 1, known == 0 ? 0 : known + more_than_known_first);
  const std::size_t alike = find_alike_first(whole, most, least);
  if (alike != 0) {
    add_alike(share_of(alike, whole), composite);
    return alike;
  }
  // Among words with the known part those that go on alike are a little nearer: "ledighedsyedlse".
  if (known != 0 && find_alike_first(whole, std::min(most, least - 1), known + 1) != 0) {
    add_alike(of_going_on_alike, found);
  }
  std::move(found.shares.begin(), found.shares.end(), std::back_inserter(composite.shares));
  return known;
}

/// The longest last part of at most so many letters that the catalogue or the word list knows, if only from
/// compounds with known words: "zone" from "landzone". Returns its length, 0 if there is none.
std::size_t QueryReader::share_known_last(std::string_view whole, std::size_t most, Composite& composite) {
  const Terms terms = index_->terms();
  for (std::size_t last = most; last >= shortest_shared; --last) {
    const std::string_view end = whole.substr(whole.size() - last);
    if (!has_enough_before(whole, last) || is_any_head(end)) continue;
    if (mostly_ending(end)) break;  // "tatovering" shares "overing" with "renovering"
    if (terms.find(end) != no_term || !listed_part(end).empty()) {
      add_part(end, share_of(last, whole), composite);
      return last;
    }
    // The linking -e- belongs to neither part: a "mælk-evej" is no "skol-evej".
    if (end.front() == 'e' || !is_prefix(whole.substr(0, whole.size() - last))) continue;
    terms.ending_with(end, most_compounds, range_);
    const auto no_head = [&](TermId term) { return fit_as_head(terms, terms[term], end) != PartFit::known; };
    range_.erase(std::remove_if(range_.begin(), range_.end(), no_head), range_.end());
    if (range_.empty()) continue;
    add_alike(share_of(last, whole), composite);
    return last;
  }
  return 0;
}

/// How many letters, `most` to `least`, known words end with as this one does; 0 if none. Those are in
/// range_.
std::size_t QueryReader::find_alike_last(std::string_view whole, std::size_t most, std::size_t least) {
  for (std::size_t last = most; last >= least; --last) {
    const std::string_view end = whole.substr(whole.size() - last);
    if (mostly_ending(end)) return 0;
    if (!has_enough_before(whole, last) || !is_prefix(whole.substr(0, whole.size() - last))) continue;
    index_->terms().ending_with(end, most_compounds, range_);
    if (!range_.empty()) return last;
  }
  return 0;
}

/// What the word ends with, in at most so many letters. Returns how many those are.
std::size_t QueryReader::share_last(std::string_view whole, std::size_t most, Composite& composite) {
  Composite found;
  const std::size_t known = share_known_last(whole, most, found);
  const std::size_t least = std::max(longest_derivation + 1, known == 0 ? 0 : known + more_than_known_last);
  const std::size_t alike = find_alike_last(whole, most, least);
  if (alike != 0) {
    add_alike(share_of(alike, whole), composite);
    return alike;
  }
  std::move(found.shares.begin(), found.shares.end(), std::back_inserter(composite.shares));
  return known;
}

/// What the word begins with, if that is one slip away from a word of the catalogue: "klloakprojekt". False
/// if it is not.
bool QueryReader::share_misspelt_first(std::string_view whole, std::size_t last, Composite& composite) {
  const std::string_view part = whole.substr(0, whole.size() - last);
  if (part.size() < shortest_misspelt) return false;
  index_->find_typos(part, terms_);
  Composite::Share misspelt;
  misspelt.share = share_of(part.size(), whole);
  for (const TermId term : terms_) {
    if (index_->terms()[term].size() + 1 >= shortest_misspelt)
      misspelt.matches.push_back({term, of_typo, How::part});
  }
  if (misspelt.matches.empty()) return false;
  composite.shares.push_back(std::move(misspelt));
  return true;
}

/// How much a last part tells that is all that is known of a compound: little if it is the last part of much.
/// A "tarotkort" has nothing to do with one of all the other cards.
float QueryReader::telling(const Composite& last) const {
  std::size_t tasks = 0;
  for (const Composite::Share& share : last.shares) {
    for (const Match& match : share.matches) {
      if (match.quality >= of_compound) tasks += index_->count(match.term);
    }
  }
  return index_->rarity(tasks);
}

/// An unknown compound of which nothing is known but its last part, of so many letters.
void QueryReader::add_last_alone(std::string_view whole, std::size_t last, Composite composite,
                                 QueryWord& word) {
  if (composite.shares.empty()) return;
  const bool a_word_before = whole.size() >= last + shortest_unknown_first;
  if (a_word_before && !word.explained && telling(composite) < least_telling) {
    for (Composite::Share& share : composite.shares)
      share.share *= of_typo;  // no more than the slip before it
    if (!share_misspelt_first(whole, last, composite)) return;
  }
  word.composites.push_back(std::move(composite));
}

/// Known parts, and words that begin like most of the compound: "okkerrensningsanlæg" is nearer to
/// "okkerrensningsforanstaltninger" than to any rensning and any anlæg. `first`: letters of its first part.
void QueryReader::match_alike(QueryWord& word, std::size_t first) {
  const std::string_view whole = word.stem;
  const std::size_t least = std::max(shortest_shared + 1, first + more_than_known_first);
  if (whole.size() <= least) return;
  index_->terms().beginning_with(whole.substr(0, least), 1, range_);
  const std::size_t alike = range_.empty() ? 0 : find_alike_first(whole, whole.size() - 1, least);
  if (alike == 0) return;
  Composite composite;
  add_alike(share_of(alike, whole), composite);
  share_last(whole, whole.size() - alike, composite);
  word.composites.push_back(std::move(composite));
}

/// An unknown compound: what it shares with known words at its beginning and at its end. Where the longest
/// beginning leaves less of the end than could be shared, the other way is tried, too: "hobbydyr-ehold" is
/// also "hobby-dyrehold".
void QueryReader::match_shared(QueryWord& word) {
  const std::string_view whole = word.stem;
  if (whole.size() < shortest_shared) return;
  const auto add = [&](Composite composite) {
    if (!composite.shares.empty()) word.composites.push_back(std::move(composite));
  };
  Composite from_first;
  // A "borgmester" is no "borger": what a listed word begins with is no news, but it is a kind of its last
  // part.
  const std::size_t first = word.explained ? 0 : share_first(whole, whole.size() - 1, from_first);
  const std::size_t last = share_last(whole, whole.size() - std::max<std::size_t>(first, 1), from_first);
  if (first == 0) return add_last_alone(whole, last, std::move(from_first), word);
  add(std::move(from_first));
  Composite from_last;
  const std::size_t longest = share_last(whole, whole.size() - 1, from_last);
  if (longest <= last) return;
  share_first(whole, whole.size() - longest, from_last);
  add(std::move(from_last));
}

}  // namespace store::search
