#pragma once
// Tasks that a story is about, where its words name none.
#include "store/search/finder.hpp"

#include <string_view>
#include <vector>

namespace handlers::understanding {

/// True if the text is rather like what is no matter of a municipality: small talk, general knowledge, what
/// is said to a colleague.
bool is_no_matter(std::string_view text, store::Spoken);

/// Of what share of a message on a topic was only picked out of it.
inline constexpr float most_picked_out = 0.35F;

/// Lets a story speak where words leave a choice or find nothing. It never makes an answer sure, and leaves
/// one alone that is, unless the topic was picked out of a story that clearly tells of something else.
/// `share`: how much of the message the topic is, 0 to 1. True if the words say little of what is the best
/// task now.
bool add_stories(store::Found&, const std::vector<store::TaskHit>& told, float share);

}  // namespace handlers::understanding
