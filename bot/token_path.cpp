#include "bot/token_path.hpp"

#include <algorithm>

namespace bot {
namespace {

constexpr std::size_t token_size = 32;  // 128 random bits in hexadecimal

}  // namespace

std::optional<std::string> token_in(std::string_view path, std::string_view prefix, std::string_view suffix) {
  if (!path.starts_with(prefix) || !path.ends_with(suffix) ||
      path.size() != prefix.size() + token_size + suffix.size())
    return std::nullopt;
  const std::string_view token = path.substr(prefix.size(), token_size);
  const bool hexadecimal = std::all_of(
      token.begin(), token.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  return hexadecimal ? std::optional(std::string(token)) : std::nullopt;
}

}  // namespace bot
