#include "handlers/confirming.hpp"

#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "store/confirmations.hpp"
#include "store/reports.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;

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

Outcome deny(const Turn& turn, const cards::Button& button, const Context& context,
             const Services& services) {
  const auto reported = store::report_wrong_entry(services.transaction,
                                                  {button.task, button.person, id_of(turn.sender)}, turn.now);
  if (reported == store::ReportOutcome::entry_gone) {
    return say(context.texts.say("card.too_old"));
  }
  const bool already = reported == store::ReportOutcome::already_said;
  auto outcome = say(context.texts.say(already ? "wrong.already" : "wrong.thanks"));
  outcome.changed_data = !already;
  return outcome;
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
      if (!chat ||
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

Outcome confirm_or_deny(const Turn& turn, const cards::Button& button, const Context& context,
                        const Services& services) {
  const auto& catalogue = context.catalogue();
  const auto task = catalogue.task_by_id(button.task);
  const auto person = catalogue.person_by_id(button.person);
  if (task == no_index || person == no_index) {
    return say(context.texts.say("card.too_old"));
  }
  if (sender_in_catalogue(turn.sender, catalogue) != person) {
    return say(context.texts.say("nudge.not_you", {{"person", person_name(context, person)}}));
  }
  const auto all = catalogue.responsibilities_of(task);
  if (std::none_of(all.begin(), all.end(), [&](const store::Responsibility& responsibility) {
        return responsibility.person == person;
      })) {
    return say(context.texts.say("card.too_old"));
  }
  if (button.verb == cards::Verb::deny_entry) {
    return deny(turn, button, context, services);
  }
  if (!store::confirm_entry(services.transaction, button.task, button.person, context.today,
                            {id_of(turn.sender), {}, turn.now})) {
    return say(context.texts.say("card.too_old"));
  }
  auto outcome = say(context.texts.say("nudge.confirmed", {{"task", task_title(context, task)}}));
  outcome.changed_data = true;
  return outcome;
}

}  // namespace handlers
