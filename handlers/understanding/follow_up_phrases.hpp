#pragma once
// The phrases of follow-ups in both languages, as data. How rows are written: patterns.hpp.
#include "handlers/understanding/patterns.hpp"

#include <span>

namespace handlers::understanding {

namespace danish {
std::span<const PatternRow> follow_ups();
}
namespace english {
std::span<const PatternRow> follow_ups();
}

}  // namespace handlers::understanding
