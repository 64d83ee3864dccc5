#pragma once
// What a card shows, packed into its buttons, so that the card can be made again when one of them is tapped.
#include "handlers/sections.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers::cards {

/// Task and choice sections as database ids, a choice with its topic ("t12.15;c3.4:veje"); other sections are
/// left out. At most 300 characters: sections at the end that do not fit are left out too.
std::string pack(const std::vector<Section>&, const store::Catalogue&);

/// The sections again. What cannot be read, or is not in the catalogue any more, is left out: the text may be
/// forged.
std::vector<Section> unpack(std::string_view, const store::Catalogue&);

}  // namespace handlers::cards
