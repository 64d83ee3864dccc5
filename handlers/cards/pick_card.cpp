#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"
#include "handlers/sentences.hpp"
#include "handlers/wording.hpp"

#include <algorithm>
#include <cstdint>

namespace handlers::cards {
namespace {

// Teams cuts a longer title off at the card's edge, on a phone first.
constexpr std::size_t button_characters = 40;

std::size_t characters(std::string_view text) {
  std::uint16_t count = 0;  // of a title or a name: a narrow sum is made of many bytes at once
  for (const unsigned char byte : text) count += (byte & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// The task and who has it; the task alone where both would be cut off (the text form says who in any case).
Wording choice_button(const Context& context, store::TaskIndex task) {
  const auto title = wording_of(context, task);
  if (const auto length = characters(title); length < button_characters) {
    const auto person = wording_of_who_has(context, task);
    auto both = length + characters(person) < button_characters
                    ? context.texts.say("choice.button", {{"task", title}, {"person", person}})
                    : std::string();
    if (!both.empty() && characters(both) <= button_characters) {
      return Wording(std::move(both));
    }
  }
  return {context.catalogue().task_title(task), button_characters};
}

/// The name with the unit: what tells two of one name apart.
std::string choice_button(const Context& context, const store::Person& person) {
  std::string title(person.name);
  if (person.unit != store::no_index) title += ", " + std::string(context.catalogue().unit(person.unit).name);
  return capped(title, button_characters);
}

}  // namespace

void pick_buttons(JsonWriter& json, const std::vector<store::TaskIndex>& tasks, std::string_view topic,
                  const Context& context) {
  Button pick{Verb::pick, context.texts.language(), 0, 0, topic_in_button(topic), context.nonce};
  SharedMembers shared;
  begin_actions(json);
  for (std::size_t i = 0; i < std::min(tasks.size(), Shown::choices); ++i) {
    pick.task = context.catalogue().task_id(tasks[i]);
    button(json, choice_button(context, tasks[i]), pick, &shared);
  }
  end_actions(json);
}

void section_block(JsonWriter& json, const ChoiceSection& section, const CardContext& card, bool separated) {
  const auto& context = card.context;
  text_block(json, which_is_meant(section, context), TextStyle::heading, separated);
  pick_buttons(json, section.tasks, section.topic, context);
  if (section.doubtful) {
    TaskContacts contacts;
    contacts.contact_point = general_contact_point(context.finder, context.policy);
    fallback_people(json, contacts, context);
    if (!section.topic.empty()) {
      ask_owner_button(json, section.topic, context);
    }
  }
}

void section_block(JsonWriter& json, const PersonChoiceSection& section, const CardContext& card,
                   bool separated) {
  const auto& context = card.context;
  text_block(
      json,
      section.name.empty()
          ? context.texts.say("choice.whom")
          : context.texts.say("choice.people", {{"name", capped(section.name, Shown::topic_characters)}}),
      TextStyle::heading, separated);
  begin_actions(json);
  for (std::size_t i = 0; i < std::min(section.people.size(), Shown::choices); ++i) {
    const auto& person = context.catalogue().person(section.people[i]);
    button(json, choice_button(context, person),
           {Verb::pick_person, context.texts.language(), 0, person.id, std::string(to_string(section.about)),
            context.nonce});
  }
  end_actions(json);
}

}  // namespace handlers::cards
