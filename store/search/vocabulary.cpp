#include "store/search/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace store::search {
namespace {

std::size_t hash_of(std::string_view letters) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char letter : letters) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}

constexpr std::size_t letters_of_part = 3;
constexpr unsigned part_bits = 14;

/// Where it is noted that some term begins, or ends, with these three letters.
std::size_t place_of(std::string_view three) {
  std::uint32_t letters = 0;
  for (const char letter : three) letters = letters << 8 | static_cast<unsigned char>(letter);
  return (letters * 0x9E3779B1U) >> (32 - part_bits);
}

/// The end of those that `is_among` says yes to, which stand at the beginning and are few.
template <class Row, class IsAmong>
Row end_of_few(Row first, Row end, IsAmong is_among) {
  std::ptrdiff_t step = 1;
  while (step < end - first && is_among(*(first + step))) step *= 2;
  return std::partition_point(first + step / 2, first + std::min(step, end - first), is_among);
}

}  // namespace

bool ends_before(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

Vocabulary::Vocabulary() : slots_(1024, no_term) {}

TermId Vocabulary::find(std::string_view stem) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(stem) & mask; slots_[at] != no_term; at = (at + 1) & mask) {
    if ((*this)[slots_[at]] == stem) return slots_[at];
  }
  return no_term;
}

TermId Vocabulary::add(std::string_view stem) {
  const TermId known = find(stem);
  if (known != no_term) return known;
  const auto term = static_cast<TermId>(size());
  letters_ += stem;
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  if (size() * 2 > slots_.size()) {
    grow();
  } else {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(stem) & mask;
    while (slots_[at] != no_term) at = (at + 1) & mask;
    slots_[at] = term;
  }
  return term;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, no_term);
  const std::size_t mask = slots_.size() - 1;
  for (TermId term = 0; term < size(); ++term) {
    std::size_t at = hash_of((*this)[term]) & mask;
    while (slots_[at] != no_term) at = (at + 1) & mask;
    slots_[at] = term;
  }
}

void Vocabulary::sort() {
  by_beginning_.resize(size());
  std::iota(by_beginning_.begin(), by_beginning_.end(), TermId{0});
  by_ending_ = by_beginning_;
  std::sort(by_beginning_.begin(), by_beginning_.end(),
            [this](TermId a, TermId b) { return (*this)[a] < (*this)[b]; });
  std::sort(by_ending_.begin(), by_ending_.end(),
            [this](TermId a, TermId b) { return ends_before((*this)[a], (*this)[b]); });
  for (auto* parts : {&beginnings_, &endings_}) parts->assign(std::size_t{1} << part_bits, false);
  for (TermId term = 0; term < size(); ++term) {
    const std::string_view whole = (*this)[term];
    if (whole.size() < letters_of_part) continue;
    beginnings_[place_of(whole.substr(0, letters_of_part))] = true;
    endings_[place_of(whole.substr(whole.size() - letters_of_part))] = true;
  }
}

std::span<const TermId> Vocabulary::beginning_with(std::string_view letters) const {
  if (letters.size() >= letters_of_part && !beginnings_[place_of(letters.substr(0, letters_of_part))])
    return {};
  const auto part = [this, letters](TermId term) { return (*this)[term].substr(0, letters.size()); };
  const auto first = std::partition_point(by_beginning_.begin(), by_beginning_.end(),
                                          [&](TermId term) { return part(term) < letters; });
  const auto last =
      end_of_few(first, by_beginning_.end(), [&](TermId term) { return part(term) == letters; });
  return {first, last};
}

std::span<const TermId> Vocabulary::ending_with(std::string_view letters) const {
  if (letters.size() >= letters_of_part &&
      !endings_[place_of(letters.substr(letters.size() - letters_of_part))])
    return {};
  const auto part = [this, letters](TermId term) {
    const std::string_view whole = (*this)[term];
    return whole.substr(whole.size() - std::min(whole.size(), letters.size()));
  };
  const auto first = std::partition_point(by_ending_.begin(), by_ending_.end(),
                                          [&](TermId term) { return ends_before(part(term), letters); });
  const auto last = end_of_few(first, by_ending_.end(), [&](TermId term) { return part(term) == letters; });
  return {first, last};
}

}  // namespace store::search
