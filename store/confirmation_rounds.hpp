#pragma once
// The rounds of confirmation: who is to be asked, or was, whether their tasks are still right. Days are those
// of the municipality's zone.
#include "store/catalogue.hpp"
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_set>
#include <vector>

namespace store {

/// The last three are final; a person has one round at most that is not. The arrows: store/README.md.
enum class RoundState {
  waiting,         ///< to be asked on its day
  asked,           ///< the card was sent
  reminded,        ///< and once more
  reminded_again,  ///< and the last time
  with_leader,     ///< it is the leader's turn; the person may still answer
  confirmed,
  corrected,  ///< something was not right, and was handed on
  ended       ///< nobody answered until the next round, or the person left
};

struct ConfirmationRound {
  std::int64_t id = 0;
  std::int64_t person = 0;
  RoundState state = RoundState::waiting;
  Day day{};        ///< waiting: when to ask; else when it was asked
  int counted = 0;  ///< working days of this person since then, up to `counted_on`
  OptionalDay counted_on = {};
  std::int64_t together = 0;  ///< the first of the rounds in the leader's message; 0: no leader was asked
  std::optional<Instant> ended = {};
};

/// Waiting for `day`. 0 if the person is gone or has a round that is not over.
std::int64_t begin_round(Transaction&, std::int64_t person, Day day);
/// waiting -> waiting, on another day. False if it does not wait.
bool move_round(Transaction&, std::int64_t id, Day day);
/// One step on: waiting -> asked -> reminded -> reminded_again -> with_leader, or waiting -> with_leader for
/// somebody who cannot be written to. From waiting `today` becomes its day. False if it is no such step.
bool step_round(Transaction&, std::int64_t id, RoundState to, Day today, std::int64_t together = 0);
/// How many days were counted, up to `on`.
void count_round(Transaction&, std::int64_t id, int counted, Day on);
/// To one of the final states. False if it was over.
bool end_round(Transaction&, std::int64_t id, RoundState, Instant now);

std::optional<ConfirmationRound> find_round(Database&, std::int64_t id);
/// The one that is not over.
std::optional<ConfirmationRound> open_round(Database&, std::int64_t person);
/// Everybody's, by person.
std::vector<ConfirmationRound> open_rounds(Database&);
/// All that one message to a leader was about.
std::vector<ConfirmationRound> rounds_together(Database&, std::int64_t first);
/// True if the person was asked on `day` or later, or was asked before and has not answered.
bool asked_lately(Database&, std::int64_t person, Day day);
/// For how many people each day is taken, waiting or asked, from `from` on.
std::map<Day, int> days_taken(Database&, Day from);

/// The colleagues (no contact points) whom the people file names, with tasks or without.
std::unordered_set<std::int64_t> people_of_file(Database&);

}  // namespace store
