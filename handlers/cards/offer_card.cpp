#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"

namespace handlers::cards {

void section_block(JsonWriter& json, const OfferSection& section, const CardContext& card, bool separated) {
  bool first = true;
  for (const auto& line : section.lines) {
    if (first && section.struck) {
      struck_block(json, line, separated);
    } else {
      text_block(json, line, first ? TextStyle::heading : TextStyle::normal, first && separated);
    }
    first = false;
  }
  if (section.offers.empty() && section.links.empty()) {
    return;
  }
  begin_actions(json);
  for (const auto& offer : section.offers) {
    auto content = offer.button;
    content.language = card.context.texts.language();
    content.nonce = card.context.nonce;
    if (cards::opens_dialog(content.verb)) {
      dialog_button(json, offer.title, content);
    } else {
      button(json, offer.title, content);
    }
  }
  for (const auto& link : section.links) {
    open_url(json, link.title, link.url);
  }
  end_actions(json);
}

}  // namespace handlers::cards
