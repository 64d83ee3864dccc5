#pragma once
// The two forms of an answer about people.
#include "handlers/part.hpp"

namespace handlers {

/// One sentence that names nobody to write to.
Part words_part(std::string line, store::Confidence);

/// One sentence and how to reach the one it is about; with `role` that person is an answer.
Part person_part(std::string lead, store::PersonIndex, std::vector<std::string> lines, std::string_view role);

}  // namespace handlers
