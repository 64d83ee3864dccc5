#pragma once
// What a task has of a question by the stem alone: its word is another one ("Banner", where "bane" was
// asked).
#include "store/search/index.hpp"
#include "store/search/query.hpp"

namespace store::search {

/// Shares of the question, 0 to 1, by the weight of its words. Only titles and keywords are looked at.
struct OtherWords {
  float surely = 0;       ///< is another word
  float maybe = 0;        ///< need not be the same one
  bool as_asked = false;  ///< a word of a short stem stands in the task as it was asked
};

OtherWords other_words(const Query&, const Index&, TaskIndex);

}  // namespace store::search
