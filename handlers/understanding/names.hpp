#pragma once
#include "store/search/finder.hpp"

#include <string>
#include <string_view>

namespace handlers::understanding {

/// True if somebody in the catalogue is called so (Finder::find_people).
bool names_person(const store::Finder&, std::string_view text);

/// The same, but a contact point is nobody.
bool names_colleague(const store::Finder&, std::string_view text);

/// True if somebody's first name is spelled so.
bool is_first_name(const store::Finder&, std::string_view word);

/// The name of the one who is called so, in full; as it was typed if several are, or nobody.
std::string person_called(const store::Finder&, std::string_view text);

/// True if the word, folded, is part of somebody's name letter by letter, with or without an -s.
bool spells_name(const store::Finder&, std::string_view letters);

/// The unit's name, where only one is called so; else as it was typed.
std::string unit_called(const store::Finder&, std::string_view text);

/// True if the word ends as leading employees are called: "miljøchefen", "kommunaldirektør".
bool names_title(std::string_view letters);

/// True if all the words belong to the name of one unit.
bool names_unit(const store::Finder&, std::string_view text);

/// True if one of the words says that a network, a group or the like is meant.
bool names_network(std::string_view text);

/// True for one word that is such, but a body of the municipality: "hovedudvalget" is a word of the
/// catalogue, and no network of colleagues.
bool names_public_body(const store::Finder&, std::string_view text);

/// True for one folded word that says so and nothing else: "juranetværket", but not "byrådet".
bool names_network_itself(std::string_view letters);

}  // namespace handlers::understanding
