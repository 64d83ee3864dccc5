#pragma once
// Follow-ups: what a question means after the answer before it, and what an answer leaves behind for the next
// one. No store here: keep_memory.hpp reads and writes.
#include "handlers/part.hpp"
#include "handlers/sections.hpp"
#include "handlers/understanding/follow_ups.hpp"
#include "store/conversation_memory.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace handlers {

/// The follow-up that the message is in a conversation of which this is remembered; nothing if it is a
/// question of its own. Without a memory it may still be one: then its answer asks who is meant. `message` is
/// `text` taken apart.
std::optional<FollowUp> follow_up(std::string_view text, const understanding::Message& message,
                                  const store::ConversationMemory&, const store::Finder&, Language fallback);

/// True if the message goes on from what was said: "og ...", "but ...".
bool goes_on(const understanding::Message&);

/// A name that several colleagues have means, in a message that goes on, the one of them who was just named.
void mean_those_named(Understanding&, const store::ConversationMemory&, const store::Finder&);

/// Its answer. What the memory does not tell is asked, never guessed.
Part answer_follow_up(const FollowUp&, const store::ConversationMemory&, const Context&);

/// What is to be remembered after this answer. `follow_up` is the one that was answered, if it was one.
store::ConversationMemory remembered(const store::ConversationMemory& before, const std::vector<Section>&,
                                     const Intent&, const FollowUp* follow_up, const Context&);

/// The same after a tap on a button of a pick list: a task, or a person if there is none.
store::ConversationMemory remembered_pick(const store::ConversationMemory& before, store::TaskIndex,
                                          store::PersonIndex, const Context&);

/// True if the intent is answered from the catalogue.
bool asks_the_catalogue(IntentName);

}  // namespace handlers
