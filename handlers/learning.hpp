#pragma once
// The catalogue learns words: from the answers of its owners and from what people pick. Nothing is learned
// without an owner's yes.
#include "handlers/cards/card_action.hpp"
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// Proposes the topic as a word for the task: 'Skal jeg huske ...?'. Nothing if the sender does not answer
/// for the task, or it was decided before.
std::optional<OfferSection> word_section(store::TaskIndex, const std::string& topic, const Turn&,
                                         const Context&, const Services&);

/// The proposed words that the sender may decide on, at most two.
std::vector<OfferSection> proposed_sections(const Turn&, const Context&, const Services&);

/// An owner's yes (Verb::learn_word) or no (Verb::decline_word) to the proposed word. One reply.
Outcome decide_word(const Turn&, const cards::Button&, const Context&, const Services&);

/// Somebody picked the task for these words. When enough different people have, the owners are asked.
void count_pick(const Turn&, store::TaskIndex, const std::string& topic, const Context&, const Services&,
                Outcome&);

}  // namespace handlers
