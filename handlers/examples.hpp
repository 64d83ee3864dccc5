#pragma once
#include "handlers/sections.hpp"

#include <string>
#include <vector>

namespace handlers {

/// Up to three questions that this catalogue answers surely, in the language of the context: tried before
/// they are shown.
std::vector<std::string> examples(const Context&);

}  // namespace handlers
