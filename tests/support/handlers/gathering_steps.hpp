#pragma once
// What the coordinator's side does to a gathering, without the conversation that leads to it: for tests that
// are about the invited.
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"

#include <string>

namespace tests {

/// How a gathering is made. Times are local, "2026-04-16 13:00"; empty texts mean nothing is said.
struct GatheringPlan {
  std::string network = "Virksomhedsnetværket";
  std::string start = "2026-04-16 13:00";
  std::string end = "2026-04-16 15:30";
  std::string place = "mødelokale 1";
  int capacity = 0;
  std::string answer_by = "2026-04-08 12:00";
  std::string reminders = "-10w@09:00 -3w@09:00";
  std::string kind = "plenum";
};

/// From "Juranetværket;2026-04-16 13:00;2026-04-16 15:30;mødelokale 1;max 2;svar 2026-04-08 12:00;-1d@09:00",
/// what is left out as above.
GatheringPlan read_plan(const std::string& text);

/// In a transaction that the caller commits: the outcome has the notices, `status` the organizer's sections.
struct GatheringStep {
  handlers::Outcome outcome;
  std::vector<handlers::Section> status;
  std::int64_t gathering = 0;
};
GatheringStep plan_and_send(const GatheringPlan&, const std::string& tenant, store::Instant now,
                            const handlers::Services&);
GatheringStep move_gathering(std::int64_t, const std::string& start, const std::string& end,
                             const std::string& place, store::Instant now, const handlers::Services&);
GatheringStep change_capacity(std::int64_t, int capacity, store::Instant now, const handlers::Services&);
GatheringStep cancel_gathering(std::int64_t, const std::string& reason, store::Instant now,
                               const handlers::Services&);

}  // namespace tests
