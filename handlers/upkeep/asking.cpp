#include "handlers/access.hpp"
#include "handlers/owners.hpp"
#include "handlers/pending.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/reminders.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

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

/// So many at a time, each with its buttons, and how to see the others.
Sections questions(const std::vector<store::Proposal>& proposals, store::PersonIndex approver,
                   const Context& there, const Desk& desk) {
  const Desk their{desk.outcome, desk.services, there, desk.now};
  Sections sections;
  for (std::size_t i = 0; i < proposals.size() && i < proposals_shown; ++i) {
    sections.push_back(question(proposals[i], rivals_of(proposals[i], desk.database()), approver,
                                there.texts.language(), their));
  }
  if (proposals.size() > proposals_shown) {
    sections.push_back(
        TextSection{{there.texts.say("upkeep.more_waiting",
                                     {{"count", std::to_string(proposals.size() - proposals_shown)}})},
                    {}});
  }
  return sections;
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

bool ask_approvers(const std::vector<store::Proposal>& proposals, const Desk& desk) {
  std::map<store::PersonIndex, std::vector<store::Proposal>> asked;
  std::set<std::int64_t> chosen;  // claims of the same task are one question
  for (const auto& proposal : proposals) {
    if (!rivals_of(proposal, desk.database()).empty() && !chosen.insert(proposal.task).second) {
      continue;
    }
    for (const auto person : approvers(proposal, desk.context)) {
      asked[person].push_back(proposal);
    }
  }
  bool reached = false;
  for (const auto& person_and_theirs : asked) {
    const auto person = person_and_theirs.first;
    const auto& theirs = person_and_theirs.second;
    const bool told = !wants_peace(person, desk) && tell(person, desk, [&](const Context& there) -> Sections {
      return questions(theirs, person, there, desk);
    });
    if (told && theirs.size() == 1 && rivals_of(theirs.front(), desk.database()).empty()) {
      let_words_answer(desk.outcome.notices.back().to, "proposal " + std::to_string(theirs.front().id),
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
  std::vector<store::Proposal> waiting;
  Sections own;
  const auto author = id_of(acting.turn.sender);
  for (auto& proposal : store::open_proposals(acting.database(), proposals_read)) {
    const auto asked = approvers(proposal, context);
    if (acting.sender != store::no_index &&
        std::find(asked.begin(), asked.end(), acting.sender) != asked.end()) {
      waiting.push_back(std::move(proposal));
    } else if (proposal.author == author && own.size() < proposals_shown) {
      own.push_back(own_open(proposal, acting));
    }
  }
  if (waiting.empty() && own.empty()) {
    return {TextSection{{context.texts.say("upkeep.none_waiting")}, {}}};
  }
  auto sections = questions(waiting, acting.sender, context, desk_of(acting));
  std::move(own.begin(), own.end(), std::back_inserter(sections));
  return sections;
}

void plan_reminder_of(std::int64_t proposal, const Desk& desk) {
  const auto& policy = desk.context.policy;
  const auto day = add_working_days(desk.context.today, days_to_answer, policy.calendar);
  store::plan_duty(desk.transaction(), "proposal", proposal,
                   to_instant({day, reminded_at}, policy.zone).instant, desk.now);
}

}  // namespace handlers
