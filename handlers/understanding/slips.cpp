#include "handlers/understanding/slips.hpp"

#include "handlers/understanding/patterns.hpp"
#include "store/search/typos.hpp"
#include "store/text/word_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace handlers::understanding {
namespace {

constexpr std::size_t shortest = 7;
constexpr std::size_t shortest_typed = 6;
constexpr std::size_t longest = 24;

/// The word, and the word without each of its letters but the first.
template <class Visit>
void each_shortened(std::string_view word, const Visit& visit) {
  constexpr std::uint32_t base = 0x9E3779B1U;
  std::array<std::uint32_t, longest + 1> before{};  // hash of the first n letters
  std::array<std::uint32_t, longest + 1> power{1};
  for (std::size_t i = 0; i < word.size(); ++i) {
    before[i + 1] = before[i] * base + static_cast<unsigned char>(word[i]) + 1;
    power[i + 1] = power[i] * base;
  }
  const std::uint32_t whole = before[word.size()];
  visit(whole);
  for (std::size_t i = 1; i < word.size(); ++i) {
    const std::size_t after = word.size() - i - 1;
    visit(before[i] * power[after] + whole - before[i + 1] * power[after]);
  }
}

constexpr unsigned place_bits = 17;

std::size_t place_of(std::uint32_t hash) {
  return (hash * 0x9E3779B1U) >> (32 - place_bits);
}

/// Little words as they are spoken, and as hurried fingers type them. They are too short for slips to be
/// found.
constexpr std::pair<std::string_view, std::string_view> little_words[] = {
    {"gi", "giv"},     {"gir", "giver"},    {"noen", "nogen"}, {"noet", "noget"}, {"osse", "ogs\xE5"},
    {"hwem", "hvem"},  {"gyer", "g\xF8re"}, {"mi", "min"},     {"hva", "hvad"},   {"hvd", "hvad"},
    {"hvda", "hvad"},  {"ka", "kan"},       {"ku", "kunne"},   {"sku", "skulle"}, {"ska", "skal"},
    {"m\xE6", "mig"},  {"d\xE6", "dig"},    {"s\xE6", "sig"},  {"si", "sige"},    {"ta", "tager"},
    {"bout", "about"}, {"pls", "please"},   {"plz", "please"}, {"ik", "ikke"},    {"ikk", "ikke"},
    {"kem", "hvem"},   {"hv\xE6m", "hvem"}, {"vem", "hvem"},   {"hvm", "hvem"},   {"hvme", "hvem"},
    {"hevm", "hvem"},  {"vhem", "hvem"},    {"hvemm", "hvem"}, {"hven", "hvem"},  {"hvrm", "hvem"},
    {"whos", "who"},   {"woh", "who"},      {"hwo", "who"},    {"wich", "which"}, {"wht", "what"}};

std::string_view little_word_meant_by(std::string_view letters) {
  static const auto meant_by = [] {
    store::WordTable<std::string_view> table;
    for (const auto& [typed, meant] : little_words) table[typed] = meant;
    return table;
  }();
  const auto* const meant = meant_by.find(letters);
  return meant == nullptr ? std::string_view() : *meant;
}

bool may_slip(std::string_view word) {
  return word.size() >= shortest && word.size() <= longest;
}

}  // namespace

Slips::Slips(std::vector<std::string> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  for (std::uint32_t index = 0; index < words_.size(); ++index) {
    if (!may_slip(words_[index])) continue;
    each_shortened(words_[index], [&](std::uint32_t hash) { shortened_.emplace_back(hash, index); });
  }
  std::sort(shortened_.begin(), shortened_.end());
  may_be_.resize(std::size_t{1} << place_bits);
  for (const auto& [hash, word] : shortened_) may_be_[place_of(hash)] = true;
}

std::string_view Slips::meant_by(std::string_view word) const {
  if (word.size() < shortest_typed || word.size() > longest) return {};
  if (std::binary_search(words_.begin(), words_.end(), word)) return word;
  std::string_view meant;
  each_shortened(word, [&](std::uint32_t hash) {
    if (!may_be_[place_of(hash)]) return;
    auto row = std::lower_bound(shortened_.begin(), shortened_.end(),
                                std::pair<std::uint32_t, std::uint32_t>(hash, 0));
    for (; meant.empty() && row != shortened_.end() && row->first == hash; ++row) {
      const std::string& known = words_[row->second];
      if (known.starts_with(word) || word.starts_with(known)) continue;  // another form of it
      if (known.front() == word.front() && store::search::edits(word, known, 1) <= 1) meant = known;
    }
  });
  return meant;
}

void correct_slips(Message& message, const store::Finder& finder) {
  static const Slips slips = [] {
    auto words = Patterns::all().words();
    const auto more = lexicon_words();
    words.insert(words.end(), more.begin(), more.end());
    return Slips(std::move(words));
  }();
  // "Hvem har burgere": the only word that names something is no slip of one that says nothing ("borgere").
  const auto names = std::count_if(message.words.begin(), message.words.end(),
                                   [](const MessageWord& word) { return word.kind == WordKind::topic; });
  for (MessageWord& word : message.words) {
    if (const auto meant = little_word_meant_by(word.letters); !meant.empty()) word.read_as(meant);
    if (word.kind != WordKind::topic || word.hyphenated) continue;
    const std::string_view meant = slips.meant_by(word.letters);
    if (meant.empty() || meant == word.letters || finder.knows_word(word.letters)) continue;
    if (names == 1 && message.words.size() > 1 && ListedWord(meant).kind() == WordKind::filler) continue;
    word.read_as(meant);
    word.corrected = true;
  }
}

}  // namespace handlers::understanding
