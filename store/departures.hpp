#pragma once
// Who leaves, or moves to another unit, and what becomes of what they had. States and arrows:
// store/README.md.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

enum class DepartureState { open, done, withdrawn };

struct Departure {
  std::int64_t id = 0;
  std::int64_t person = 0;
  Day first_day_without{};
  DepartureState state = DepartureState::open;
  std::string said_by;      ///< Entra object id or e-mail, or actor_import
  bool moves = false;       ///< to another unit; the person still works here
  std::string unit = {};    ///< of a move: the name of the one that is left
  std::int64_t leader = 0;  ///< of a move: who led the person there; 0 if nobody did
};

enum class HandoverState { open, given, vacant };

/// A task in a role, or a network that the person coordinates.
struct Handover {
  std::int64_t id = 0;
  std::int64_t departure = 0;
  std::int64_t task = 0;     ///< 0 if it is a network
  std::int64_t network = 0;  ///< 0 if it is a task
  Role role = Role::responsible;
  OptionalDay from = {};  ///< the leaver's days before it was given on
  OptionalDay to = {};
  std::int64_t receiver = 0;  ///< 0: nobody yet
  HandoverState state = HandoverState::open;
};

/// Writes down that the person leaves, with all current and coming entries and the networks they coordinate.
/// Nothing if a departure of this person is open or done already, or if the person is gone. A move that is
/// open is withdrawn.
std::optional<std::int64_t> open_departure(Transaction&, std::int64_t person, Day first_day_without,
                                           const std::string& said_by, Instant now);

/// Somebody was moved to another unit, by a file or in chat, and nobody has looked at it.
struct Move {
  std::int64_t person = 0;
  std::string unit;         ///< the name of the one that is left
  std::int64_t leader = 0;  ///< as in Departure
  Instant at{};
};
/// All of them, the oldest first; each is returned once.
std::vector<Move> take_moves(Transaction&);
/// Writes down what the person had before the move and has still. Nothing if there is no such entry. An older
/// move of the person that is open is withdrawn.
std::optional<std::int64_t> open_move(Transaction&, const Move&, Day first_day_without, Instant now);

std::optional<Departure> find_departure(Database&, std::int64_t id);
/// The one that is open or done; no move.
std::optional<Departure> departure_of(Database&, std::int64_t person);
/// Open and done ones, no moves, for finding out what a file has changed.
std::vector<Departure> departures(Database&);

/// In the order of tasks, then networks.
std::vector<Handover> handovers(Database&, std::int64_t departure);
std::optional<Handover> find_handover(Database&, std::int64_t id);

/// open or vacant -> given or vacant (receiver 0). False if it was given already.
bool settle_handover(Transaction&, std::int64_t id, std::int64_t receiver);
/// given or vacant -> open.
void reopen_handover(Transaction&, std::int64_t id);

/// open -> done or withdrawn, done -> withdrawn. False if it is not in such a state.
bool end_departure(Transaction&, std::int64_t id, DepartureState, Instant now);
/// Another day, of an open or done one.
void move_departure(Transaction&, std::int64_t id, Day first_day_without);

}  // namespace store
