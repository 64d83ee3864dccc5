#pragma once
// Which message in Teams is a copy of which gathering: for editing cards later, and for the delivery list.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

enum class CopyKind { invitation, reminder, notice, status, approval };
/// waiting: in the outbox. The others are how its row ended; withdrawn: it was no longer true before it left.
enum class CopyState { waiting, sent, given_up, uncertain, withdrawn };

/// What a message is about. Handlers put it on a notice; bot/ joins it with the outbox row.
struct CopyOf {
  std::int64_t gathering = 0;
  std::int64_t person = 0;  ///< 0: a channel, or the organizer's status card
  CopyKind kind = CopyKind::notice;
};

struct MessageCopy {
  std::int64_t id = 0;
  std::int64_t outbox = 0;  ///< 0: it could not be addressed
  CopyOf of;
  CopyState state = CopyState::waiting;
  std::string tenant;
  std::string conversation;
  std::string activity;  ///< Teams' id of the message once it is sent
  std::string error;  ///< as in the outbox; "unknown_person" if there was no address, as for a channel that
                      ///< we were taken out of
};

/// Joins the outbox row with what it is about; outbox 0: the person cannot be addressed (given up at once).
void add_copy(Transaction&, const CopyOf&, std::int64_t outbox, const std::string& error, Instant now);
/// The latest copy of a kind for a person (0: channel or status). A withdrawn one only if there is no other.
/// The copy of an edit has the activity of the message that it edits.
std::optional<MessageCopy> latest_copy(Database&, std::int64_t gathering, std::int64_t person, CopyKind);
/// For each person the latest copy of that kind (as above), by person: the delivery list.
std::vector<MessageCopy> copies_of(Database&, std::int64_t gathering, CopyKind);
/// Whatever of these kinds still waits in the outbox about the gathering (of one person, or of all: 0) is not
/// sent any more: the row is given up as "superseded". Returns how many.
int withdraw_waiting(Transaction&, std::int64_t gathering, std::int64_t person, CopyKind, Instant now);
/// Puts another content into a message that still waits. False if it is on its way or gone already.
bool replace_waiting(Transaction&, std::int64_t outbox, const std::string& payload);
/// Deletes up to `prune_step` copies of gatherings that ended before `before`, whatever became of them;
/// returns how many. Cards so old are not edited any more.
int forget_copies(Transaction&, Instant before);

}  // namespace store
