#pragma once
#include "store/search/finder.hpp"
#include "store/search/index.hpp"
#include "store/search/query.hpp"

#include <vector>

namespace store::search {

/// For each word of the question that the task satisfies: the best word of the task, its field, and how it
/// matched.
std::vector<MatchedWord> explain(const Query&, const Index&, const Catalogue&, TaskIndex);

}  // namespace store::search
