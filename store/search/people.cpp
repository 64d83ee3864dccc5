#include "store/search/people.hpp"

#include "store/search/typos.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <map>

namespace store::search {
namespace {

constexpr float of_genitive = 0.98F;
constexpr float of_accent = 0.92F;  // "Soren" for Søren
constexpr float of_initial = 0.6F;
constexpr float of_slip = 0.8F;
constexpr std::size_t shortest_with_slip = 3;
constexpr std::size_t longer_with_slip = 4;  // of the two words, the longer one

/// Danish letters as somebody without them on the keyboard types them.
std::string plain(std::string_view letters) {
  std::string out(letters);
  for (char& letter : out) {
    if (letter == '\xF8') letter = 'o';
    if (letter == '\xE5' || letter == '\xE6') letter = 'a';
  }
  return out;
}

/// How well the typed word fits a word of a name, 0 to 1.
float fit(std::string_view typed, std::string_view name) {
  if (typed == name) return 1;
  if (typed.size() == 1) return name.starts_with(typed) ? of_initial : 0;
  const bool genitive = typed.size() > 2 && typed.ends_with('s');
  const std::string_view bare = genitive ? typed.substr(0, typed.size() - 1) : typed;
  if (bare == name) return of_genitive;
  if (plain(typed) == plain(name) || plain(bare) == plain(name)) return of_accent;
  if (std::min(bare.size(), name.size()) < shortest_with_slip) return 0;
  if (std::max(bare.size(), name.size()) < longer_with_slip || bare.front() != name.front()) return 0;
    if (std::max(bare.size(), name.size()) == longer_with_slip && bare.size() == name.size()) return 0;  // Mads, Mats
  if (edits(typed, name, 1) == 1 || (genitive && edits(bare, name, 1) == 1)) return of_slip;
  return 0;
}

}  // namespace

PeopleIndex::PeopleIndex(const Catalogue& catalogue) {
  Words words;
  word_counts_.resize(catalogue.people().size());
  for (PersonIndex i = 0; i < catalogue.people().size(); ++i) {
    words.read(catalogue.person(i).name);
    word_counts_[i] = static_cast<std::uint8_t>(std::min<std::size_t>(words.size(), 255));
    for (std::size_t j = 0; j < words.size(); ++j) words_.push_back({std::string(words[j]), i});
  }
  std::sort(words_.begin(), words_.end(),
            [](const NameWord& a, const NameWord& b) { return a.letters < b.letters; });
}

std::vector<PersonIndex> PeopleIndex::find(std::string_view name, std::size_t limit) const {
  constexpr std::size_t most_name_words = 6;
  Words typed;
  typed.read(name);
  if (typed.size() == 0 || typed.size() > most_name_words) return {};
  std::map<PersonIndex, std::pair<float, std::size_t>> sums;  // fits of the words, and how many words fit
  for (std::size_t i = 0; i < typed.size(); ++i) {
    std::map<PersonIndex, float> best;
    std::string_view before;
    float value = 0;
    for (const NameWord& word : words_) {
      if (word.letters != before) value = store::search::fit(typed[i], word.letters);
      before = word.letters;
      if (value > 0) best[word.person] = std::max(best[word.person], value);
    }
    for (const auto& [person, fit] : best) {
      sums[person].first += fit;
      ++sums[person].second;
    }
  }
  std::vector<std::pair<float, PersonIndex>> found;
  for (const auto& [person, sum] : sums) {
    const bool initials_only = sum.first <= of_initial * static_cast<float>(sum.second);
    if (sum.second < typed.size() || initials_only) continue;
    const float whole = word_counts_[person] == typed.size() ? 0.01F : 0.0F;
    found.emplace_back(sum.first / static_cast<float>(typed.size()) + whole, person);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  // Whoever fits clearly worse is not meant.
  std::vector<PersonIndex> people;
  for (const auto& [value, person] : found) {
    if (value < found.front().first - 0.05F || people.size() == limit) break;
    people.push_back(person);
  }
  return people;
}

}  // namespace store::search
