#include "handlers/access.hpp"
#include "handlers/pending.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/reminders.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr int days_to_answer = 5;  ///< working days until the approver is reminded, and again
constexpr std::chrono::hours reminded_at{9};

constexpr int proposals_read = 200;
constexpr std::size_t proposals_shown = 3;

/// All claims of the task, if there are several.
std::vector<store::Proposal> rivals_of(const store::Proposal& proposal, store::Database& database) {
  if (proposal.kind != store::ProposalKind::transfer) {
    return {};
  }
  auto rivals = store::open_transfers(database, proposal.task);
  std::erase_if(rivals, [](const store::Proposal& one) { return one.receiver == 0; });
  return rivals.size() < 2 ? std::vector<store::Proposal>{} : rivals;
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
         tell_person(person, desk.outcome, desk.services, desk.context, make);
}

bool wants_peace(store::PersonIndex person, const Desk& desk) {
  return is_muted(person, "reminders", desk.database(), desk.context, desk.now);
}

bool ask_approvers(const store::Proposal& proposal, const Desk& desk) {
  const auto rivals = rivals_of(proposal, desk.database());
  bool reached = false;
  for (const auto person : approvers(proposal, desk.context)) {
    const bool told = !wants_peace(person, desk) && tell(person, desk, [&](const Context& there) -> Sections {
      const Desk their{desk.outcome, desk.services, there, desk.now};
      return {question(proposal, rivals, there.texts.language(), their)};
    });
    if (told && rivals.empty()) {
      let_words_answer(desk.outcome.notices.back().to, "proposal " + std::to_string(proposal.id),
                       desk.transaction(), desk.now);
    }
    reached = reached || told;
  }
  return reached;
}

Sections show_waiting(const Intent&, const Acting& acting) {
  const auto& context = acting.context;
  if (context.scope != Scope::personal) {
    return {TextSection{{context.texts.say("upkeep.in_private")}, {}}};
  }
  Sections sections;
  std::size_t left_out = 0;
  for (const auto& proposal : store::open_proposals(acting.database(), proposals_read)) {
    const auto asked = approvers(proposal, context);
    if (acting.sender == store::no_index ||
        std::find(asked.begin(), asked.end(), acting.sender) == asked.end()) {
      continue;
    }
    if (sections.size() < proposals_shown) {
      sections.push_back(question(proposal, rivals_of(proposal, acting.database()), context.texts.language(),
                                  desk_of(acting)));
    } else {
      ++left_out;
    }
  }
  if (left_out > 0) {
    sections.push_back(
        TextSection{{context.texts.say("upkeep.more_waiting", {{"count", std::to_string(left_out)}})}, {}});
  }
  return sections.empty() ? Sections{TextSection{{context.texts.say("upkeep.none_waiting")}, {}}} : sections;
}

void plan_reminder_of(std::int64_t proposal, const Desk& desk) {
  const auto& policy = desk.context.policy;
  const auto day = add_working_days(desk.context.today, days_to_answer, policy.calendar);
  store::plan_duty(desk.transaction(), "proposal", proposal,
                   to_instant({day, reminded_at}, policy.zone).instant, desk.now);
}

}  // namespace handlers
