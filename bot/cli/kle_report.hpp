#pragma once
#include "store/kle_import.hpp"

#include <string>

namespace bot {

/// What an import of the KLE plan changed, or would change, in lines for a person at a terminal.
std::string text_of(const store::KleReport&);

}  // namespace bot
