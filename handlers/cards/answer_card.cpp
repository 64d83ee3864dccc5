#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers::cards {
namespace {

using store::no_index;

bool is_reported(const CardContext& card, store::TaskIndex task, store::PersonIndex person) {
  const auto& catalogue = card.context.catalogue();
  return card.reported && card.reported->task == catalogue.task(task).id &&
         card.reported->person == catalogue.person(person).id;
}

void wrong_person_buttons(JsonWriter& json, const TaskSection& section, store::PersonIndex person,
                          const CardContext& card) {
  const auto& texts = card.context.texts;
  const auto& catalogue = card.context.catalogue();
  for (const auto task : section.tasks) {
    if (is_reported(card, task, person)) {
      continue;
    }
    const auto title = section.tasks.size() == 1
                           ? texts.say("button.wrong")
                           : texts.say("button.wrong_task", {{"task", task_title(card.context, task)}});
    button(json, title,
           {Verb::wrong_person, texts.language(), catalogue.task(task).id, catalogue.person(person).id,
            card.packed, card.context.nonce});
  }
}

/// What is to be known about how this person comes to be shown.
std::string status(const Contact& contact, const TaskContacts& contacts, const Context& context) {
  if (contact.covers != no_index) {
    const auto away = away_to(context.catalogue().person(contact.covers), context.today);
    return context.texts.say(
        "task.covers", {{"person", person_name(context, contact.covers)}, {"date", day(context, *away)}});
  }
  return contacts.vacant ? context.texts.say("task.stand_in_only_card") : confirmation(context, contact);
}

void contact_block(JsonWriter& json, const TaskSection& section, const Contact& contact,
                   const TaskContacts& contacts, const CardContext& card) {
  const auto& context = card.context;
  person_lines(json, contact.person, context, section.phone_first);
  if (contact.role == ContactRole::coordinator) {
    text_block(json, context.texts.say("role.coordinator"), TextStyle::subtle);
  }
  text_block(json, status(contact, contacts, context), TextStyle::subtle);
  const bool reported = std::any_of(section.tasks.begin(), section.tasks.end(), [&](store::TaskIndex task) {
    return is_reported(card, task, contact.person);
  });
  if (can_be_reached(contact.person, context) || !reported || section.tasks.size() > 1) {
    begin_actions(json);
    reach_buttons(json, contact.person, context);
    wrong_person_buttons(json, section, contact.person, card);
    end_actions(json);
  }
}

bool is_covered(const Contact& contact, const TaskContacts& contacts) {
  return std::any_of(contacts.people.begin(), contacts.people.end(),
                     [&](const Contact& other) { return other.covers == contact.person; });
}

void absent_line(JsonWriter& json, const Contact& contact, const TaskContacts& contacts,
                 const Context& context) {
  const auto away = context.texts.say(
      "task.also_away",
      {{"person", person_with_title(context, contact.person)}, {"date", day(context, *contact.away_to)}});
  text_block(json, contacts.reachable() ? away : away + " " + why_uncovered(context, contact.stand_in_away));
}

}  // namespace

void section_block(JsonWriter& json, const TaskSection& section, const CardContext& card, bool separated) {
  const auto& context = card.context;
  const auto contacts = contacts_or_others(context, section.tasks.front());
  const auto titles = task_titles(context, section.tasks);
  text_block(json, section.unsure ? context.texts.say("task.unsure", {{"task", titles}}) : titles,
             TextStyle::heading, separated);
  if (contacts.vacant) {
    text_block(json, context.texts.say("task.vacant_card"));
  }
  std::size_t shown = 0;
  std::size_t absent = 0;
  std::vector<std::string> others;
  for (const auto& contact : contacts.people) {
    if (contact.away_to) {
      if (!is_covered(contact, contacts) && absent++ < Shown::people) {
        absent_line(json, contact, contacts, context);
      }
    } else if (shown < Shown::people) {
      contact_block(json, section, contact, contacts, card);
      ++shown;
    } else if (others.size() < Shown::more_people) {
      others.push_back(person_name(context, contact.person));
    }
  }
  if (!others.empty()) {
    text_block(json, context.texts.say("task.more", {{"people", joined(others, context.texts)}}));
  }
  fallback_people(json, contacts, context);
}

}  // namespace handlers::cards
