#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/sentences.hpp"

namespace handlers::cards {

void ask_owner_button(JsonWriter& json, std::string_view topic, const Context& context) {
  begin_actions(json);
  button(json, context.texts.say("button.ask_owner"),
         {Verb::ask_owner, context.texts.language(), 0, 0, topic_in_button(topic), context.nonce});
  end_actions(json);
}

void section_block(JsonWriter& json, const NoneSection& section, const CardContext& card, bool separated) {
  const auto& context = card.context;
  text_block(json, nobody_fits(section.topic, context), TextStyle::heading, separated);
  if (!section.near.empty()) {
    text_block(json, context.texts.say("none.near"));
    pick_buttons(json, section.near, section.topic, context);
  }
  TaskContacts contacts;
  contacts.contact_point = general_contact_point(context.finder, context.policy);
  fallback_people(json, contacts, context);
  if (!section.note.empty()) {
    text_block(json, section.note);
  } else if (!section.topic.empty()) {
    ask_owner_button(json, section.topic, context);
  }
}

}  // namespace handlers::cards
