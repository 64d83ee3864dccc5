#pragma once
// One run of what is due: what its parts share. The door is due_work.hpp.
#include "handlers/dispatch.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "store/reminders.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace handlers {

struct DueRun {
  store::Instant now;
  const Services& services;
  const Context& context;  ///< Danish, personal, today
  Outcome& outcome;
  std::map<std::int64_t, std::vector<store::Reminder>> skipped = {};  ///< by gathering: told in the end

  store::Transaction& transaction() const { return services.transaction; }
  store::Database& database() const { return services.transaction.database(); }
};

/// So much later than planned a message says that it is late: the service was down.
inline constexpr std::chrono::minutes late_after{15};

// gathering_reminders.cpp: each finishes its reminders.
/// Several that are due about one gathering are one message to each person whom they concern.
void remind_people(const std::vector<store::Reminder>&, const store::Gathering&, const store::Network&,
                   DueRun&);
void remind_channel(const store::Reminder&, const store::Gathering&, const store::Network&, DueRun&);
/// Only those who have not answered.
void remind_of_answers(const store::Reminder&, const store::Gathering&, const store::Network&, DueRun&);

// deadlines.cpp
/// The invitations of a series' instance go out.
void invite_instance(const store::Reminder&, const store::Gathering&, const store::Network&, DueRun&);
/// The leaders' deadline passed (planning_leaders.hpp).
void end_leaders_time(const store::Reminder&, const store::Gathering&, const store::Network&, DueRun&);

// own_reminders.cpp
void remind_in_person(const store::Reminder&, DueRun&);
/// An informal network without a gathering for half a year: is it still alive?
void ask_about_network(const store::Reminder&, DueRun&);

// skipped.cpp
/// One message to each coordinator about everything that came too late.
void tell_of_skipped(DueRun&);

}  // namespace handlers
