#pragma once
// How an invitation goes: the organizer's card, the channel's post, and their edits.
#include "handlers/gatherings/mailing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// "12 kommer, 3 kommer ikke, 2 måske, 4 på venteliste, 29 har ikke svaret".
std::string counts_in_words(const store::AnswerCounts&, const Context&);

/// What a button says beside its verb when its list begins with those who have not answered.
inline constexpr std::string_view about_missing = "missing";

/// The post in the network's channel: what, when, and how many; nobody is named.
Make channel_post(const Mailing&);

/// The organizer's card right after the invitations went into the outbox.
std::vector<Section> status_after_sending(const Mailing&);

/// The organizer's card and the channel's post are edited to what holds now.
void refresh(const Mailing&);
/// The card alone.
void refresh_card(const Mailing&);

/// Invited, or to say it again after a move; by name.
std::vector<store::Invitation> silent_ones(std::int64_t gathering, store::Database&);

/// Names in the order given, at most thirty; of people the catalogue still knows.
std::string names_of(const std::vector<std::int64_t>& people, const Context&);

}  // namespace handlers
