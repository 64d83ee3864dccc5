#pragma once
// Leaders look first at who of their staff is invited.
#include "handlers/acting.hpp"
#include "handlers/dispatch.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

namespace handlers {

/// Each leader gets one card with own staff; until when they may answer is planned. The preview stays.
Sections ask_leaders(const cards::Button&, const Acting&);

/// A leader says that all may come, or leaves one out. Only own staff counts.
Sections hear_leader(const cards::Button&, const Acting&);

/// The time for leaders is over (store::ReminderKind::approval): whoever was not spoken of may come, and
/// whoever planned it is told. Nothing if the gathering is a draft no more.
void end_approval(const store::Gathering&, const store::Network&, Outcome&, const Services&, const Context&,
                  store::Instant now);

}  // namespace handlers
