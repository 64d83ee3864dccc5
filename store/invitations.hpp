#pragma once
// Who is invited to a gathering, and what they answered. States and arrows: store/README.md.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

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

/// One invitation for each pair: false if the person has one already (a removed one is invited again: true),
/// is not known, or the gathering is cancelled or dropped.
bool invite(Transaction&, std::int64_t gathering, std::int64_t person, const std::string& reason);
/// All of them by person, also removed ones and those whom their leader left out.
std::vector<Invitation> invitations_of(Database&, std::int64_t gathering);
std::optional<Invitation> find_invitation(Database&, std::int64_t gathering, std::int64_t person);
std::optional<Invitation> find_invitation(Database&, const std::string& token);
/// Invitations of a person to gatherings (invited) that end after `from`, in the order of time; without those
/// that were taken back.
std::vector<Invitation> invitations_of_person(Database&, std::int64_t person, Instant from);
/// The same with gatherings that were cancelled after invitations had gone out: what a calendar shows.
std::vector<Invitation> calendar_of_person(Database&, std::int64_t person, Instant from);

/// What an answer led to.
struct Answered {
  enum class Kind { done, unchanged, not_invited, over, cancelled } kind = Kind::done;
  AnswerState state = AnswerState::invited;  ///< what holds now: accepted can have become waiting
  int place_in_queue = 0;                    ///< 1 is next; if waiting
  bool late = false;                         ///< after the deadline
  std::vector<std::int64_t> promoted;        ///< people who got a place by it, in order
};

/// accepted, declined or tentative. Accepting a full gathering waits in the queue; giving a place up promotes
/// the first of it. After the deadline it counts all the same (the last in the queue if there is no room),
/// and is marked late. Nothing is accepted once it is over or cancelled. Whoever is not invited, was removed
/// or left out, and everybody before the invitations are out, is `not_invited`.
Answered answer_invitation(Transaction&, std::int64_t gathering, std::int64_t person, AnswerState,
                           Instant now);
/// After the capacity was raised (or lifted), or somebody was removed: who got a place, in order.
std::vector<std::int64_t> promote_waiting(Transaction&, std::int64_t gathering, Instant now);
/// Gatherings ahead where somebody waits although there is room, by time: a person who had a place is gone
/// from the catalogue. To be promoted and told now and then.
std::vector<std::int64_t> gatherings_with_room(Database&, Instant now);
/// Takes somebody out (answer state removed); frees the place.
std::vector<std::int64_t> remove_invitation(Transaction&, std::int64_t gathering, std::int64_t person,
                                            Instant now);
/// After a move: yes and maybe are to be said again (reconfirm), no and waiting are asked anew (invited).
void ask_again(Transaction&, std::int64_t gathering);
/// Leaders may change their minds. Whoever is left out has no say and is counted nowhere.
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

}  // namespace store
