#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace bot {

/// The token of a path made of prefix, token and suffix. Nothing if no token can look like that: the database
/// need not be asked.
std::optional<std::string> token_in(std::string_view path, std::string_view prefix, std::string_view suffix);

}  // namespace bot
