#pragma once
// Picks: the one of a list that is meant by "2", "den anden", a name or a tap, and the lists that it leads
// later.
#include "handlers/part.hpp"
#include "handlers/sections.hpp"
#include "store/conversation_memory.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace handlers {

/// Those on the list of people whom the name may mean.
std::vector<store::PersonIndex> named_on_list(std::string_view name, const store::ConversationMemory&,
                                              const store::Finder&);

/// The answer about the one of the last list that slot `pick` means; the list again if it does not tell.
Part answer_pick(const Intent&, const store::ConversationMemory&, const Context&);

/// The one of a list of people whom a message picks, by id; 0 if it does not tell.
std::int64_t picked_person(const Intent&, const store::ConversationMemory& before, const store::Finder&);

/// The task was picked: the latest is remembered first.
void note_pick(store::ConversationMemory&, std::int64_t task);

/// Tasks that were picked in this conversation come first on the pick lists.
void lead_with_picked(std::vector<Section>&, const store::ConversationMemory&, const store::Catalogue&);

}  // namespace handlers
