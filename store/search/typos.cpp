#include "store/search/typos.hpp"

#include "store/text/stems.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <string>

namespace store::search {
namespace {

constexpr std::size_t shortest_stem = 4;
constexpr std::size_t shortest_with_other_first = 7;  // letters; people rarely miss the first one
constexpr std::size_t longest_word = 40;    // of longer ones nobody knows the spelling; also bounds the work
constexpr std::size_t longest_ending = 6;   // "elserne" with its first letters belonging to the stem
constexpr std::size_t longest_of_name = 1;  // the genitive

constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
constexpr auto power = [] {
  std::array<std::uint64_t, longest_word + 2> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * base;
  return powers;
}();

/// By number of letters: a hash of so many first letters of a word.
using Beginnings = std::array<std::uint64_t, longest_word + 2>;
void hash_beginnings(std::string_view word, Beginnings& before) {
  before[0] = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    before[i + 1] = before[i] * base + static_cast<unsigned char>(word[i]) + 1;
}

/// Calls visit(hash) for the word and for the word without each of its letters.
template <class Visit>
void for_each_remainder(std::string_view word, const Beginnings& before, Visit visit) {
  const std::uint64_t whole = before[word.size()];
  const auto mixed = [](std::uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93ULL;
    return hash;
  };
  visit(mixed(whole));
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;  // gives the same word
    const std::size_t after = word.size() - i - 1;
    const std::uint64_t tail = whole - before[i + 1] * power[after];
    visit(mixed(before[i] * power[after] + tail));
  }
}

/// With aa, ae and oe for the Danish letters, as they are typed without a Danish keyboard, so that a slip
/// among those letters
/// ("mieller" for "moeller") is one slip, and so is the letter without its stroke ("moller").
std::string spelled_out(std::string_view letters) {
  std::string out(2 * letters.size(), '\0');
  std::size_t size = 0;
  for (const char letter : letters) {
    const bool danish = letter == '\xE5' || letter == '\xE6' || letter == '\xF8';
    out[size++] = !danish ? letter : letter == '\xF8' ? 'o' : 'a';
    if (danish) out[size++] = letter == '\xE5' ? 'a' : 'e';
  }
  out.resize(size);
  return out;
}

/// The first two letters of what is spelled out.
std::array<char, 2> spelled_beginning(std::string_view stem) {
  switch (stem[0]) {
    case '\xE5':
      return {'a', 'a'};
    case '\xE6':
      return {'a', 'e'};
    case '\xF8':
      return {'o', 'e'};
    default:
      return {stem[0], stem[1] == '\xF8' ? 'o' : stem[1] == '\xE5' || stem[1] == '\xE6' ? 'a' : stem[1]};
  }
}

bool has_danish_letters(std::string_view letters) {
  return std::any_of(letters.begin(), letters.end(),
                     [](char letter) { return letter == '\xE5' || letter == '\xE6' || letter == '\xF8'; });
}

bool indexed(std::string_view stem) {
  return stem.size() >= shortest_stem && stem.size() <= longest_word;
}

/// A short stem as its longer forms have it: "rotter" has the stem "rot".
std::string doubled(std::string_view stem) {
  static constexpr std::string_view vowels = "aeiouy\xE5\xE6\xF8";
  std::string longer(stem);
  if (stem.size() == shortest_stem - 1 && vowels.find(stem.back()) == vowels.npos) longer += stem.back();
  return longer;
}

/// One slip in all, in the stem or in the ending.
bool one_slip(std::string_view word, std::string_view stem) {
  if (2 * stem.size() < word.size()) return false;  // too little of the word is the stem
  const std::size_t shortest = stem.size() > 1 ? stem.size() - 1 : 1;
  for (std::size_t cut = shortest; cut <= std::min(word.size(), stem.size() + 1); ++cut) {
    std::string_view ending = word.substr(cut);
    const int slips = edits(word.substr(0, cut), stem, 1);
    if (slips > 1) continue;
    const bool doubled = ending.size() > 1 && ending.front() == word[cut - 1];  // tilbud-d-et
    if (is_danish_ending(ending) || (doubled && is_danish_ending(ending.substr(1)))) return true;
    if (slips == 0 && ending.size() <= longest_ending) {
      for (std::size_t left = 0; left < ending.size(); ++left) {  // a letter too many in the ending
        std::string without(ending);
        without.erase(left, 1);
        if (is_danish_ending(without)) return true;
        std::string swapped(ending);
        if (left + 1 < ending.size()) std::swap(swapped[left], swapped[left + 1]);
        if (is_danish_ending(swapped)) return true;
      }
    }
  }
  return false;
}

/// False if no slip can make the one of the other: both of their first letters differ.
bool may_begin_alike(std::string_view word, std::string_view stem) {
  if (stem.front() != word.front() && word.size() < shortest_with_other_first) return false;
  return word[0] == stem[0] || word[1] == stem[1] || word[0] == stem[1] || word[1] == stem[0];
}

bool may_be_mistyped(std::string_view word, std::string_view stem) {
  if (word.size() < shortest_mistyped || stem.size() < shortest_stem) return false;
  return may_begin_alike(word, stem) && one_slip(word, stem);
}

void keep_each_once(std::vector<TermId>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

/// At most one edit: what is left between the same beginning and the same ending tells.
bool at_most_one_edit(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() > b.size() + 1) return false;
  const auto differ = std::mismatch(b.begin(), b.end(), a.begin());
  const auto same = static_cast<std::size_t>(differ.first - b.begin());
  if (same == b.size()) return true;
  if (a.size() != b.size()) return a.substr(same + 1) == b.substr(same);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

}  // namespace

int edits(std::string_view a, std::string_view b, int limit) {
  if (a.size() > longest_word || b.size() > longest_word) return a == b ? 0 : limit + 1;
  if (limit == 1) return a == b ? 0 : at_most_one_edit(a, b) ? 1 : 2;
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
  std::array<std::array<int, longest_word + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  return edits(a, b, 1) <= 1 || edits(spelled_out(a), spelled_out(b), 1) <= 1;
}

TypoIndex::TypoIndex(const Vocabulary& vocabulary) {
  Beginnings before;
  const auto for_each_entry = [&](auto visit) {
    const auto add_remainders = [&](std::string_view stem, auto add) {
      if (!indexed(stem)) return;
      hash_beginnings(stem, before);
      for_each_remainder(stem, before, add);
    };
    for (TermId term = 0; term < vocabulary.size(); ++term) {
      const std::string stem = doubled(vocabulary[term]);
      const auto add = [&](std::uint64_t hash) { visit(hash, term); };
      add_remainders(stem, add);
      if (!has_danish_letters(stem)) continue;
      add_remainders(spelled_out(stem), add);
    }
  };
  std::size_t entries = 1;
  for (TermId term = 0; term < vocabulary.size(); ++term) entries += vocabulary[term].size() + 2;
  const auto bits = static_cast<unsigned>(std::bit_width(entries));
  shift_ = 64 - bits;
  starts_.assign((std::size_t{1} << bits) + 1, 0);
  for_each_entry([this](std::uint64_t hash, TermId) { ++starts_[(hash >> shift_) + 1]; });
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  terms_.resize(starts_.back());
  std::vector<std::uint32_t> at(starts_.begin(), starts_.end() - 1);
  for_each_entry([&](std::uint64_t hash, TermId term) { terms_[at[hash >> shift_]++] = term; });
}

void TypoIndex::collect(std::string_view word, std::size_t ending, std::vector<TermId>& out) const {
  if (word.size() > longest_word) return;
  const std::size_t shortest = std::max(shortest_stem - 1, word.size() - std::min(word.size(), ending));
  Beginnings before;
  hash_beginnings(word, before);
  for (std::size_t cut = shortest; cut <= word.size(); ++cut) {
    for_each_remainder(word.substr(0, cut), before, [&](std::uint64_t hash) {
      const std::size_t bucket = hash >> shift_;
      for (std::uint32_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) out.push_back(terms_[i]);
    });
  }
}

void TypoIndex::candidates(std::string_view word, std::vector<TermId>& out) const {
  out.clear();
  collect(word, longest_of_name, out);
  if (has_danish_letters(word)) collect(spelled_out(word), longest_of_name, out);
  keep_each_once(out);
}

void TypoIndex::find(const Vocabulary& vocabulary, std::string_view word, std::vector<TermId>& out) const {
  out.clear();
  const bool danish = has_danish_letters(word);
  const std::string spelled = spelled_out(word);
  collect(word, longest_ending + 1, out);
  if (danish) collect(spelled, longest_ending + 1, out);
  // Most of them have nothing but a bucket in common with the word.
  std::erase_if(out, [&](TermId term) {
    const std::string_view stem = vocabulary[term];
    if (may_begin_alike(word, stem)) return false;
    const auto beginning = spelled_beginning(stem);
    return !may_begin_alike(spelled, {beginning.data(), beginning.size()});
  });
  keep_each_once(out);
  std::erase_if(out, [&](TermId term) {
    if (vocabulary[term].size() > spelled.size() + 1) return true;  // longer than any form of the word
    const std::string stem = doubled(vocabulary[term]);
    if (may_be_mistyped(word, stem)) return false;
    if (has_danish_letters(stem)) return !may_be_mistyped(spelled, spelled_out(stem));
    return !danish || !may_be_mistyped(spelled, stem);
  });
}

}  // namespace store::search
