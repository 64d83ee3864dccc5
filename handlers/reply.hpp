#pragma once
// From sections to what is sent.
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"
#include "handlers/turn.hpp"

#include <string>
#include <vector>

namespace handlers {

/// Text and card of the sections. Adjacent answers with the very same people become one, too many are cut
/// with a sentence.
Reply make_reply(std::vector<Section>, const Context&);

/// An outcome of one reply: a sentence, or sections.
Outcome say(std::string sentence);
Outcome say(std::vector<Section>, const Context&);

/// The same context for a message into another conversation. `number` keeps the nonces of several apart.
Context elsewhere(const Context&, Language, const store::ConversationReference&, std::size_t number);

/// Who wrote, if the catalogue knows: by Entra id, else by e-mail.
store::PersonIndex sender_in_catalogue(const Sender&, const store::Catalogue&);

/// The language of a client's locale ("da-DK", anything): what is not English is Danish.
Language language_of_locale(std::string_view locale);

}  // namespace handlers
