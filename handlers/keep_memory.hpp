#pragma once
// What a turn reads from and leaves in the store about its conversation: the short memory and the log of
// questions. Neither holds a word of what was written; neither is worth a flush.
#include "handlers/answer.hpp"
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"
#include "store/conversation_memory.hpp"

namespace handlers {

/// Whose memory and focus it is.
store::MemoryKey key_of(const Turn&);

/// The memory of this person in this conversation; empty if there is none.
store::ConversationMemory recall(const store::MemoryKey&, const Turn&, const Services&);
store::ConversationMemory recall(const Turn&, const Services&);

/// Keeps what an answer left behind; `before` is what was recalled. Nothing is written for an answer that
/// leaves nothing behind.
void keep_memory(const store::ConversationMemory&, const store::ConversationMemory& before,
                 const store::MemoryKey&, const Turn&, const Services&);

/// A tap on a button of a pick list is remembered like a typed choice. Other taps change nothing.
void keep_pick(const Turn&, const Context&, const Services&);

/// Counts the question, if the catalogue was asked and the policy keeps a log.
void log_question(const Answer&, store::Day today, const Turn&, const Services&);

}  // namespace handlers
