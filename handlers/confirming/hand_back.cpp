#include "handlers/confirming/hand_back.hpp"

#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

store::Proposal proposal_of(const HandedBack& one, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto holders = holders_of(one.task, context).here;
  const bool has_it = std::find(holders.begin(), holders.end(), one.to) != holders.end();
  store::Proposal proposal;
  proposal.kind = store::ProposalKind::transfer;
  proposal.task = catalogue.task(one.task).id;
  proposal.person = catalogue.person(one.person).id;
  proposal.receiver = one.to == no_index || has_it ? 0 : catalogue.person(one.to).id;
  return proposal;
}

}  // namespace

std::vector<std::string> hand_back(const std::vector<HandedBack>& all, const Acting& acting) {
  const auto& context = acting.context;
  std::vector<store::Proposal> proposals;
  for (const auto& one : all) {
    proposals.push_back(proposal_of(one, context));
  }
  const auto done = submit_all(std::move(proposals), acting);
  std::vector<std::string> lines;
  for (const auto& proposal : done.published) {
    lines.push_back(context.texts.say("upkeep.published", {{"change", change_in_words(proposal, context)}}));
  }
  std::map<std::string, std::vector<std::string>> waiting;
  for (const auto& proposal : done.waiting) {
    waiting[approvers_in_words(proposal, context)].push_back(
        task_title(context, task_at(proposal.task, context)));
  }
  for (const auto& [approver, titles] : waiting) {
    const auto tasks = joined(titles, context.texts);
    lines.push_back(approver.empty()
                        ? context.texts.say("round.corrected_later", {{"tasks", tasks}})
                        : context.texts.say("round.corrected", {{"people", approver}, {"tasks", tasks}}));
  }
  if (lines.empty()) {
    lines.push_back(context.texts.say("upkeep.does_not_fit"));
  }
  return lines;
}

bool tell_of_missing_tasks(PersonIndex person, const Acting& acting) {
  const auto chats = chats_of_owners({}, acting.turn.tenant, acting.database(), acting.context);
  for (auto chat : chats) {
    const auto there = elsewhere(acting.context, Language::danish, chat, acting.outcome.notices.size() + 1);
    const auto words = there.texts.say("round.owner_missing", {{"person", person_with_title(there, person)}});
    acting.outcome.notices.push_back({std::move(chat), make_reply({TextSection{{words}, {}}}, there)});
  }
  return !chats.empty();
}

}  // namespace handlers
