#pragma once
// Questions that nobody was found for, from the one who asks to an owner of the catalogue and back. Each
// function checks again who acts and whether all ids are still something; each outcome has exactly one reply.
#include "handlers/cards/card_action.hpp"
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"

#include <optional>

namespace handlers {

/// 'Send til katalogansvarlig' was tapped: opens the question, or joins those who asked before.
Outcome ask_owner(const Turn&, const cards::Button&, const Context&, const Services&);

/// An owner says which task or person it is. Everybody who asked is told; the word is proposed to the owner.
Outcome answer_question(const Turn&, const cards::Button&, const Context&, const Services&);

/// An owner says that nobody has it. Everybody who asked is told.
Outcome dismiss_question(const Turn&, const cards::Button&, const Context&, const Services&);

/// The open questions and the proposed words, for an owner.
Outcome list_questions(const Turn&, const Context&, const Services&);

/// What an owner has not been shown in this chat yet, once a day at most; nothing if there is no reason.
std::optional<Reply> waiting_questions(const Turn&, const Context&, const Services&);

}  // namespace handlers
