#include "handlers/access.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/status.hpp"

namespace handlers {
namespace {

/// The invitations go; whoever answers for the gathering gets its card, as if they had pressed [Send]. `lead`
/// stands above it.
void send_now(std::int64_t id, const store::Network& network, const Make& lead, DueRun& run) {
  const auto gathering = store::find_gathering(run.database(), id);
  send_invitations(*gathering, network, run.outcome, run.services, run.context, run.now);
  run.outcome.changed_data = true;
  const auto organizer = run.context.catalogue().person_by_id(gathering->organizer);
  const auto to = works_here(organizer, run.context) ? organizer : coordinator_of(network, run.context);
  tell_person(to, gathering->tenant, run.outcome, run.services, run.context, run.now, [&](const Context& there) {
    auto sections = lead(there);
    for (auto& section :
         status_after_sending({*gathering, network, run.outcome, run.services, there, run.now})) {
      sections.push_back(std::move(section));
    }
    return sections;
  });
}

std::vector<std::int64_t> without_word(const store::Gathering& gathering, store::Database& database) {
  std::vector<std::int64_t> people;
  for (const auto& invitation : store::invitations_of(database, gathering.id)) {
    if (invitation.approval == store::Approval::asked) {
      people.push_back(invitation.person);
    }
  }
  return people;
}

}  // namespace

void invite_instance(const store::Reminder& reminder, const store::Gathering& gathering,
                     const store::Network& network, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  invite_members(gathering, network, run.transaction(), run.context, run.now);
  if (!store::change_state(run.transaction(), gathering.id, store::GatheringState::invited, run.now)) {
    return;
  }
  send_now(gathering.id, network, [](const Context&) { return Sections{}; }, run);
}

void end_approval(const store::Reminder& reminder, const store::Gathering& gathering,
                  const store::Network& network, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  const auto silent = without_word(gathering, run.database());
  take_left_out(gathering, run.transaction(), run.now);
  if (!store::change_state(run.transaction(), gathering.id, store::GatheringState::invited, run.now)) {
    return;
  }
  for (const auto person : silent) {
    store::set_approval(run.transaction(), gathering.id, person, store::Approval::approved);
  }
  send_now(
      gathering.id, network,
      [&](const Context& there) -> Sections {
        if (silent.empty()) {
          return {};
        }
        return {TextSection{{there.texts.say("due.approval_over",
                                             {{"title", gathering_title(gathering, network, there)},
                                              {"people", names_of(silent, there)}})},
                            {}}};
      },
      run);
}

}  // namespace handlers
