#pragma once
// What a turn leads to. Handlers return it; bot/ carries it out.
#include "handlers/language.hpp"
#include "store/conversations.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// One message back into the conversation of the turn.
struct Reply {
  std::string text;  ///< plain text, complete: what the terminal shows, and the notification's summary when
                     ///< there is a card
  std::string card;  ///< Adaptive Card as JSON; empty if the message is text only
  std::string
      update_activity;  ///< replace this earlier message instead of adding one; empty for a new message
};

/// The answer to an invoke (Action.Execute): "Universal Actions for Adaptive Cards", Microsoft Teams.
struct InvokeAnswer {
  int status = 200;
  std::string card;     ///< a new card for the one who tapped; or
  std::string message;  ///< a sentence shown to the one who tapped
};

/// A message into another conversation than the turn's: nobody there asked for it just now.
struct Notice {
  store::ConversationReference to;
  Reply reply;
};

struct Outcome {
  std::vector<Reply> replies;
  std::vector<Notice> notices;
  std::optional<InvokeAnswer> invoke;
  bool changed_data = false;  ///< somebody's data changed: flushed to disk before it is acknowledged
};

}  // namespace handlers
