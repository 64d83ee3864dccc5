#pragma once
// A message from the bot as text for the terminal.
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace bot {

/// A button of a card.
struct CardButton {
  std::string title;
  std::string url;     ///< Action.OpenUrl
  std::string action;  ///< Action.Execute or Action.Submit as JSON, to be sent back when tapped
};

struct CardText {
  std::string text;  ///< lines, each ended by '\n'
  std::vector<CardButton> buttons;
};

/// Text blocks, facts, columns and buttons of an Adaptive Card, in reading order. `bold` marks headings for a
/// terminal.
CardText card_text(const nlohmann::json& card, bool bold);

/// An outgoing Activity: its text, or its cards.
CardText activity_text(const nlohmann::json& activity, bool bold);

}  // namespace bot
