#pragma once
// The topic of what is told beside a question.
#include "handlers/understanding/clauses.hpp"
#include "handlers/understanding/topic.hpp"

#include <string>

namespace handlers::understanding {

/// What is told beside the question, as far as it says most: all of it, or what it is about.
std::string circumstances(const Message&, Stretch told, const store::Finder&);

/// The topics of what is told, where the clause that asks names none.
Topics topics_told(const Message&, const Clauses&, const store::Finder&);

}  // namespace handlers::understanding
