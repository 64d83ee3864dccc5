#include "store/search/known_compounds.hpp"

#include "store/text/word_hash.hpp"

namespace store::search {
namespace {

constexpr std::size_t shortest_stem = 3;  // letters
constexpr std::size_t most_kept = 8192;
constexpr std::size_t most_stems = 1024;

}  // namespace

std::size_t KnownCompounds::Hash::operator()(std::string_view stem) const {
  return static_cast<std::size_t>(hash_of_word(stem));
}

std::span<const KnownCompounds::Compound> KnownCompounds::with(const Terms& terms, std::string_view stem,
                                                               bool keep) {
  if (stem.size() < shortest_stem) return {};
  if (const auto row = rows_.find(stem); row != rows_.end())
    return std::span(kept_).subspan(row->second.first, row->second.count);
  find(terms, stem);
  if (!keep) return found_;
  if (rows_.size() == most_stems || kept_.size() + found_.size() > most_kept) forget();
  rows_.emplace(stem,
                Row{static_cast<std::uint32_t>(kept_.size()), static_cast<std::uint32_t>(found_.size())});
  kept_.insert(kept_.end(), found_.begin(), found_.end());
  return found_;
}

void KnownCompounds::find(const Terms& terms, std::string_view stem) {
  found_.clear();
  const auto add = [&](auto fit_of) {
    for (const TermId term : range_) {
      const std::string_view whole = terms[term];
      const PartFit fit = whole.size() > stem.size() ? fit_of(terms, whole, stem) : PartFit::none;
      if (fit != PartFit::none) found_.push_back({term, fit});
    }
  };
  terms.beginning_with(stem, most_compounds, range_);
  add(fit_as_first);
  terms.ending_with(stem, most_compounds, range_);
  add(fit_as_head);
}

void KnownCompounds::forget() {
  rows_.clear();
  kept_.clear();
}

}  // namespace store::search
