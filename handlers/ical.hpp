#pragma once
// iCalendar text (RFC 5545). Pure.
#include "store/clock.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers::ical {

enum class Status { confirmed, tentative, cancelled };

struct Event {
  std::string uid;
  int sequence = 0;
  store::Instant starts{};
  store::Instant ends{};
  std::string summary;
  std::string location;
  std::string description;
  std::string organizer_name;
  std::string organizer_email;  ///< empty: none is named
  Status status = Status::confirmed;
};

/// TEXT (section 3.3.11): backslash, semicolon, comma and line breaks escaped; other control characters are
/// left out.
std::string escaped(std::string_view text);

/// A content line, folded after at most 75 octets and never within a character (section 3.1), with CRLF.
std::string folded(std::string_view line);

/// "20260416T110000Z".
std::string utc(store::Instant);

/// A whole calendar. `method`: "PUBLISH" or "CANCEL" (RFC 5546); `name`: of a feed, else empty; `stamp`: when
/// it is made.
std::string calendar(const std::vector<Event>&, std::string_view method, std::string_view name,
                     store::Instant stamp);

}  // namespace handlers::ical
