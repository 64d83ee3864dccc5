#include "store/detail/email.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace store::detail {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

std::string fold_email(std::string_view email) {
  email = trimmed(email);
  std::string result(email);
  const bool ascii = std::all_of(email.begin(), email.end(), [](unsigned char c) { return c < 0x80; });
  if (ascii) {
    for (char& c : result)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(email.data()),
                                   static_cast<utf8proc_ssize_t>(email.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length >= 0) result.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  return result;
}

bool looks_like_email(std::string_view email) {
  const auto at = email.find('@');
  if (at == std::string_view::npos || at == 0 || email.find('@', at + 1) != std::string_view::npos)
    return false;
  const auto domain = email.substr(at + 1);
  const auto dot = domain.find('.');
  if (dot == std::string_view::npos || dot == 0 || domain.back() == '.') return false;
  if (domain.find("..") != std::string_view::npos || email.size() > 254) return false;
  constexpr std::string_view never = " \t\r\n,;<>()[]\\\"";
  return std::none_of(email.begin(), email.end(), [&](char c) {
    return (static_cast<unsigned char>(c) < 0x20) || c == 0x7f || never.find(c) != std::string_view::npos;
  });
}

}  // namespace store::detail
