#pragma once
// Gatherings of networks. States and arrows: store/README.md. Every change is a guarded update: who comes
// late changes nothing and is told so.
#include "store/calendar_feeds.hpp"
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/invitations.hpp"
#include "store/series.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// draft: only its planner sees it. planned: an instance of a series, or known from a file, whose invitations
/// are still to go out. invited: invitations are out. cancelled: was called off after that. dropped: a draft
/// that came to nothing.
enum class GatheringState { draft, planned, invited, cancelled, dropped };

struct Gathering {
  std::int64_t id = 0;  ///< given by add_gathering()
  std::int64_t network = 0;
  std::int64_t series = 0;  ///< 0: none
  GatheringState state = GatheringState::draft;
  std::string kind;  ///< the word that was used, e.g. "plenum"; empty: a gathering
  std::string
      local_start;  ///< "2026-04-16 13:00" in the municipality's zone: the rule; the instants follow from it
  std::string local_end;
  Instant starts{};
  Instant ends{};
  std::string place;
  std::string agenda;
  std::string case_number;  ///< KLE case number, "24.10.07-G20-4-15"
  int capacity = 0;         ///< 0: no limit
  Instant answer_by{};      ///< the epoch: until it begins
  std::int64_t chair = 0;   ///< ids of people; 0: nobody
  std::int64_t minutes = 0;
  std::int64_t organizer = 0;
  std::string reminders;  ///< rules separated by blanks, e.g. "-10w@09:00 -3w@09:00 -2h" (w: working days, d:
                          ///< days, h: hours)
  std::string tenant;
  std::string language;  ///< "da", "en": of whoever planned it
  int version = 1;
  int sequence = 0;  ///< RFC 5545 SEQUENCE
  std::string uid;   ///< RFC 5545 UID; given by add_gathering() if empty
  bool from_file = false;
  Instant created{};
  std::string cancel_reason;
};

/// Adds it in its state and gives id and uid.
Gathering add_gathering(Transaction&, Gathering, Instant now);
std::optional<Gathering> find_gathering(Database&, std::int64_t id);
/// Planned and invited ones that end after `from`, in the order of time; of one network, or of all (0).
std::vector<Gathering> gatherings_ahead(Database&, std::int64_t network, Instant from, int limit);
/// The latest that is over: of one network.
std::optional<Gathering> last_gathering(Database&, std::int64_t network, Instant now);
/// The newest draft of a planner that was changed after `since`.
std::optional<Gathering> latest_draft(Database&, std::int64_t organizer, Instant since);
/// Those of a series that end after `from` and are not called off, in the order of time.
std::vector<Gathering> gatherings_of_series(Database&, std::int64_t series, Instant from);

/// Writes everything but state, tenant, uid, created and cancel_reason if it still is of `version`; counts
/// version, and sequence if it was sent already. What came from the networks file belongs to Teams from now
/// on. False: somebody else changed it meanwhile, or it is cancelled or dropped. It must end after it starts.
bool update_gathering(Transaction&, const Gathering&, Instant now);
/// draft -> planned or invited, planned -> invited, draft -> dropped, planned or invited -> cancelled. False
/// if the arrow does not exist or somebody was faster. Cancelling and dropping withdraw its reminders and
/// what still waits in the outbox as a copy of it (but for `status`); cancelling counts version and sequence.
bool change_state(Transaction&, std::int64_t gathering, GatheringState to, Instant now,
                  const std::string& reason = "");

/// Deletes up to `prune_step` drafts that nobody has touched since `before`, and dropped ones that old, with
/// all that belongs to them; returns how many. Planned, invited and cancelled ones are history and stay.
int forget_drafts(Transaction&, Instant before);

}  // namespace store
