#pragma once
// Who is invited to a gathering, and why.
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace handlers {

/// Brings the invitations of a draft or a planned gathering in line with the network's members: whoever came
/// is invited once, however many reasons there are; whoever left is taken out. Those whom a leader left out
/// stay out.
void invite_members(const store::Gathering&, const store::Network&, store::Transaction&, const Context&,
                    store::Instant now);

/// Of these, whom the network lets in: only members if it is closed. A line in `notes` names the others.
std::vector<std::int64_t> invitable(std::vector<std::int64_t> people, const store::Network&, store::Database&,
                                    const Context&, std::vector<std::string>& notes);

/// Takes those out whom a leader left out; done when the invitations go.
void take_left_out(const store::Gathering&, store::Transaction&, store::Instant now);

/// Those who stand to be invited, in the order of the catalogue's names.
std::vector<store::Invitation> invited_people(const store::Gathering&, store::Database&, const Context&);

/// "Inviteres: 7 – Aase Ørum, ... (medlemmer)" and the like; that there are fewer places than people, and who
/// cannot be told in Teams, stand with them.
std::vector<std::string> invitees_in_words(const store::Gathering&, const store::Network&, store::Database&,
                                           const Context&);

}  // namespace handlers
