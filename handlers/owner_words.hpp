#pragma once
// What an owner of the catalogue says in words: "det er Mads", "hvilke spørgsmål er åbne?".
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"

#include <optional>
#include <string_view>

namespace handlers {

/// The language in which somebody asks for the open questions; nothing if they ask something else.
std::optional<Language> asks_for_open_questions(std::string_view text);

/// "Mads" of "det er Mads" or "it's Mads."; empty if the text is nothing of the kind.
struct NamedPerson {
  std::string_view name;
  Language language = Language::danish;
};
NamedPerson named_person(std::string_view text);

/// Acts on a message that is one of these; nothing if it is to be understood as any other message. `text` has
/// no personal numbers any more. One reply.
std::optional<Outcome> hear_owner(std::string_view text, const Turn&, const Context&, const Services&);

}  // namespace handlers
