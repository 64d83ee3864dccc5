#pragma once
// The stems of a catalogue that changes a little: those of the base, those that changed tasks brought,
// without those that only replaced tasks had.
#include "store/search/vocabulary.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace store::search {

/// Reads one or two vocabularies as one. The terms of the second are numbered on from the first. A view: what
/// it is made of outlives it. Const access is thread-safe.
class Terms {
 public:
  Terms(const Vocabulary& base) : base_(&base) {}
  /// `gone` is sorted.
  Terms(const Vocabulary& base, const Vocabulary& added, const std::vector<TermId>& gone)
      : base_(&base), added_(&added), gone_(&gone) {}

  TermId find(std::string_view stem) const;
  std::string_view operator[](TermId term) const {
    return term < base_->size() ? (*base_)[term] : (*added_)[static_cast<TermId>(term - base_->size())];
  }
  bool gone(TermId term) const;

  /// Sets `out` to the first terms, at most `most`, that begin with these letters, in the order of the
  /// alphabet; or that end with them, in the order of the alphabet from the last letter on.
  void beginning_with(std::string_view letters, std::size_t most, std::vector<TermId>& out) const;
  void ending_with(std::string_view letters, std::size_t most, std::vector<TermId>& out) const;

 private:
  template <class Before>
  void merge(std::span<const TermId> base, std::span<const TermId> added, std::size_t most, Before before,
             std::vector<TermId>& out) const;

  const Vocabulary* base_;
  const Vocabulary* added_ = nullptr;
  const std::vector<TermId>* gone_ = nullptr;
};

}  // namespace store::search
