#include "store/search/terms.hpp"

#include <algorithm>

namespace store::search {

TermId Terms::find(std::string_view stem) const {
  const TermId known = base_->find(stem);
  if (known != no_term) return gone(known) ? no_term : known;
  const TermId added = added_ == nullptr ? no_term : added_->find(stem);
  return added == no_term ? no_term : static_cast<TermId>(base_->size() + added);
}

bool Terms::gone(TermId term) const {
  return gone_ != nullptr && std::binary_search(gone_->begin(), gone_->end(), term);
}

template <class Before>
void Terms::merge(std::span<const TermId> base, std::span<const TermId> added, std::size_t most,
                  Before before, std::vector<TermId>& out) const {
  out.clear();
  auto next = base.begin();
  auto next_added = added.begin();
  while (out.size() < most && (next != base.end() || next_added != added.end())) {
    const bool from_base =
        next_added == added.end() || (next != base.end() && before((*base_)[*next], (*added_)[*next_added]));
    if (!from_base) {
      out.push_back(static_cast<TermId>(base_->size() + *next_added++));
    } else if (!gone(*next++)) {
      out.push_back(*(next - 1));
    }
  }
}

void Terms::beginning_with(std::string_view letters, std::size_t most, std::vector<TermId>& out) const {
  merge(
      base_->beginning_with(letters),
      added_ == nullptr ? std::span<const TermId>{} : added_->beginning_with(letters), most,
      [](std::string_view a, std::string_view b) { return a < b; }, out);
}

void Terms::ending_with(std::string_view letters, std::size_t most, std::vector<TermId>& out) const {
  merge(base_->ending_with(letters),
        added_ == nullptr ? std::span<const TermId>{} : added_->ending_with(letters), most, ends_before, out);
}

}  // namespace store::search
