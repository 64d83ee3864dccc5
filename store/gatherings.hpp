#pragma once
// Gatherings of networks and the answers to their invitations. States and arrows: store/README.md. Every
// change is a guarded update: who comes late changes nothing and is told so.
#include "store/clock.hpp"
#include "store/database.hpp"

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
std::vector<Gathering> gatherings_of_series(Database&, std::int64_t series, Instant from);

/// Writes what people see (times, place, agenda, capacity, ...) if it still is of `version`; counts version,
/// and sequence if it was sent already. False: somebody else changed it meanwhile.
bool update_gathering(Transaction&, const Gathering&, Instant now);
/// draft -> planned or invited, planned -> invited, draft -> dropped, planned or invited -> cancelled. False
/// if the arrow does not exist or somebody was faster. Cancelling withdraws its reminders and what still
/// waits in the outbox as a copy of it (but for `status`).
bool change_state(Transaction&, std::int64_t gathering, GatheringState to, Instant now,
                  const std::string& reason = "");

/// A series; `recurrence` is canonical: "weekly 1 MO", "weekly 2 WE", "monthly 1 -1TH", "monthly 3 1TU",
/// "monthly 1 15" (every n-th week or month, then the weekday, the n-th weekday of the month counted from 1
/// or from the end, or the day of the month).
struct Series {
  std::int64_t id = 0;
  std::int64_t network = 0;
  std::string recurrence;
  Day made_until{};  ///< instances exist up to here
  bool ended = false;
};
std::int64_t add_series(Transaction&, const Series&);
std::optional<Series> find_series(Database&, std::int64_t id);
void set_made_until(Transaction&, std::int64_t series, Day);
void end_series(Transaction&, std::int64_t series, Instant now);

enum class AnswerState { invited, accepted, declined, tentative, waiting, removed };
enum class Approval { none, asked, approved, left_out };

struct Invitation {
  std::int64_t gathering = 0;
  std::int64_t person = 0;
  AnswerState state = AnswerState::invited;
  std::string reason;  ///< why this person: "member", "rule", "coordinator", "added"
  int queue = 0;       ///< order on the waiting list
  bool reconfirm = false;
  bool late = false;
  std::optional<Instant> answered;
  std::optional<Instant> nudged;
  Approval approval = Approval::none;
  std::string token;  ///< of the calendar link; 128 random bits in hexadecimal
};

/// One invitation for each pair: false if the person has one already (a removed one is invited again: true).
bool invite(Transaction&, std::int64_t gathering, std::int64_t person, const std::string& reason);
std::vector<Invitation> invitations_of(Database&, std::int64_t gathering);
std::optional<Invitation> find_invitation(Database&, std::int64_t gathering, std::int64_t person);
std::optional<Invitation> find_invitation(Database&, const std::string& token);
/// Invitations of a person to gatherings (invited) that end after `from`, in the order of time.
std::vector<Invitation> invitations_of_person(Database&, std::int64_t person, Instant from);

/// What an answer led to.
struct Answered {
  enum class Kind { done, unchanged, not_invited, over, cancelled } kind = Kind::done;
  AnswerState state = AnswerState::invited;  ///< what holds now: accepted can have become waiting
  int place_in_queue = 0;                    ///< 1 is next; if waiting
  bool late = false;                         ///< after the deadline
  std::vector<std::int64_t> promoted;        ///< people who got a place by it, in order
};

/// accepted, declined or tentative. Accepting a full gathering waits in the queue; giving a place up promotes
/// the first of it. After the deadline it still counts while there is room, and is marked late. Nothing is
/// accepted once it is over or cancelled.
Answered answer_invitation(Transaction&, std::int64_t gathering, std::int64_t person, AnswerState,
                           Instant now);
/// After the capacity was raised (or lifted), or somebody was removed: who got a place, in order.
std::vector<std::int64_t> promote_waiting(Transaction&, std::int64_t gathering, Instant now);
/// Takes somebody out (answer state removed); frees the place.
std::vector<std::int64_t> remove_invitation(Transaction&, std::int64_t gathering, std::int64_t person,
                                            Instant now);
/// After a move: yes and maybe are to be said again (reconfirm), no and waiting are asked anew (invited).
void ask_again(Transaction&, std::int64_t gathering);
void set_approval(Transaction&, std::int64_t gathering, std::int64_t person, Approval);
void mark_nudged(Transaction&, std::int64_t gathering, std::int64_t person, Instant now);

struct AnswerCounts {
  int invited = 0;  ///< not answered
  int accepted = 0;
  int declined = 0;
  int tentative = 0;
  int waiting = 0;
  int reconfirm = 0;  ///< of the accepted and tentative: have not said it again
};
AnswerCounts count_answers(Database&, std::int64_t gathering);

/// The token of a person's calendar feed; made when it is first asked for.
std::string calendar_feed(Transaction&, std::int64_t person);
std::optional<std::int64_t> person_of_feed(Database&, const std::string& token);

}  // namespace store
