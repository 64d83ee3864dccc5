#include "store/search/vocabulary.hpp"

#include "store/text/word_hash.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <utility>

namespace store::search {
namespace {

std::size_t hash_of(std::string_view letters) {
  return static_cast<std::size_t>(hash_of_word(letters));
}

constexpr std::size_t letters_of_part = 3;
constexpr unsigned part_bits = 14;

constexpr std::size_t at_once = sizeof(std::uint64_t);  // letters that are compared as one number

/// The first so many letters of a number.
std::uint64_t only(std::size_t letters) {
  return letters >= at_once ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> (8 * letters));
}

std::uint64_t as_beginning(std::uint64_t letters) {
  return __builtin_bswap64(letters);
}

/// The last letter counts most; letters are compared as char, which has a sign.
std::uint64_t as_ending(std::uint64_t letters) {
  return letters ^ 0x8080808080808080ULL;
}

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

Vocabulary::Vocabulary() : letters_(at_once, '\0'), slots_(1024, no_term) {}

/// The first letters of a term, or the last ones, as numbers that are in the order of the alphabet.
std::uint64_t Vocabulary::beginning(TermId term) const {
  const std::size_t size = starts_[term + 1] - starts_[term];
  return as_beginning(read_number<std::uint64_t>(letters_.data() + starts_[term])) & only(size);
}
std::uint64_t Vocabulary::ending(TermId term) const {
  const std::size_t size = starts_[term + 1] - starts_[term];
  return as_ending(read_number<std::uint64_t>(letters_.data() + starts_[term + 1] - at_once)) & only(size);
}

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
  letters_.append(at_once, '\0');  // so that eight letters can be read anywhere
  std::vector<std::pair<std::uint64_t, TermId>> rows(size());
  const auto order = [&](auto number_of, auto before, std::vector<TermId>& ordered) {
    for (TermId term = 0; term < size(); ++term) rows[term] = {number_of(term), term};
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : before((*this)[a.second], (*this)[b.second]);
    });
    ordered.resize(size());
    std::transform(rows.begin(), rows.end(), ordered.begin(), [](const auto& row) { return row.second; });
  };
  order([this](TermId term) { return beginning(term); }, std::less<>(), by_beginning_);
  order([this](TermId term) { return ending(term); }, ends_before, by_ending_);
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
  std::array<char, at_once> some{};
  letters.copy(some.data(), at_once);
  const std::uint64_t number = as_beginning(read_number<std::uint64_t>(some.data()));
  const bool more = letters.size() > at_once;
  const auto number_of = [&](TermId term) { return beginning(term) & only(letters.size()); };
  const auto before = [&](TermId term) {
    const std::uint64_t here = number_of(term);
    return here != number ? here < number : more && (*this)[term].substr(0, letters.size()) < letters;
  };
  const auto is_among = [&](TermId term) {
    return number_of(term) == number && (!more || (*this)[term].starts_with(letters));
  };
  const auto first = std::partition_point(by_beginning_.begin(), by_beginning_.end(), before);
  const auto last = end_of_few(first, by_beginning_.end(), is_among);
  return {first, last};
}

std::span<const TermId> Vocabulary::ending_with(std::string_view letters) const {
  if (letters.size() >= letters_of_part &&
      !endings_[place_of(letters.substr(letters.size() - letters_of_part))])
    return {};
  std::array<char, at_once> some{};
  const std::size_t count = std::min(letters.size(), at_once);
  letters.copy(some.data() + (at_once - count), count, letters.size() - count);
  const std::uint64_t number = as_ending(read_number<std::uint64_t>(some.data())) & only(count);
  const auto number_of = [&](TermId term) { return ending(term) & only(count); };
  const auto before = [&](TermId term) {
    const std::uint64_t here = number_of(term);
    if (here != number) return here < number;
    const std::string_view whole = (*this)[term];
    return ends_before(whole.substr(whole.size() - std::min(whole.size(), letters.size())), letters);
  };
  const auto is_among = [&](TermId term) {
    return number_of(term) == number && (*this)[term].ends_with(letters);
  };
  const auto first = std::partition_point(by_ending_.begin(), by_ending_.end(), before);
  const auto last = end_of_few(first, by_ending_.end(), is_among);
  return {first, last};
}

}  // namespace store::search
