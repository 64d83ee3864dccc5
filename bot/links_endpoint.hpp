#pragma once
// GET of what a link in a message leads to: /calendar/<token>.ics and /calendar/feed/<token>.ics for calendar
// programs, /answers/<token>.csv for some minutes. The token is the permission, so it is never written to a
// log.
#include "bot/http/message.hpp"
#include "bot/writer.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace bot {

/// One gathering of somebody, all of somebody's, what was answered to one.
enum class LinkKind { invitation, feed, answers };

/// What a path asks for.
struct Link {
  LinkKind kind = LinkKind::invitation;
  std::string token;

  bool operator==(const Link&) const = default;
};

/// Nothing if no token can look like that: the database need not be asked.
std::optional<Link> parse_link(std::string_view path);

/// True for the paths that are links' only.
bool is_link(std::string_view path);

class LinksEndpoint {
 public:
  /// Everything belongs to the caller.
  LinksEndpoint(Writer& writer, const handlers::Policy& policy, const store::Clock& clock)
      : writer_(writer), policy_(policy), clock_(clock) {}

  /// 200 with iCalendar text (RFC 5545) or CSV; 404, always the same, for whatever leads to none.
  boost::asio::awaitable<http::Response> get(std::string path);

 private:
  Writer& writer_;
  const handlers::Policy& policy_;
  const store::Clock& clock_;
};

}  // namespace bot
