#include "handlers/cards/card_action.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/section_blocks.hpp"

#include <cstddef>

namespace handlers::cards {
namespace {

/// Teams shows no more in one set (host configuration: maxActions).
constexpr std::size_t most_in_a_set = 6;

/// A set of buttons that becomes two when it is full.
class ButtonRow {
 public:
  explicit ButtonRow(JsonWriter& json) : json_(json) { begin_actions(json_); }
  ~ButtonRow() { end_actions(json_); }
  ButtonRow(const ButtonRow&) = delete;
  ButtonRow& operator=(const ButtonRow&) = delete;

  void next() {
    if (count_++ == most_in_a_set) {
      end_actions(json_);
      begin_actions(json_);
      count_ = 1;
    }
  }

 private:
  JsonWriter& json_;
  std::size_t count_ = 0;
};

}  // namespace

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
  ButtonRow row(json);
  for (const auto& offer : section.offers) {
    row.next();
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
    row.next();
    open_url(json, link.title, link.url);
  }
}

}  // namespace handlers::cards
