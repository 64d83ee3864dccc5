#pragma once
// Entries that end on a day of their own, and who was told.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <vector>

namespace store {

struct Ending {
  std::int64_t task = 0;
  std::int64_t person = 0;
  Role role = Role::responsible;  ///< never stand_in
  Day last_day{};
};

/// Entries of colleagues who stay, whose last day is one of these. One that was given on or taken away in
/// chat is none: whoever has it agreed to that day.
std::vector<Ending> endings(Database&, Day from, Day to);

/// The person who has it, or whoever answers for that person.
enum class ToldOf { person, leader };
/// Takes the right to tell: true once for each last day.
bool claim_ending(Transaction&, const Ending&, ToldOf);
/// Of last days before this one.
void forget_endings(Transaction&, Day before);

}  // namespace store
