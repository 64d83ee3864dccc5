#pragma once
// What the invited get: cards that are sent, edited, struck through; and the reminders that go with them.
#include "handlers/acting.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>
#include <vector>

namespace handlers {

/// The personal card of an invitation as it is now: what, when, where, why you, own answer, [Kommer] [Kommer
/// ikke] [Måske], calendar link. Of a cancelled gathering: struck through.
std::vector<Section> invitation_sections(const store::Gathering&, const store::Network&,
                                         const store::Invitation&, const Context&);

/// After the gathering became `invited`: each invited person gets the card once, reminders are planned, the
/// channel is told, and the organizer's status card is made (returned: it stands in place of the preview).
Sections send_invitations(const store::Gathering&, const store::Network&, Outcome&, const Services&,
                          const Context&, store::Instant now);

/// Whoever invites colleagues by name comes, without being asked.
void count_host_in(const store::Gathering&, const store::Network&, store::Transaction&, store::Instant now);

/// One more person, or one who was taken off before, was just invited: the card. Somebody who got a place:
/// the good news.
void send_invitation(const store::Gathering&, const store::Network&, std::int64_t person, Outcome&,
                     const Services&, const Context&, store::Instant now);
void tell_promoted(const store::Gathering&, const store::Network&, const std::vector<std::int64_t>& people,
                   Outcome&, const Services&, const Context&, store::Instant now);

/// After somebody was taken off it: the card is struck, and one message says so, unless the person declined
/// or never heard of it. An invitation that has not left never does. `invitation` as it was before; `by`: who
/// did it, empty if unknown. False if the person was not told.
bool tell_taken_off(const store::Invitation&, const std::string& by, const store::Gathering&,
                    const store::Network&, Outcome&, const Services&, const Context&, store::Instant now);

/// The cards of the person's gatherings ahead, unless declined, again: all that the chat does not show.
/// `anew`: it shows nothing that was sent before.
void show_open_invitations(std::int64_t person, bool anew, Outcome&, const Services&, const Context&,
                           store::Instant now);

/// After times or place changed (the store is up to date, answers asked again where the time changed): cards
/// edited, old reminders withdrawn and new ones planned, and one message that says from what to what, to all
/// who are concerned.
void tell_changed(const store::Gathering& before, const store::Gathering& after, const store::Network&,
                  Outcome&, const Services&, const Context&, store::Instant now);

/// After it was cancelled: cards struck through, and one message to those who had not declined (for somebody
/// who said yes to something within 24 hours no mute holds it back).
void tell_cancelled(const store::Gathering&, const store::Network&, Outcome&, const Services&, const Context&,
                    store::Instant now);

/// Withdraws what was planned for the gathering and plans its rules anew from `now` on: only sensible ones
/// (not in the past, never after it began; on days off the working day before).
void plan_reminders(const store::Gathering&, const store::Network&, store::Transaction&, const Context&,
                    store::Instant now);

/// The organizer's card: counts, who was not reached, buttons.
std::vector<Section> status_sections(const store::Gathering&, const store::Network&, store::Database&,
                                     const Context&);

}  // namespace handlers
