#pragma once
// One verified thing that somebody did: wrote, tapped a button, installed or removed the bot.
#include "handlers/language.hpp"
#include "store/clock.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace handlers {

enum class Scope { personal, group, channel };

enum class TurnKind {
  message,        ///< somebody wrote to us
  card_action,    ///< somebody tapped a button on one of our cards
  dialog_open,    ///< somebody tapped a button that opens a form; `action` has its verb and data
  dialog_submit,  ///< somebody sent the form; `action.data` has the fields beside the button's data
  installed,      ///< the bot came into a conversation (also after an upgrade, and told of twice)
  removed,        ///< the bot was taken out of a conversation
  other           ///< known or unknown, nothing to do but to remember where the conversation is
};

/// A colleague who was mentioned in the message (our own mention is already gone).
struct Mention {
  std::string id;    ///< "29:..." or an Entra object id
  std::string name;  ///< as it stands in the text
};

/// Who did it. Ids as Teams gives them; `entra_id` is what identifies a person within the tenant.
struct Sender {
  std::string id;
  std::string entra_id;
  std::string name;
  std::string email;  ///< only known on the command line (`--as`)
  bool guest = false;
};

/// What one of our buttons sent back. `verb` and `data` were made by cards/card_action; they carry ids, never
/// authority.
struct CardAction {
  std::string verb;
  std::map<std::string, std::string> data;
  bool execute = false;  ///< Action.Execute (an invoke that waits for an answer), else Action.Submit
};

struct Turn {
  TurnKind kind = TurnKind::other;
  Scope scope = Scope::personal;
  std::string tenant;
  std::string conversation;
  std::string team = {};   ///< whose channel it is; empty outside teams
  std::string activity;    ///< id of the activity
  std::string replied_to;  ///< id of the message that carried the card
  std::string service_url;
  std::string bot;  ///< our id in the conversation
  std::string bot_name;
  Sender sender;
  std::string text;  ///< without our own mention; other mentions are kept as names
  std::vector<Mention> mentions;
  std::string locale;  ///< the client's, e.g. "da-DK"; may be anything
  std::optional<CardAction> action;
  store::Instant now;
};

}  // namespace handlers
