#pragma once
// What a conversation is about to do: the gathering or network at hand, and what waits for a yes.
#include "store/conversation_memory.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace store {

/// As long as somebody may reasonably mean the same gathering by "it".
inline constexpr std::chrono::minutes conversation_focus_life{60};

struct ConversationFocus {
  std::int64_t gathering = 0;
  std::int64_t network = 0;
  std::string pending;  ///< what a 'yes' does, in a short form of the handler's own; empty: nothing waits
};

/// Nothing if there is none or it is too old. Its ids may be gone.
std::optional<ConversationFocus> focus(Database&, const MemoryKey&, Instant now);
/// Takes the place of what was there. Nobody loses data when it is lost: needs no flush.
void set_focus(Transaction&, const MemoryKey&, const ConversationFocus&, Instant now);
/// Deletes what is too old; returns how much.
int forget_focus(Transaction&, Instant now);

}  // namespace store
