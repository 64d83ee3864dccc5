#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"

namespace handlers::cards {

void section_block(JsonWriter& json, const OfferSection& section, const CardContext& card, bool separated) {
  bool first = true;
  for (const auto& line : section.lines) {
    text_block(json, line, first ? TextStyle::heading : TextStyle::normal, first && separated);
    first = false;
  }
  if (section.offers.empty()) {
    return;
  }
  begin_actions(json);
  for (const auto& offer : section.offers) {
    auto content = offer.button;
    content.language = card.context.texts.language();
    content.nonce = card.context.nonce;
    button(json, offer.title, content);
  }
  end_actions(json);
}

}  // namespace handlers::cards
