#pragma once
// What waits for a yes, in words or by a button. It is kept in the conversation's focus
// (store/conversation_focus.hpp) in a short form: a word that says what, ids, and after a line break details
// that a button need not carry.
#include "handlers/acting.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// From now on a yes in this conversation does `pending`; the network is what the conversation is about.
void wait_for_yes(const std::string& pending, std::int64_t network, const Acting&);

/// The same for a question that goes into somebody's personal chat, unasked. If something waits for a yes
/// there already, nobody could tell which one a 'ja' is meant for: then both are left to their buttons.
void let_words_answer(const store::ConversationReference& to, const std::string& pending, store::Transaction&,
                      store::Instant now);

/// The two buttons for it.
std::vector<Offer> yes_or_no(const std::string& pending, std::string yes, std::string no);

/// Yes or no, if the whole message says that and nothing else ("ja tak", "gør det", "no, cancel that").
struct YesOrNo {
  bool yes = false;
  std::optional<Language> language;  ///< nothing if the words are of both ("ok")
};
std::optional<YesOrNo> yes_or_no_in(std::string_view text);
/// The same for a text that is folded already.
std::optional<YesOrNo> yes_or_no_in_folded(std::string_view text);

/// A yes or no that nothing took: what it is about is asked. Thanks and a mere "ok" need no answer to that.
std::optional<Reply> ask_to_what(std::string_view folded, const Context&);

}  // namespace handlers
