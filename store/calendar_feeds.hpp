#pragma once
// Calendars that a person's own programs read, by a link that nobody can guess.
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

/// The token of a person's calendar feed; made when it is first asked for. Empty if the person is not known.
std::string calendar_feed(Transaction&, std::int64_t person);
std::optional<std::int64_t> person_of_feed(Database&, const std::string& token);

}  // namespace store
