#pragma once
// The pieces of which invitations, reminders and notes about a gathering are made.
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>
#include <vector>

namespace handlers {

/// "torsdag den 16. april 2026 kl. 13.00-15.30, mødelokale 1": always with the year.
std::string full_when(const store::Gathering&, const Context&);
/// "onsdag den 8. april 2026 kl. 12.00".
std::string moment_of(store::Instant, const Context&);

/// "Dit svar: Du kommer."; "Du er nummer 2 på ventelisten."; a question if there is none. `place`: 1 is next;
/// 0 unknown.
std::string own_answer(const store::Invitation&, int place, const Context&);

/// The buttons that would change the answer.
std::vector<Offer> answer_offers(const store::Invitation&, const Context&);

/// The card as it is now; `place` as above.
OfferSection invitation_card(const store::Gathering&, const store::Network&, const store::Invitation&,
                             int place, const Context&);

/// The place on the waiting list, counted from 1; 0 if not waiting.
int place_in_queue(const store::Invitation&, store::Database&);

}  // namespace handlers
