#pragma once
// Questions that mean something only after an answer: "og hvem er vikar?", "her number?", "the second one".
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/search/finder.hpp"

#include <optional>
#include <string_view>

namespace handlers {

/// What a follow-up asks. Slots of `intent`: want=phone, mail or contact; pick=1 to 9, "last" or "other";
/// person=a name that was said; same=yes if it is the last question again, about this person; call=yes if
/// somebody is to be called.
struct FollowUp {
  Language language = Language::danish;
  Intent intent;
};

/// Nothing if the message names a topic of its own, or is no follow-up. `fallback` is the language of what
/// tells none ("2"). A pure function.
std::optional<FollowUp> follow_up_in(const understanding::Message&, const store::Finder&, Language fallback);

}  // namespace handlers
