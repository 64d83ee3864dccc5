#pragma once
// All stems of a catalogue.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace store::search {

using TermId = std::uint32_t;
inline constexpr TermId no_term = 0xFFFFFFFF;

/// The order of the alphabet from the last letter on.
bool ends_before(std::string_view a, std::string_view b);

/// Strings with numbers: added in any order, found by hash; after sort() also by how they begin and end.
/// Const access is thread-safe.
class Vocabulary {
 public:
  Vocabulary();

  /// The number of the stem, new or known.
  TermId add(std::string_view stem);
  TermId find(std::string_view stem) const;
  std::string_view operator[](TermId term) const {
    return std::string_view(letters_).substr(starts_[term], starts_[term + 1] - starts_[term]);
  }
  std::size_t size() const { return starts_.size() - 1; }

  /// Orders the terms for the two questions below; call once, after the last add().
  void sort();
  /// Terms that begin, or end, with these letters.
  std::span<const TermId> beginning_with(std::string_view letters) const;
  std::span<const TermId> ending_with(std::string_view letters) const;

 private:
  void grow();
  std::uint64_t beginning(TermId) const;
  std::uint64_t ending(TermId) const;

  std::string letters_;                   // of all terms; eight more before the first, sorted also behind
  std::vector<std::uint32_t> starts_{8};  // in the letters
  std::vector<TermId> slots_;             // open addressing; no_term is free
  std::vector<TermId> by_beginning_;
  std::vector<TermId> by_ending_;
  std::vector<bool> beginnings_;  // by a hash of three letters: false if no term begins so
  std::vector<bool> endings_;
};

}  // namespace store::search
