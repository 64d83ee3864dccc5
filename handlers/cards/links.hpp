#pragma once
// Links behind the buttons, made from what the catalogue says. An address that cannot be one gives an empty
// text: no button.
#include <string>
#include <string_view>
#include <vector>

namespace handlers::cards {

/// A chat in Teams with the person (Microsoft: "Deep link to start a new chat").
std::string chat_link(std::string_view email);

/// mailto (RFC 6068).
std::string mail_link(std::string_view email);
/// One mail to several, with a subject. Addresses that cannot be any are left out; empty if none is left.
std::string mail_link(const std::vector<std::string_view>& emails, std::string_view subject);

/// tel (RFC 3966): digits and a leading plus are kept.
std::string phone_link(std::string_view phone);

}  // namespace handlers::cards
