#pragma once
// How much of a question a task says itself.
#include "store/search/index.hpp"
#include "store/search/query.hpp"

namespace store::search {

/// The weight of the words that stand in the task at least nearly as they were asked, of the weight of all
/// words, 0 to 1. Relatives, what a word is about, and single parts of compounds don't count.
float share_said(const Query&, const Index&, TaskIndex);

/// True if every word stands there, at least as a part of a compound, or has another name in the word lists.
bool says_all(const Query&, const Index&, TaskIndex);

}  // namespace store::search
