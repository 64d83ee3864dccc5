#include "handlers/gatherings/gone_guests.hpp"

#include "handlers/contacts.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "store/invitations.hpp"

namespace handlers {
namespace {

/// What somebody answered stays with a gathering that has begun: they may have been there.
void take_off_all_ahead(std::int64_t person, DueRun& run) {
  for (const auto& invitation : store::invitations_of_person(run.database(), person, run.now)) {
    const auto at_hand = load_at_hand(invitation.gathering, run.database());
    if (!at_hand || at_hand->gathering.starts <= run.now ||
        hosts(at_hand->gathering, at_hand->network, person)) {
      continue;
    }
    const auto& [gathering, network] = *at_hand;
    const auto promoted = store::remove_invitation(run.transaction(), gathering.id, person, run.now);
    tell_promoted(gathering, network, promoted, run.outcome, run.services, run.context, run.now);
    refresh({gathering, network, run.outcome, run.services, run.context, run.now});
    run.outcome.changed_data = true;
  }
}

}  // namespace

void take_off_the_gone(DueRun& run) {
  for (const auto& person : run.context.catalogue().people()) {
    if (has_left(person, run.context.today)) {
      take_off_all_ahead(person.id, run);
    }
  }
}

}  // namespace handlers
