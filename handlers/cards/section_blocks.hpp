#pragma once
// The part of a card that shows one section; each in the file of its kind.
#include "handlers/contacts.hpp"
#include "handlers/json_writer.hpp"
#include "handlers/sections.hpp"

#include <optional>
#include <string>

namespace handlers::cards {

/// What the sections of one card share.
struct CardContext {
  const Context& context;
  std::string packed;  ///< the whole card, for its buttons (shown_sections.hpp)
  std::optional<Reported> reported;
};

void section_block(JsonWriter&, const TaskSection&, const CardContext&, bool separated);    // answer_card.cpp
void section_block(JsonWriter&, const ChoiceSection&, const CardContext&, bool separated);  // pick_card.cpp
void section_block(JsonWriter&, const PersonChoiceSection&, const CardContext&,
                   bool separated);                                                         // pick_card.cpp
void section_block(JsonWriter&, const NoneSection&, const CardContext&, bool separated);    // none_card.cpp
void section_block(JsonWriter&, const PersonSection&, const CardContext&, bool separated);  // person_card.cpp
void section_block(JsonWriter&, const TextSection&, const CardContext&, bool separated);    // text_card.cpp

void section_block(JsonWriter&, const OfferSection&, const CardContext&, bool separated);  // offer_card.cpp

/// Buttons for tasks to pick; `topic` is what was asked.
void pick_buttons(JsonWriter&, const std::vector<store::TaskIndex>&, std::string_view topic, const Context&);

/// Name, title, unit and phone. With `phone_first` the number stands largest.
void person_lines(JsonWriter&, store::PersonIndex, const Context&, bool phone_first = false);

/// Chat, mail and call: those for which the catalogue has what they need. No chat with a contact point.
void reach_buttons(JsonWriter&, store::PersonIndex, const Context&);

/// True if reach_buttons would make any.
bool can_be_reached(store::PersonIndex, const Context&);

/// [Send til katalogansvarlig]: whoever answers for the catalogue is asked about the topic.
void ask_owner_button(JsonWriter&, std::string_view topic, const Context&);

/// Leader and contact point to ask when nobody else can be.
void fallback_people(JsonWriter&, const TaskContacts&, const Context&);

}  // namespace handlers::cards
