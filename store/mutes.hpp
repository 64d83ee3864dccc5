#pragma once
// Who wants fewer messages.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace store {

/// Who wants less. `topic`: "all", "reminders", "network:ID".
struct Mute {
  std::string subject;  ///< Entra object id, else e-mail; lower case
  std::string topic;
  Instant from{};
  Instant until{};  ///< the epoch: until taken back
};

/// Takes the place of an earlier one of the same topic.
void mute(Transaction&, const Mute&);
/// False if there was none.
bool unmute(Transaction&, const std::string& subject, const std::string& topic);
std::vector<Mute> mutes_of(Database&, const std::string& subject);
/// True if a message of the topic is unwanted now ("all" counts for each).
bool is_muted(Database&, const std::string& subject, const std::string& topic, Instant now);
/// Deletes those that have run out; returns how many.
int forget_mutes(Transaction&, Instant now);

}  // namespace store
