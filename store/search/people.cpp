#include "store/search/people.hpp"

#include "store/text/words.hpp"

#include <algorithm>
#include <string>

namespace store::search {
namespace {

constexpr float of_genitive = 0.98F;
constexpr float of_accent = 0.92F;  // "Soren" for Søren
constexpr float of_initial = 0.6F;
constexpr float of_slip = 0.8F;
constexpr float clearly_worse = 0.05F;
constexpr float of_whole_name = 0.01F;  // breaks ties
constexpr std::size_t shortest_with_slip = 3;
constexpr std::size_t longer_with_slip = 4;  // of the two words, the longer one
constexpr std::size_t most_words = 6;
constexpr std::size_t most_with_initials = 50'000;  // people

/// A Danish letter as somebody types it who has none on the keyboard.
char plain(char letter) {
  return letter == '\xF8' ? 'o' : letter == '\xE5' || letter == '\xE6' ? 'a' : letter;
}

/// Where words stand that begin like this one.
std::size_t place_of(std::string_view word) {
  return static_cast<unsigned char>(plain(word.front()));
}

std::uint64_t length_bit(std::size_t letters) {
  return std::uint64_t{1} << std::min<std::size_t>(letters, 63);
}

bool are_plainly_equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char one, char other) { return plain(one) == plain(other); });
}

/// Two or three capitals of the Danish alphabet and nothing else.
bool in_capitals(std::string_view name) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < name.size(); ++i, ++letters) {
    const auto rest = name.substr(i);
    if (name[i] >= 'A' && name[i] <= 'Z') continue;
    if (!rest.starts_with("\xC3\x86") && !rest.starts_with("\xC3\x98") && !rest.starts_with("\xC3\x85"))
      return false;
    ++i;
  }
  return letters == 2 || letters == 3;
}

std::string_view without_genitive(std::string_view typed) {
  return typed.size() > 2 && typed.ends_with('s') ? typed.substr(0, typed.size() - 1) : typed;
}

/// How well the typed word fits a word of a name, 0 to 1.
float fit(std::string_view typed, std::string_view name) {
  if (typed == name) return 1;
  const std::string_view bare = without_genitive(typed);
  if (bare == name) return of_genitive;
  if (are_plainly_equal(typed, name) || are_plainly_equal(bare, name)) return of_accent;
  const std::size_t shorter = std::min(bare.size(), name.size());
  const std::size_t longer = std::max(bare.size(), name.size());
  const bool too_short = shorter < shortest_with_slip || longer < longer_with_slip;
  const bool short_alike = shorter == longer && longer == longer_with_slip;  // Mads, Mats
  if (too_short || short_alike || bare.front() != name.front()) return 0;
  return edits(typed, name, 1) == 1 || edits(bare, name, 1) == 1 ? of_slip : 0;
}

Vocabulary words_of_names(const Catalogue& catalogue) {
  Vocabulary vocabulary;
  Words words;
  for (const Person& person : catalogue.people()) {
    words.read(person.name);
    for (std::size_t i = 0; i < words.size(); ++i) vocabulary.add(words[i]);
  }
  vocabulary.sort();
  return vocabulary;
}

}  // namespace

PeopleIndex::PeopleIndex(const Catalogue& catalogue)
    : words_(words_of_names(catalogue)), typos_(words_), starts_(words_.size() + 1, 0) {
  for (TermId term = 0; term < words_.size(); ++term)
    lengths_[place_of(words_[term])] |= length_bit(words_[term].size());
  // Counted first, then put in their places: no second copy at a million.
  Words words;
  std::vector<TermId> terms;
  const auto for_each_person = [&](auto visit) {
    for (PersonIndex i = 0; i < catalogue.people().size(); ++i) {
      words.read(catalogue.person(i).name);
      terms.clear();
      for (std::size_t j = 0; j < words.size(); ++j) {
        const TermId term = words_.find(words[j]);
        if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
      }
      visit(i);
    }
  };
  const bool few = catalogue.people().size() <= most_with_initials;
  word_counts_.reserve(catalogue.people().size());
  for_each_person([&](PersonIndex person) {
    word_counts_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(words.size(), 255)));
    for (const TermId term : terms) ++starts_[term + 1];
    std::string initials;
    for (std::size_t i = 0; i < words.size(); ++i) initials += words[i].front();
    if (few && !catalogue.person(person).contact_point) initials_.emplace_back(std::move(initials), person);
  });
  std::sort(initials_.begin(), initials_.end());
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  people_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for_each_person([&](PersonIndex person) {
    for (const TermId term : terms) people_[next[term]++] = person;
  });
}

std::vector<PersonIndex> PeopleIndex::with_initials(std::string_view typed, std::size_t limit) const {
  std::vector<PersonIndex> people;
  auto row =
      std::lower_bound(initials_.begin(), initials_.end(), typed,
                       [](const auto& known, std::string_view wanted) { return known.first < wanted; });
  for (; row != initials_.end() && row->first == typed && people.size() < limit; ++row)
    people.push_back(row->second);
  return people;
}

/// False if no word of a name can fit: none begins so and is about as long.
bool PeopleIndex::may_name(std::string_view typed) const {
  const std::uint64_t lengths = lengths_[place_of(typed)];
  for (std::size_t letters = without_genitive(typed).size() - 1; letters <= typed.size() + 1; ++letters)
    if ((lengths & length_bit(letters)) != 0) return true;
  return false;
}

PeopleIndex::Fits PeopleIndex::people_with(std::string_view typed) const {
  std::vector<std::pair<TermId, float>> terms;
  if (typed.size() == 1) {
    for (const TermId term : words_.beginning_with(typed)) terms.emplace_back(term, of_initial);
  } else if (may_name(typed)) {
    std::vector<TermId> candidates;
    const TermId exact = words_.find(typed);
    const TermId bare = words_.find(without_genitive(typed));
    if (exact != no_term) candidates.push_back(exact);
    if (bare != no_term && bare != exact) candidates.push_back(bare);
    if (candidates.empty()) typos_.candidates(typed, candidates);
    for (const TermId term : candidates) terms.emplace_back(term, fit(typed, words_[term]));
  }
  std::erase_if(terms, [](const auto& term) { return term.second == 0; });
  std::size_t room = 0;
  for (const auto& [term, value] : terms) room += starts_[term + 1] - starts_[term];
  Fits fits;
  fits.reserve(room);
  for (const auto& [term, value] : terms) {
    for (std::uint32_t i = starts_[term]; i < starts_[term + 1]; ++i) fits.emplace_back(people_[i], value);
  }
  if (terms.size() == 1) return fits;  // those of one word stand in their order, each once
  // The best fit of each person.
  std::sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  });
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  fits.erase(std::unique(fits.begin(), fits.end(), same), fits.end());
  return fits;
}

std::vector<PersonIndex> PeopleIndex::find(std::string_view name, std::size_t limit) const {
  thread_local Words typed;
  typed.read(name);
  if (typed.size() == 0 || typed.size() > most_words) return {};
  Fits sums = people_with(typed[0]);
  bool initials_only = typed[0].size() == 1;
  for (std::size_t i = 1; i < typed.size() && !sums.empty(); ++i) {
    initials_only = initials_only && typed[i].size() == 1;
    const Fits more = people_with(typed[i]);
    Fits both;
    for (const auto& [person, sum] : sums) {
      const auto row = std::lower_bound(more.begin(), more.end(), person,
                                        [](const auto& fit, PersonIndex index) { return fit.first < index; });
      if (row != more.end() && row->first == person) both.emplace_back(person, sum + row->second);
    }
    sums = std::move(both);
  }
  if (sums.empty() && typed.size() == 1 && in_capitals(name)) return with_initials(typed[0], limit);
  if (sums.empty() || initials_only) return {};
  for (auto& [person, sum] : sums) {
    sum = sum / static_cast<float>(typed.size()) + (word_counts_[person] == typed.size() ? of_whole_name : 0);
  }
  // A common name fits hundreds, of whom a few are wanted.
  const auto end = sums.begin() + static_cast<std::ptrdiff_t>(std::min(limit, sums.size()));
  std::partial_sort(sums.begin(), end, sums.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::vector<PersonIndex> people;
  for (auto fit = sums.begin(); fit != end && fit->second >= sums.front().second - clearly_worse; ++fit)
    people.push_back(fit->first);
  return people;
}

}  // namespace store::search
