#pragma once
// What Teams sends, as plain values: the part of the Bot Framework's activity that this service looks at.
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot::activity {

/// Deeper JSON is refused. Teams stays below 15.
inline constexpr std::size_t depth_max = 64;
/// Ids and addresses that are longer, or contain control characters, are refused; they become database keys
/// and URLs.
inline constexpr std::size_t id_bytes_max = 2048;
/// Further mentions in one message stay as they are in the text.
inline constexpr std::size_t mentions_max = 100;

struct Account {
  std::string id;         ///< "29:..." a user, "28:..." a bot; belongs to this bot alone
  std::string name;       ///< missing on several event types
  std::string entra_id;   ///< "aadObjectId"
  std::string user_name;  ///< "userPrincipalName"; rarely there
  std::string user_role;  ///< "userRole"; rarely there
};

/// An entity of type "mention".
struct MentionEntity {
  std::string id;
  std::string name;
  std::string text;  ///< exactly as it stands in the message, e.g. "<at>Name</at>"
};

/// What a button of a card sent.
struct CardValue {
  std::string verb;  ///< "action.verb", else the data's member "verb"
  std::map<std::string, std::string>
      data;  ///< texts, numbers, booleans as text; without "verb" and nested values
};

/// Text that is missing is empty.
struct Activity {
  std::string type;  ///< never empty
  std::string id;
  std::string name;    ///< of an invoke or event
  std::string action;  ///< of an installationUpdate
  std::string channel;
  std::string service_url;
  Account from;
  Account recipient;
  std::string conversation;       ///< id, never empty; with ";messageid=..." inside a channel's thread
  std::string conversation_type;  ///< "personal", "groupChat", "channel"
  bool is_group = false;
  std::string tenant;  ///< channelData.tenant.id, else conversation.tenantId
  std::string team;    ///< channelData.team.id: the team of a channel
  std::string text;
  std::string locale;  ///< of the activity, else of its clientInfo entity
  std::string replied_to;
  std::vector<MentionEntity> mentions;
  std::vector<std::string> members_added;    ///< ids
  std::vector<std::string> members_removed;  ///< ids
  std::optional<CardValue> card;             ///< message with a value, or an invoke of a button
};

struct ActivityResult {
  std::optional<Activity> activity;
  std::string
      error;  ///< if there is none: one sentence that names the JSON path; nothing of the content is in it
};

/// Reads a request body. Missing and null are the same; unknown members are ignored, and so are those that a
/// type does not use, whatever they contain: new kinds of activity must never be refused. Refused: invalid
/// JSON or UTF-8, too deep, no object, no `type`, no `conversation.id`, a member of a wrong type. Half of a
/// surrogate pair becomes U+FFFD.
ActivityResult parse_activity(std::string_view body);

/// What an activity is for us.
enum class Kind {
  message,
  card_submit,     ///< Action.Submit: a message without text but with a value
  card_execute,    ///< Action.Execute: an invoke that is answered with a card or a sentence
  dialog_open,     ///< a button that opens a form: an invoke that is answered with it
  dialog_submit,   ///< the form that was sent: an invoke that is answered with a form, a sentence or nothing
  unknown_invoke,  ///< to be answered with 501
  bot_added,
  bot_removed,
  other  ///< to be answered with 200; nothing happens
};

Kind kind_of(const Activity&);

/// Identifies a delivery, so that a repeated one does nothing twice: tenant, conversation and activity id. A
/// tap on a button whose data contains "nonce" has instead a key made of tenant, conversation, way of
/// tapping, sender, card, verb and all of the data, since a repeated invoke can carry a new activity id. So a
/// button that the same person may use twice with the same data has no "nonce", or a fresh one on each card.
/// Opening a form changes nothing and is to show what holds now, so it is known by its id alone.
/// Empty if the activity has no id: then it cannot be recognised.
std::string delivery_key(const Activity&);

}  // namespace bot::activity
