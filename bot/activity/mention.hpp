#pragma once
// From the text as Teams sends it to the words that the person wrote.
#include "bot/activity/activity.hpp"
#include "handlers/turn.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bot::activity {

struct PlainText {
  std::string text;
  std::vector<handlers::Mention> mentions;  ///< of others, each person once
};

/// - The text of each mention entity is replaced wherever it occurs: nothing for `own_id`, the name for
/// others. Tags that
///   no entity names were written by the user and stay.
/// - HTML entities are decoded once (&amp; &lt; &gt; &quot; &apos; &nbsp; and numeric ones); unknown ones
/// stay.
/// - Spaces of any kind become one space, zero-width marks and control characters go, line breaks become
/// "\n", and nothing
///   stands before the first or after the last word. Zero-width joiners stay: emoji need them.
PlainText plain_text(std::string_view text, const std::vector<MentionEntity>& mentions,
                     std::string_view own_id);

}  // namespace bot::activity
