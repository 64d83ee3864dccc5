#pragma once
// GET /calendar/<token>.ics and /calendar/feed/<token>.ics: what a calendar program fetches. The token is the
// permission, so it is never written to a log.
#include "bot/http/message.hpp"
#include "bot/writer.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace bot {

/// What a path asks for.
struct CalendarRequest {
  std::string token;
  bool feed = false;  ///< all of a person's gatherings, else one invitation

  bool operator==(const CalendarRequest&) const = default;
};

/// Nothing if no token can look like that: the database need not be asked.
std::optional<CalendarRequest> parse_calendar_path(std::string_view path);

class CalendarEndpoint {
 public:
  /// Everything belongs to the caller.
  CalendarEndpoint(Writer& writer, const handlers::Policy& policy, const store::Clock& clock)
      : writer_(writer), policy_(policy), clock_(clock) {}

  /// 200 with iCalendar text (RFC 5545); 404, always the same, for whatever leads to none.
  boost::asio::awaitable<http::Response> get(std::string path);

 private:
  Writer& writer_;
  const handlers::Policy& policy_;
  const store::Clock& clock_;
};

}  // namespace bot
