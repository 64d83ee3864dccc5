// Words of the question that are compounds: taken apart, or by what they share with known words.
#include "store/search/compounds.hpp"
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"
#include "store/text/function_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace store::search {
namespace {

constexpr std::size_t shortest_shared = 4;
constexpr std::size_t shortest_rest = 2;   // letters of an unknown last part
constexpr std::size_t sure_of_shared = 6;  // letters, whatever stands before them
constexpr std::size_t longest_derivation =
    5;  // letters of "-ering", which words share that have nothing in common

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

/// Beginnings of verbs and nouns that belong to no other word: "afmelding" and "tilmelding" share a word,
/// "brydning" and "oprydning" some letters.
bool is_prefix(std::string_view part) {
  static constexpr std::string_view all[] = {"af", "an", "be", "bi",    "op", "ud",
                                             "om", "in", "u",  "p\xE5", "fo", "re"};
  return part.size() > 2 || std::find(std::begin(all), std::end(all), part) != std::end(all);
}

/// True if the word is the first part itself, or that with a linking letter ("veje-" is "vej", "akti-" no
/// "akt").
bool may_be_shared(std::string_view term, std::string_view part) {
  if (is_function_word(term)) return false;
  return term.size() >= shortest_shared ||
         (part.size() == term.size() + 1 && (part.back() == 's' || part.back() == 'e'));
}

/// True if little but an ending is left that many words share.
bool mostly_ending(std::string_view letters) {
  static constexpr std::string_view all[] = {"ering", "ation", "isering", "ning"};
  return std::any_of(std::begin(all), std::end(all), [&](std::string_view ending) {
    return letters.ends_with(ending) && letters.size() < ending.size() + 3;
  });
}

}  // namespace

void QueryReader::match_split(QueryWord& word) {
  std::vector<std::string> parts;
  if (!split_compound(index_->terms(), stemmer_, word.stem, parts)) {
    if (!word.explained) match_shared(word);  // a "borgmester" is no "borger"
    return;
  }
  Composite composite;
  const auto weight_of_part = [this](const std::string& part) {
    return static_cast<float>(part.size()) * index_->rarity_of(index_->terms().find(part));
  };
  float all = 0;
  for (const std::string& part : parts) all += weight_of_part(part);
  for (const std::string& part : parts) add_part(part, of_split * weight_of_part(part) / all, composite);
  word.composites.push_back(std::move(composite));
  word.split = true;
}

void QueryReader::add_part(std::string_view stem, float share, Composite& composite) {
  Composite::Share part;
  part.share = share;
  match_stem(stem, 1, How::part, part.matches);
  match_compounds(stem, of_compound_of_part, part.matches);
  match_kin(stem, of_kin, part.matches);
  match_listed_part(std::string(stem), part.matches);
  if (!part.matches.empty()) composite.shares.push_back(std::move(part));
}

/// An unknown compound: what it shares with known words at its beginning and at its end.
void QueryReader::match_shared(QueryWord& word) {
  const Terms terms = index_->terms();
  const std::string_view whole = word.stem;
  Composite composite;
  const auto share_of = [&](std::size_t letters) {
    return of_shared_part * (0.2F + 0.8F * static_cast<float>(letters) / static_cast<float>(whole.size()));
  };
  const auto add_range = [&](std::size_t letters) {
    Composite::Share part;
    part.share = share_of(letters);
    for (const TermId term : range_) {
      part.matches.push_back({term, 0.85F, How::part});
    }
    composite.shares.push_back(std::move(part));
  };
  std::size_t first = whole.size();
  while (--first >= shortest_shared) {
    if (is_derivation(whole.substr(first))) continue;    // "kunstig" is no "kunst"
    if (whole.size() - first < shortest_rest) continue;  // "tango" is no "tang"
    if (says_little(whole.substr(0, first))) break;
    const TermId term = first_part(terms, stemmer_, whole.substr(0, first));
    if (term != no_term && may_be_shared(terms[term], whole.substr(0, first))) {
      add_part(terms[term], share_of(first), composite);
      break;
    }
    const std::string listed = listed_part(whole.substr(0, first));
    if (listed.size() >= shortest_shared) {
      add_part(listed, share_of(first), composite);
      break;
    }
    if (first == shortest_shared) continue;
    terms.beginning_with(whole.substr(0, first), most_compounds, range_);
    if (!range_.empty()) {
      add_range(first);
      break;
    }
  }
  const std::size_t taken = composite.shares.empty() ? 1 : first;
  for (std::size_t last = whole.size() - std::min(whole.size(), taken); last >= shortest_shared; --last) {
    const std::string_view end = whole.substr(whole.size() - last);
    if (whole.size() - last < shortest_shared && last < sure_of_shared) continue;  // no "fro-kost"
    if (mostly_ending(end)) break;  // "tatovering" shares "overing" with "renovering"
    if (terms.find(end) != no_term || !listed_part(end).empty()) {
      add_part(end, share_of(last), composite);
      break;
    }
    if (last <= longest_derivation || !is_prefix(whole.substr(0, whole.size() - last))) continue;
    terms.ending_with(end, most_compounds, range_);
    if (!range_.empty()) {
      add_range(last);
      break;
    }
  }
  if (!composite.shares.empty()) word.composites.push_back(std::move(composite));
}

}  // namespace store::search
