#pragma once
#include "store/search/finder.hpp"

#include <string_view>

namespace handlers::understanding {

/// True if somebody in the catalogue is called so (Finder::find_people).
bool names_person(const store::Finder&, std::string_view text);

/// True if all the words belong to the name of one unit.
bool names_unit(const store::Finder&, std::string_view text);

/// True if one of the words says that a network, a group or the like is meant.
bool names_network(std::string_view text);

}  // namespace handlers::understanding
