#pragma once
// 'mind mig om at ringe til Lone på onsdag kl. 9': reminders that somebody sets for themselves.
#include "handlers/acting.hpp"
#include "handlers/time/date_phrases.hpp"

#include <string>
#include <string_view>

namespace handlers {

/// Sets it, or asks for what is missing; nothing if a follow-up ("ring til hende") names no time.
std::optional<Sections> set_own_reminder(const Intent&, const Acting&);
Sections show_own_reminders(const Acting&);
/// One of them by the words in it or its day, the only one, or all.
Sections delete_own_reminders(const Intent&, const Acting&);
/// By its button.
Sections withdraw_own_reminder(std::int64_t id, const Acting&);

/// What is left of a request when the time is taken out: "ringe til Lone". Ranges are bytes of the text, in
/// order.
std::string what_of(std::string_view text, const std::vector<ByteRange>& taken);

}  // namespace handlers
