#pragma once
// What a turn leads to. Handlers return it; bot/ carries it out.
#include "handlers/language.hpp"
#include "store/conversations.hpp"
#include "store/message_copies.hpp"

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
  std::optional<store::CopyOf> copy = {};  ///< what it is a copy of, so that it can be found again
};

/// The answer to an invoke (Action.Execute): "Universal Actions for Adaptive Cards", Microsoft Teams.
struct InvokeAnswer {
  int status = 200;
  std::string card;     ///< a new card for the one who tapped; or
  std::string message;  ///< a sentence shown to the one who tapped
};

/// A message into another conversation than the turn's: nobody there asked for it just now.
struct Notice {
  store::ConversationReference
      to;  ///< without a conversation: the personal chat with `user_entra_id`, made first
  Reply reply;
  std::int64_t replaces_waiting = 0;  ///< outbox row that has not left yet: its content is exchanged instead
  std::int64_t overview_of = 0;       ///< whose overview it is (store/subscriptions.hpp: overview_leaves)
};

/// The answer to a dialog's opening or submission ("Dialogs", Microsoft Teams; protocol: task/fetch,
/// task/submit).
struct DialogAnswer {
  std::string title;    ///< with a card
  std::string card;     ///< the form; or
  std::string message;  ///< a sentence; both empty: the dialog closes
};

struct Outcome {
  std::vector<Reply> replies;
  std::vector<Notice> notices;
  std::optional<InvokeAnswer> invoke;
  std::optional<DialogAnswer> dialog;
  bool changed_data = false;  ///< somebody's data changed: flushed to disk before it is acknowledged
};

}  // namespace handlers
