#pragma once
// "Abonnér på ugeoversigt fredag kl. 9", "pause oversigten til 1/8", "vis status": in words and by button.
#include "handlers/acting.hpp"
#include "store/subscriptions.hpp"

#include <string_view>

namespace handlers {

/// digest_subscribe: pace, day, hour, pause, stand-in, or the end of it.
Sections subscribe(const Intent&, const Acting&);

/// What a button of the settings does: "pause", "resume", "weekly", "monthly", "something" (only if there is
/// something to tell), "always", "stop".
Sections change_subscription(std::string_view what, const Acting&);

/// digest_show: the overview now. What is told here is told again by the next one: only that one counts.
Sections show_overview(const Acting&);

/// Under an overview that was sent: how to have it otherwise.
OfferSection settings_section(const store::Subscription&, const Context&);

/// A subscription of somebody who was never asked.
store::Subscription fresh_subscription(std::int64_t person, store::Database&);

/// Plans the next one in place of the one that is planned; none if it is off or paused for good.
void plan_overview(const store::Subscription&, store::Instant after, store::Instant now, store::Transaction&,
                   const Policy&);

/// The duty of one person's next overview, and the one that looks for people who should have one.
inline constexpr std::string_view overview_duty = "overview";
inline constexpr std::string_view overviews_duty = "overviews";

}  // namespace handlers
