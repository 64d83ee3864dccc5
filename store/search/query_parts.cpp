// Words of the question that are compounds, taken apart.
#include "store/search/compounds.hpp"
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace store::search {

void QueryReader::match_split(QueryWord& word) {
  std::vector<std::string> parts;
  if (!split_compound(index_->terms(), stemmer_, word.stem, parts)) return match_shared(word);
  Composite composite;
  const auto weight_of_part = [this](const std::string& part) {
    return static_cast<float>(part.size()) * index_->rarity_of(index_->terms().find(part));
  };
  float all = 0;
  for (const std::string& part : parts) all += weight_of_part(part);
  for (const std::string& part : parts) add_part(part, of_split * weight_of_part(part) / all, composite);
  word.composites.push_back(std::move(composite));
  word.split = true;
  match_alike(word, parts.front().size());
}

void QueryReader::add_part(std::string_view stem, float share, Composite& composite) {
  Composite::Share part;
  part.share = share;
  match_stem(stem, 1, How::part, part.matches);
  match_compounds(stem, of_compound_of_part, part.matches);
  match_kin(stem, of_kin, part.matches);
  match_listed_part(std::string(stem), part.matches);
  if (!part.matches.empty()) composite.shares.push_back(std::move(part));
}

}  // namespace store::search
