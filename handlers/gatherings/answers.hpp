#pragma once
// What the invited answer: by button or in words.
#include "handlers/acting.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "store/gatherings.hpp"

namespace handlers {

/// "accepted", "declined", "tentative", as buttons have it; nothing for anything else.
std::optional<store::AnswerState> answer_of(std::string_view about);

/// rsvp in words.
Sections answer_in_words(const Intent&, const Acting&);
/// A tap on [Kommer], [Kommer ikke], [Måske], on whatever card.
Sections answer_by_tap(const cards::Button&, const Acting&);

}  // namespace handlers
