#pragma once
// The pieces that all cards are made of. Elements are those of Adaptive Cards 1.2, so that phones show them
// too; only Action.Execute is newer and has a fallback.
#include "handlers/json_writer.hpp"
#include "handlers/language.hpp"

#include <string>
#include <string_view>

namespace handlers::cards {

enum class TextStyle { normal, name, heading, subtle };

/// Text of unknown origin, fit for a field that renders markdown: it is shown as it is, on one line. Only
/// what could act is escaped, because some phones show the backslashes (AdaptiveCards issue 5758).
std::string plain(std::string_view text);

/// At most `characters` code points; a longer text ends with an ellipsis.
std::string capped(std::string_view text, std::size_t characters);

/// Opens an Adaptive Card up to its body. `fallback_text` is shown by clients that cannot show the card.
void begin_card(JsonWriter&, Language, std::string_view fallback_text);
void end_card(JsonWriter&);

/// A line of text, given as plain text; `separated` draws a line above.
void text_block(JsonWriter&, std::string_view text, TextStyle = TextStyle::normal, bool separated = false);

/// A heading that is struck through: what it says no longer holds (Adaptive Cards 1.2: RichTextBlock).
void struck_block(JsonWriter&, std::string_view text, bool separated);

/// A row of buttons: what is written between the two calls.
void begin_actions(JsonWriter&);
void end_actions(JsonWriter&);

/// A button that opens a link; nothing if there is no link.
void open_url(JsonWriter&, std::string_view title, std::string_view url);

/// A button that says `text` as if the user had typed it.
void say_button(JsonWriter&, std::string_view text);

}  // namespace handlers::cards
