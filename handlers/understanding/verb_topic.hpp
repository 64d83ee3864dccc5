#pragma once
// Verbs that look like a topic, and topics that are nothing but a verb.
#include "handlers/understanding/message.hpp"
#include "store/search/finder.hpp"

#include <optional>
#include <string>

namespace handlers::understanding {

/// What stands behind a verb and its subject, "mailen på sagen" of "hvor gemmer jeg mailen på sagen", where
/// the verb is the only word that names something. Nothing if the topic is no such verb, or nothing follows.
std::optional<Stretch> behind_inverted_verb(const Message&, Stretch part, Stretch topic);

/// From a verb of asking or filler to the particle that makes another verb of it: "siger jeg en medarbejder
/// op".
std::optional<Stretch> verb_with_particle(const Message&, Stretch part);

/// The topic with a verb of asking or filler and its particle around it or before it, where the catalogue has
/// the word that they are together: "siger man en lejer op", "følger op på sygemeldte".
std::optional<Stretch> with_parted_verb(const Message&, Stretch part, Stretch topic, const store::Finder&);

/// The topic with what stands behind "men" or "but", where nothing behind it names something and yet it is
/// the point: "får kontanthjælp men arbejder sort".
std::optional<Stretch> with_objection(const Message&, Stretch part, Stretch topic);

/// "Where can I park" is about "parking": the noun of an English verb behind its subject, if that is all of
/// the topic. Empty if it is none.
std::string noun_of_verb(const Message&, Stretch topic);

}  // namespace handlers::understanding
