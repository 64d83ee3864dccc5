#include "handlers/cards/links.hpp"

#include <algorithm>
#include <cctype>

namespace handlers::cards {
namespace {

bool can_be_email(std::string_view email) {
  const auto at = email.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < email.size() && email.size() <= 254 &&
         email.find('@', at + 1) == std::string_view::npos &&
         std::none_of(email.begin(), email.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7f; });
}

/// Everything but RFC 3986's unreserved characters and '@' is percent-encoded.
std::string encoded(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept =
        byte < 0x80 && (std::isalnum(byte) || std::string_view("-._~@").find(c) != std::string_view::npos);
    if (kept) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string chat_link(std::string_view email) {
  return can_be_email(email) ? "https://teams.microsoft.com/l/chat/0/0?users=" + encoded(email) : "";
}

std::string mail_link(std::string_view email) {
  return can_be_email(email) ? "mailto:" + encoded(email) : "";
}

std::string mail_link(const std::vector<std::string_view>& emails, std::string_view subject) {
  std::string addresses;
  for (const auto email : emails) {
    if (can_be_email(email)) {
      addresses += (addresses.empty() ? "" : ",") + encoded(email);
    }
  }
  return addresses.empty() ? "" : "mailto:" + addresses + "?subject=" + encoded(subject);
}

std::string phone_link(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (c == '+' && digits.empty()) {
      digits += c;
    } else if (std::isdigit(static_cast<unsigned char>(c))) {
      digits += c;
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      return "";
    }
  }
  return digits.size() >= 3 && digits.size() <= 20 ? "tel:" + digits : "";
}

}  // namespace handlers::cards
