#pragma once
// What else is planned at the time of a gathering.
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"

#include <string>
#include <vector>

namespace handlers {

/// One line that names what the gathering falls together with: others of its network and, for whoever plans
/// it and in private alone, what that person organizes or coordinates beside. Nothing about the invited: when
/// they are busy is theirs.
std::vector<std::string> clashes_in_words(const store::Gathering&, store::PersonIndex reader,
                                          store::Database&, const Context&);

}  // namespace handlers
