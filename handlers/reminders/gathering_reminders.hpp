#pragma once
// 'husk os på referatet 3 arbejdsdage før', 'send først påmindelsen efter påske': reminders of a gathering,
// by who coordinates its network.
#include "handlers/acting.hpp"
#include "handlers/time/date_phrases.hpp"

#include <optional>
#include <string>

namespace handlers {

/// Nothing if the message is about the sender's own reminders.
std::optional<Sections> change_gathering_reminders(const Intent&, const Acting&);

/// "-3w@09:00" for "3 arbejdsdage før kl. 9" (store/gatherings.hpp). Weeks are seven days; minutes count as
/// the hours begun. Nothing for months, which have no fixed length.
std::optional<std::string> rule_of(const Before&, std::optional<std::chrono::minutes> of_day);

}  // namespace handlers
