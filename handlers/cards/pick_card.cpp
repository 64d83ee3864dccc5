#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers::cards {

void pick_buttons(JsonWriter& json, const std::vector<store::TaskIndex>& tasks, const Context& context) {
  begin_actions(json);
  for (std::size_t i = 0; i < std::min(tasks.size(), Shown::choices); ++i) {
    const auto title = context.texts.say(
        "choice.button", {{"task", task_title(context, tasks[i])}, {"person", who_has(context, tasks[i])}});
    button(
        json, title,
        {Verb::pick, context.texts.language(), context.catalogue().task(tasks[i]).id, 0, "", context.nonce});
  }
  end_actions(json);
}

void section_block(JsonWriter& json, const ChoiceSection& section, const CardContext& card, bool separated) {
  const auto& context = card.context;
  const auto topic = capped(section.topic, Shown::topic_characters);
  text_block(json,
             topic.empty() ? context.texts.say("choice.plain")
                           : context.texts.say("choice.topic", {{"topic", topic}}),
             TextStyle::heading, separated);
  pick_buttons(json, section.tasks, context);
}

void section_block(JsonWriter& json, const PersonChoiceSection& section, const CardContext& card,
                   bool separated) {
  const auto& context = card.context;
  text_block(json,
             context.texts.say("choice.people", {{"name", capped(section.name, Shown::topic_characters)}}),
             TextStyle::heading, separated);
  begin_actions(json);
  for (std::size_t i = 0; i < std::min(section.people.size(), Shown::choices); ++i) {
    const auto& person = context.catalogue().person(section.people[i]);
    button(json, person_with_title(context, section.people[i]),
           {Verb::pick_person, context.texts.language(), 0, person.id, std::string(to_string(section.about)),
            context.nonce});
  }
  end_actions(json);
}

}  // namespace handlers::cards
