#pragma once
// What the ids and names of a conversation's memory stand for today.
#include "handlers/part.hpp"
#include "handlers/sections.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace handlers {

/// Those who are still in the catalogue and have not left.
std::vector<store::PersonIndex> people_in(const std::vector<std::int64_t>& ids, const Context&);

/// Those that are still in the catalogue.
std::vector<store::TaskIndex> tasks_in(const std::vector<std::int64_t>& ids, const Context&);

/// True for the name of an intent that asks about a person.
bool asks_about_a_person(std::string_view intent);

/// The question about a person of that name; any other name asks for the person's tasks.
IntentName person_intent(std::string_view name);

/// The answer for one task that is known.
Part task_part(store::TaskIndex, const Context&);

}  // namespace handlers
