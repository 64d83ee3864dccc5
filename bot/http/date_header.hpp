#pragma once
#include "store/clock.hpp"

#include <optional>
#include <string_view>

namespace bot::http {

/// An HTTP date ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110 §5.6.7); nothing if the text is none.
std::optional<store::Instant> parse_http_date(std::string_view text);

}  // namespace bot::http
