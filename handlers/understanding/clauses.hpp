#pragma once
// Which clause of a message asks, and what the others tell beside it.
#include "handlers/understanding/message.hpp"

#include <cstddef>
#include <optional>

namespace handlers::understanding {

/// "Min chef er syg, hvem godkender så min ferie": one clause asks, the others tell the circumstances. What
/// is asked for stands in the clause that asks, unless that has only pronouns: "der ligger en ræv på vejen,
/// hvem henter den".
struct Clauses {
  Stretch asking;
  Stretch told;                   ///< before it; behind it if nothing before it names anything
  bool names_matter = false;      ///< the asking clause names something beside its verb
  bool only_tells = false;        ///< it has no more than words of telling, asking or reaching somebody
  bool about_all_of_us = false;   ///< it asks about what names nothing: "om kommunen"
  bool told_of_somebody = false;  ///< what is told is a statement that asks for nothing by itself
};

/// Nothing if no clause asks, if several do, or if nothing is told beside it.
std::optional<Clauses> clauses_in(const Message&, Stretch);

/// "Jeg", "man", "they".
bool is_subject(const MessageWord&, store::Spoken);

/// True for a word in the place of a verb, behind a word that asks or a subject, that something else follows:
/// "hvor afleverer jeg ...", "jeg fandt et ...".
bool stands_as_verb(const Message&, std::size_t word, std::size_t end);

/// True where a clause of circumstances begins without a mark: "når ...", "så andre kan ...".
bool opens_circumstances(const Message&, std::size_t word, std::size_t end);

}  // namespace handlers::understanding
