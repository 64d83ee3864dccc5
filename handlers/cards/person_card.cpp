#include "handlers/cards/elements.hpp"
#include "handlers/cards/links.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/sentences.hpp"

namespace handlers::cards {

void person_lines(JsonWriter& json, store::PersonIndex person, const Context& context, bool phone_first) {
  const auto name = person_name(context, person);
  const auto phone = capped(context.catalogue().person(person).phone, Shown::name_characters);
  const bool number_leads = phone_first && !phone.empty();
  text_block(json, number_leads ? phone : name, TextStyle::name);
  if (number_leads) {
    text_block(json, name, TextStyle::heading);
  }
  if (const auto title = title_and_unit(context, person); !title.empty()) {
    text_block(json, title);
  }
  if (!phone.empty() && !number_leads) {
    text_block(json, context.texts.say("contact.phone", {{"phone", phone}}));
  }
}

void reach_buttons(JsonWriter& json, store::PersonIndex index, const Context& context) {
  const auto& person = context.catalogue().person(index);
  if (!person.contact_point) {
    open_url(json, context.texts.say("button.chat"), chat_link(person.email));
  }
  open_url(json, context.texts.say("button.mail"), mail_link(person.email));
  open_url(json, context.texts.say("button.call"), phone_link(person.phone));
}

bool can_be_reached(store::PersonIndex index, const Context& context) {
  const auto& person = context.catalogue().person(index);
  return !mail_link(person.email).empty() || !phone_link(person.phone).empty();
}

void section_block(JsonWriter& json, const PersonSection& section, const CardContext& card, bool separated) {
  text_block(json, section.lead, TextStyle::heading, separated);
  for (const auto& line : section.lines) {
    text_block(json, line);
  }
  person_lines(json, section.person, card.context);
  if (can_be_reached(section.person, card.context)) {
    begin_actions(json);
    reach_buttons(json, section.person, card.context);
    end_actions(json);
  }
}

void fallback_people(JsonWriter& json, const TaskContacts& contacts, const Context& context) {
  for (const auto& [person, key] : {std::pair(contacts.leader, "task.ask_leader"),
                                    std::pair(contacts.contact_point, "task.ask_contact_point")}) {
    if (person == store::no_index) {
      continue;
    }
    text_block(json, context.texts.say(key, {{"person", person_with_title(context, person)}}));
    text_block(json, details(context, person));
    if (can_be_reached(person, context)) {
      begin_actions(json);
      reach_buttons(json, person, context);
      end_actions(json);
    }
  }
}

}  // namespace handlers::cards
