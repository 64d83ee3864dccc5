#include "store/search/kin.hpp"

#include "store/text/roots.hpp"

#include <algorithm>

namespace store::search {
namespace {

std::uint32_t hash_of(std::string_view letters) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char letter : letters) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x01000193U;
  return hash;
}

bool share_a_root(std::string_view a, std::string_view b) {
  const auto roots_of_a = roots_of(a);
  const auto roots_of_b = roots_of(b);
  return std::any_of(roots_of_a.begin(), roots_of_a.end(), [&](const std::string& root) {
    return !root.empty() && std::find(roots_of_b.begin(), roots_of_b.end(), root) != roots_of_b.end();
  });
}

}  // namespace

Kin::Kin(const Vocabulary& vocabulary) {
  for (TermId term = 0; term < vocabulary.size(); ++term) {
    for (const std::string& root : roots_of(vocabulary[term])) {
      if (!root.empty()) rows_.emplace_back(hash_of(root), term);
    }
  }
  std::sort(rows_.begin(), rows_.end());
}

void Kin::find(const Vocabulary& vocabulary, std::string_view stem, std::vector<TermId>& out) const {
  for (const std::string& root : roots_of(stem)) {
    if (root.empty()) continue;
    const std::uint32_t hash = hash_of(root);
    auto row = std::lower_bound(rows_.begin(), rows_.end(), std::pair{hash, TermId{0}});
    for (; row != rows_.end() && row->first == hash; ++row) {
      if (vocabulary[row->second] != stem && share_a_root(vocabulary[row->second], stem))
        out.push_back(row->second);
    }
  }
}

}  // namespace store::search
