#pragma once
// What a sentence that somebody tells beside a question is about.
#include "handlers/understanding/message.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace handlers::understanding {

/// The names of things that are told of, at most a few: "en journalist har ...", "lønnen er ...", "...
/// mistet min nøglebrik". Not for whom it happened to, nor what stands behind a preposition or is one of many
/// ("har købt en bil").
std::vector<Stretch> things_told(const Message&, Stretch told);

/// The one whom it happened to, if the rest is told of them: "elev" in "vores elev er flyttet til udlandet".
std::optional<std::size_t> whom_told_of(const Message&, Stretch told);

/// True if nothing is told but what somebody wants to do: "vi skal giftes", "I would like to quit".
bool is_wanted(const Message&, Stretch told);

}  // namespace handlers::understanding
