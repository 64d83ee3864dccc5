#include "handlers/rehearsal.hpp"

#include "handlers/acting.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"

namespace handlers {

Act rehearsal(const Question& question, store::Database& database, const store::Finder& finder,
              const Policy& policy) {
  return [&](const Intent& intent, const std::vector<store::PersonIndex>& named,
             const Context& context) -> std::optional<Part> {
    if (!needs_the_store(intent.name)) {
      return std::nullopt;
    }
    store::Transaction transaction(database);
    Turn turn;
    turn.kind = TurnKind::message;
    turn.conversation = "ask";
    turn.scope = question.scope;
    turn.sender = question.sender;
    turn.now = question.now;
    turn.text = question.text;
    const Services services{finder, transaction, policy};
    Outcome outcome;
    auto part = act(intent, {turn, services, context, outcome, remove_personal_numbers(question.text).text,
                             sender_in_catalogue(turn.sender, finder.catalogue()), named});
    if (part && outcome.changed_data) {
      part->sections.insert(part->sections.begin(), TextSection{{context.texts.say("access.rehearsal")}, {}});
    }
    return part;
  };
}

}  // namespace handlers
