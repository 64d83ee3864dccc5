#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"

namespace handlers::cards {

void section_block(JsonWriter& json, const TextSection& section, const CardContext& card, bool separated) {
  bool first = separated;
  for (const auto& line : section.lines) {
    text_block(json, line, TextStyle::normal, first);
    first = false;
  }
  if (section.examples.empty()) {
    return;
  }
  // What a button says in a shared conversation does not mention us, so it would not reach us.
  if (card.context.scope != Scope::personal) {
    for (const auto& example : section.examples) {
      text_block(json, "– " + example);
    }
    return;
  }
  begin_actions(json);
  for (const auto& example : section.examples) {
    say_button(json, example);
  }
  end_actions(json);
}

}  // namespace handlers::cards
