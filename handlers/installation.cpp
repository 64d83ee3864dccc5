#include "handlers/installation.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/reply.hpp"
#include "handlers/welcome.hpp"
#include "store/conversations.hpp"
#include "store/networks.hpp"

namespace handlers {
namespace {

/// Networks whose channel or chat is the turn's, or in its team.
std::vector<store::Network> posting_there(const Turn& turn, store::Database& database) {
  std::vector<store::Network> found;
  for (auto& network : store::networks(database)) {
    const auto bound = network.tenant == turn.tenant && !network.channel.empty()
                           ? store::find_conversation(database, network.tenant, network.channel)
                           : std::nullopt;
    const bool same_team = bound && !turn.team.empty() && bound->team == turn.team;
    if (bound && (same_team || bound->conversation == turn.conversation)) {
      found.push_back(std::move(network));
    }
  }
  return found;
}

}  // namespace

Outcome come_in(const Turn& turn, bool anew, const Context& context, const Services& services) {
  Outcome outcome;
  if (!turn.team.empty()) {
    store::restore_team(services.transaction, turn.tenant, turn.team, turn.now);
    outcome.changed_data = true;
  }
  if (!store::claim_welcome(services.transaction, turn.tenant, turn.conversation, turn.now)) {
    return outcome;
  }
  outcome.replies.push_back(welcome(context));
  outcome.changed_data = true;
  const auto person = sender_in_catalogue(turn.sender, context.catalogue());
  if (turn.scope == Scope::personal && person != store::no_index) {
    show_open_invitations(context.catalogue().person(person).id, anew, outcome, services, context, turn.now);
  }
  return outcome;
}

Outcome go_out(const Turn& turn, const Services& services) {
  Outcome outcome;
  outcome.changed_data = true;
  const auto paused = posting_there(turn, services.transaction.database());
  store::mark_removed(services.transaction, turn.tenant, turn.conversation, turn.now);
  if (!turn.team.empty()) {
    store::mark_team_removed(services.transaction, turn.tenant, turn.team, turn.now);
  }
  for (const auto& network : paused) {
    const auto context = context_at(turn.now, services, "o" + std::to_string(network.id) + ".");
    tell_person(
        coordinator_of(network, context), turn.tenant, outcome, services, context,
        [&](const Context& there) -> std::vector<Section> {
          return {TextSection{{there.texts.say("network.channel_lost", {{"network", network.name}})}, {}}};
        });
  }
  return outcome;
}

}  // namespace handlers
