#pragma once
// What somebody was told last in a conversation, so that "and her number?" can be answered. Ids and a pending
// choice, never a word of what was written.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// After so long a silence a conversation starts anew.
inline constexpr std::chrono::minutes conversation_memory_life{15};

/// Whose memory: one person's in one conversation (in a channel: in one thread). Ids as Teams gives them.
struct MemoryKey {
  std::string tenant;
  std::string conversation;
  std::string person;
};

/// Database ids throughout; they may be gone from the catalogue when they are read.
struct ConversationMemory {
  std::string language;                      ///< "da", "en": of the last answer
  std::string intent;                        ///< name of the last question's intent
  std::vector<std::int64_t> tasks;           ///< that the last answer was about
  std::vector<std::int64_t> people;          ///< whom it named, the one to ask first
  std::vector<std::int64_t> task_choices;    ///< the last pick list, if it was one of tasks
  std::vector<std::int64_t> person_choices;  ///< the last pick list, if it was one of people
  std::string choice_intent;                 ///< what is to be answered about the person who is picked
  std::int64_t chosen = 0;  ///< what was picked from that list already; without a list: whose presence was
                            ///< asked about; 0: nothing yet
  std::vector<std::int64_t> picked;  ///< tasks that were picked in this conversation, the latest first

  bool operator==(const ConversationMemory&) const = default;
};

/// Nothing if there is none or it is too old.
std::optional<ConversationMemory> recall(Database&, const MemoryKey&, Instant now);

/// Takes the place of what was remembered for the key. Nobody loses data when it is lost: needs no flush.
void remember(Transaction&, const MemoryKey&, const ConversationMemory&, Instant now);

/// Deletes what is too old; returns how much.
int forget_memories(Transaction&, Instant now);

}  // namespace store
