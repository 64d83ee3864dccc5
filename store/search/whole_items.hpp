#pragma once
// Whether a word is all that a task is about, or only a part of something narrower.
#include "store/catalogue.hpp"
#include "store/search/query.hpp"
#include "store/search/terms.hpp"

namespace store::search {

/// True if the task has the word in titles and keywords only as a part of something narrower: "flag" in "blå
/// flag", "budget" in "Decentrale budgetter". Not so if one of them is the word, or a list of which it is one
/// item ("Pas og kørekort"), or says what is done with it ("Bekæmpelse af rotter").
bool is_only_a_part(const Catalogue&, const Terms&, TaskIndex, const QueryWord&);

/// True if the word is such a title, keyword or item of a list.
bool is_whole_item(const Catalogue&, const Terms&, TaskIndex, const QueryWord&);

}  // namespace store::search
