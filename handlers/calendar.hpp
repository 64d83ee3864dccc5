#pragma once
// Gatherings for people's own calendars: iCalendar (RFC 5545) behind links that nobody can guess.
#include "handlers/dispatch.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"

#include <optional>
#include <string>

namespace handlers {

/// Where bot/ serves them: "/calendar/" + token + ".ics" and "/calendar/feed/" + token + ".ics".
inline constexpr const char* invitation_path = "/calendar/";
inline constexpr const char* feed_path = "/calendar/feed/";

/// The links that people get; empty if the policy has no public URL.
std::string invitation_link(const Policy&, const std::string& token);
std::string feed_link(const Policy&, const std::string& token);

/// The one gathering of an invitation: METHOD:PUBLISH, or CANCEL once it is cancelled. Nothing if nobody has
/// the token, or is invited no more.
std::optional<std::string> calendar_of_invitation(const std::string& token, store::Instant now,
                                                  const Services&);

/// A person's gatherings ahead and of the last 90 days: declined ones are left out, cancelled ones stay for
/// 30 days after they would have begun. Nothing if nobody has the token.
std::optional<std::string> calendar_of_feed(const std::string& token, store::Instant now, const Services&);

}  // namespace handlers
