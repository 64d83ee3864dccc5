#pragma once
// 'mind mig om at ringe til Lone på onsdag kl. 9': reminders that somebody sets for themselves.
#include "handlers/acting.hpp"
#include "handlers/time/date_phrases.hpp"
#include "store/reminders.hpp"

#include <string>
#include <string_view>

namespace handlers {

/// Sets it, or asks for what is missing; nothing if a follow-up ("ring til hende") names no time.
std::optional<Sections> set_own_reminder(const Intent&, const Acting&);
/// "nej kl. 10", "flyt den til tirsdag" right after it was set; `pending` names it (pending.hpp). Nothing if
/// the message says anything else.
std::optional<Sections> change_own_reminder(const std::string& pending, const Acting&);
/// "slet den" right after one was set or shown; `pending` names it by id behind a blank. Nothing if the
/// message says anything else.
std::optional<Sections> withdraw_said_reminder(const std::string& pending, const Acting&);
/// "fortryd" takes it back, "ja" says it again.
std::optional<Sections> do_pending_reminder(const std::string& pending, bool yes, const Acting&);

// reminder_list.cpp
Sections show_own_reminders(const Acting&);
/// One of them by the words in it or its day, the only one, or all.
Sections delete_own_reminders(const Intent&, const Acting&);
/// By its button.
Sections withdraw_own_reminder(std::int64_t id, const Acting&);

/// When it comes: "mandag den 30. marts kl. 9.00".
std::string moment_line(const store::Reminder&, const Context&);
/// The button that takes it back.
Offer withdraw_offer(std::int64_t id, std::string title);

/// What is left of a request when the time is taken out: "ringe til Lone". Ranges are bytes of the text, in
/// order.
std::string what_of(std::string_view text, const std::vector<ByteRange>& taken);

}  // namespace handlers
