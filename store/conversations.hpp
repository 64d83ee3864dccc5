#pragma once
// Where people and channels can be reached: the conversation references that Teams gives us.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>

namespace store {

/// What is needed to write into a conversation later ("Send proactive messages", Microsoft Teams). The texts
/// are as Teams sent them.
struct ConversationReference {
  std::string tenant;
  std::string conversation;  ///< full id, for a channel thread with ";messageid="
  std::string type;          ///< "personal", "groupChat" or "channel"
  std::string service_url;
  std::string bot;   ///< our id there, "28:..."
  std::string user;  ///< "29:..." of the person in a personal chat, else empty
  std::string user_entra_id;
  std::string team;
  std::string channel;
  std::string user_email = {};  ///< of the person in a personal chat, where the catalogue or Teams tells it
  std::string language = {};    ///< to write in: "da", "en"; empty: nothing is known

  bool operator==(const ConversationReference&) const = default;
};

struct Remembered {
  bool anew = false;     ///< the conversation was not known, or was known as removed
  std::string language;  ///< as it is known now
};

/// Remembers or refreshes a reference; the service URL of the latest activity counts, an empty text keeps
/// what was known, the language counts only where none is known yet. A new chat with somebody who had one
/// before takes its language on. Writes nothing if nothing differs.
Remembered remember_conversation(Transaction&, const ConversationReference&, Instant now);

/// Somebody wrote in this language there. Nobody loses data when it is lost: needs no flush.
void set_language(Transaction&, const std::string& tenant, const std::string& conversation,
                  const std::string& language);

/// The bot was removed from the conversation: nothing is sent there until it is remembered again.
void mark_removed(Transaction&, const std::string& tenant, const std::string& conversation, Instant now);

/// The same with all the channels of a team, and back: Teams tells of a team once, not of each channel.
void mark_team_removed(Transaction&, const std::string& tenant, const std::string& team, Instant now);
void restore_team(Transaction&, const std::string& tenant, const std::string& team, Instant now);

/// Takes the right to welcome this conversation: true once for each installation, however often Teams tells
/// of it.
bool claim_welcome(Transaction&, const std::string& tenant, const std::string& conversation, Instant now);

std::optional<ConversationReference> find_conversation(Database&, const std::string& tenant,
                                                       const std::string& conversation);

/// The personal chat with somebody, by Entra id or e-mail (any case; an empty one finds nobody). The one used
/// last, if there are several; none if the bot was removed there.
std::optional<ConversationReference> find_personal_conversation(Database&, const std::string& tenant,
                                                                const std::string& entra_id,
                                                                const std::string& email);

/// True if this person took us out of the personal chat and has not let us in again.
bool was_removed_by(Database&, const std::string& tenant, const std::string& entra_id,
                    const std::string& email);

/// The tenant of the personal chat with somebody, else the first in which we were met; empty if we never
/// were.
std::string tenant_of(Database&, const std::string& entra_id, const std::string& email);

/// What is needed to open a new personal chat in the tenant: service URL and our id, as some conversation
/// there told them; no conversation. Nothing: we were never met there.
std::optional<ConversationReference> way_into(Database&, const std::string& tenant);

}  // namespace store
