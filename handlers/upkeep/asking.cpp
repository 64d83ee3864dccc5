#include "handlers/access.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/conversation_focus.hpp"
#include "store/reminders.hpp"

namespace handlers {
namespace {

constexpr int days_to_answer = 5;  ///< working days until the approver is reminded, and again
constexpr std::chrono::hours reminded_at{9};

/// A yes in that chat does it, if nothing else waits for one there.
void let_words_answer(const store::ConversationReference& to, std::int64_t proposal, const Desk& desk) {
  const store::MemoryKey key{to.tenant, to.conversation,
                             to.user_entra_id.empty() ? to.user : to.user_entra_id};
  if (key.conversation.empty() || key.person.empty()) {
    return;
  }
  if (const auto waiting = store::focus(desk.database(), key, desk.now);
      waiting && !waiting->pending.empty()) {
    return;
  }
  store::set_focus(desk.transaction(), key, {0, 0, "proposal " + std::to_string(proposal)}, desk.now);
}

}  // namespace

Desk desk_of(const Acting& acting) {
  return {acting.outcome, acting.services, acting.context, acting.turn.now};
}

store::PersonIndex person_at(std::int64_t id, const Context& context) {
  return id == 0 ? store::no_index : context.catalogue().person_by_id(id);
}

store::TaskIndex task_at(std::int64_t id, const Context& context) {
  return id == 0 ? store::no_index : context.catalogue().task_by_id(id);
}

bool tell(store::PersonIndex person, const Desk& desk, const Make& make) {
  return works_here(person, desk.context) &&
         tell_person(person, desk.outcome, desk.services, desk.context, desk.now, make);
}

bool ask_approvers(const store::Proposal& proposal, const Desk& desk) {
  auto rivals = proposal.kind == store::ProposalKind::transfer
                    ? store::open_transfers(desk.database(), proposal.task)
                    : std::vector<store::Proposal>{};
  std::erase_if(rivals, [](const store::Proposal& one) { return one.receiver == 0; });
  if (rivals.size() < 2) {
    rivals.clear();
  }
  bool reached = false;
  for (const auto person : approvers(proposal, desk.context)) {
    const bool told = tell(person, desk, [&](const Context& there) -> Sections {
      const Desk their{desk.outcome, desk.services, there, desk.now};
      return {question(proposal, rivals, there.texts.language(), their)};
    });
    if (told && rivals.empty()) {
      let_words_answer(desk.outcome.notices.back().to, proposal.id, desk);
    }
    reached = reached || told;
  }
  return reached;
}

void plan_reminder_of(std::int64_t proposal, const Desk& desk) {
  const auto& policy = desk.context.policy;
  const auto day = add_working_days(desk.context.today, days_to_answer, policy.calendar);
  store::plan_duty(desk.transaction(), "proposal", proposal,
                   to_instant({day, reminded_at}, policy.zone).instant, desk.now);
}

}  // namespace handlers
