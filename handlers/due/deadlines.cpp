#include "handlers/access.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_leaders.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/gatherings/status.hpp"

namespace handlers {
namespace {

/// The invitations go; whoever answers for the gathering gets its card, as if they had pressed [Send].
void send_now(std::int64_t id, const store::Network& network, DueRun& run) {
  const auto gathering = store::find_gathering(run.database(), id);
  send_invitations(*gathering, network, run.outcome, run.services, run.context, run.now);
  run.outcome.changed_data = true;
  const auto organizer = run.context.catalogue().person_by_id(gathering->organizer);
  const auto to = works_here(organizer, run.context) ? organizer : coordinator_of(network, run.context);
  tell_person(to, gathering->tenant, run.outcome, run.services, run.context, [&](const Context& there) {
    return status_after_sending({*gathering, network, run.outcome, run.services, there, run.now});
  });
}

}  // namespace

void invite_instance(const store::Reminder& reminder, const store::Gathering& gathering,
                     const store::Network& network, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  invite_members(gathering, network, run.transaction(), run.context, run.now);
  if (!store::change_state(run.transaction(), gathering.id, store::GatheringState::invited, run.now)) {
    return;
  }
  send_now(gathering.id, network, run);
  if (gathering.series != 0) {
    extend_series(gathering.series, run.transaction(), run.context, run.now);
  }
}

void end_leaders_time(const store::Reminder& reminder, const store::Gathering& gathering,
                      const store::Network& network, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  end_approval(gathering, network, run.outcome, run.services, run.context, run.now);
}

}  // namespace handlers
