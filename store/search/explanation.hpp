#pragma once
#include "store/search/finder.hpp"
#include "store/search/index.hpp"
#include "store/search/query.hpp"

#include <string_view>
#include <vector>

namespace store::search {

/// For each word of the question that the task satisfies: the best word of the task, its field, and how it
/// matched.
std::vector<MatchedWord> explain(const Query&, const Index&, const Catalogue&, TaskIndex);

/// True if a word of the task, as it is written there, is at most one slip away.
bool has_nearly(const Catalogue&, TaskIndex, std::string_view letters);

}  // namespace store::search
