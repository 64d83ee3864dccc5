#include "handlers/confirming/nudge.hpp"

#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/confirmation_rounds.hpp"
#include "store/confirmations.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;

constexpr std::chrono::days rest_after_round{30};

Reply nudge(store::TaskIndex task, const Contact& contact, const Context& context) {
  const auto& texts = context.texts;
  OfferSection section;
  section.lines.push_back(texts.say("nudge.ask", {{"task", task_title(context, task)}}));
  section.lines.push_back(texts.say("nudge.why", {{"month", month_in_words(*contact.confirmed, texts)}}));
  for (const auto& [verb, title] : {std::pair(cards::Verb::confirm_entry, "button.yes"),
                                    std::pair(cards::Verb::deny_entry, "button.not_me")}) {
    Offer offer{texts.say(title), {}};
    offer.button.verb = verb;
    offer.button.task = context.catalogue().task(task).id;
    offer.button.person = context.catalogue().person(contact.person).id;
    section.offers.push_back(std::move(offer));
  }
  return make_reply({std::move(section)}, context);
}

/// Asked about everything just now: one question is enough.
bool in_a_round(store::PersonIndex person, const Context& context, const Services& services) {
  return store::asked_lately(services.transaction.database(), context.catalogue().person(person).id,
                             context.today - rest_after_round);
}

}  // namespace

void nudge_stale(const std::vector<store::TaskIndex>& tasks, const Turn& turn, const Context& context,
                 const Services& services, Outcome& outcome) {
  for (const auto task : tasks) {
    for (const auto& contact : contacts_of(context, task).people) {
      const bool asked_for = contact.covers == no_index && !contact.away_to && contact.confirmed &&
                             contact.role != ContactRole::contact_point &&
                             is_stale(*contact.confirmed, context.today, context.policy);
      auto chat = asked_for ? chat_with(contact.person, turn.tenant, services.transaction.database(), context)
                            : std::nullopt;
      if (!chat || in_a_round(contact.person, context, services) ||
          !store::claim_nudge(services.transaction, context.catalogue().task(task).id,
                              context.catalogue().person(contact.person).id, *contact.confirmed, turn.now)) {
        continue;
      }
      const auto there =
          elsewhere(context, language_of_code(chat->language), *chat, outcome.notices.size() + 1);
      outcome.notices.push_back({std::move(*chat), nudge(task, contact, there)});
      outcome.changed_data = true;
    }
  }
}

/// The colleague's yes, or a no, which is proposed like every other 'not mine'.
std::optional<Sections> tap_nudge(const cards::Button& button, const Acting& acting) {
  if (button.verb != cards::Verb::confirm_entry && button.verb != cards::Verb::deny_entry) {
    return std::nullopt;
  }
  const auto& context = acting.context;
  const auto line = [](std::string words) { return Sections{TextSection{{std::move(words)}, {}}}; };
  const auto task = context.catalogue().task_by_id(button.task);
  const auto person = context.catalogue().person_by_id(button.person);
  if (task == no_index || person == no_index) {
    return line(context.texts.say("card.too_old"));
  }
  if (acting.sender != person) {
    return line(context.texts.say("nudge.not_you", {{"person", person_name(context, person)}}));
  }
  const auto all = context.catalogue().responsibilities_of(task);
  if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.person == person; })) {
    return line(context.texts.say("card.too_old"));
  }
  if (button.verb == cards::Verb::deny_entry) {
    return not_mine(task, acting);
  }
  if (!store::confirm_entry(acting.transaction(), button.task, button.person, context.today,
                            {id_of(acting.turn.sender), {}, acting.turn.now})) {
    return line(context.texts.say("card.too_old"));
  }
  acting.outcome.changed_data = true;
  return line(context.texts.say("nudge.confirmed", {{"task", task_title(context, task)}}));
}

}  // namespace handlers
