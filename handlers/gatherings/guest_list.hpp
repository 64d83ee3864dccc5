#pragma once
// The list of a gathering that is planned already. Inner part of guests.
#include "handlers/acting.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "store/invitations.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// Database ids of people.
using GuestIds = std::vector<std::int64_t>;

/// What is done, to which gathering, with whom, as a pending form and its buttons hold it: "guests-invite 12
/// 5 6".
struct GuestForm {
  std::string_view word;
  std::int64_t gathering = 0;
  GuestIds people;
};
std::string write_guests(std::string_view word, std::int64_t gathering, const GuestIds&);
/// Of any text; `word` points into it.
GuestForm read_guests(std::string_view);

/// As long as the person is not taken off; also of somebody whom the leader left out.
std::optional<store::Invitation> invitation_of(std::int64_t person, const GatheringAtHand&, const Acting&);
bool is_on_it(std::int64_t person, const GatheringAtHand&, const Acting&);

/// A draft, or one that was sent and is not over, by its network's coordinators or its host.
bool may_change_list(const GatheringAtHand&, const Acting&);

/// "Hvilket møde mener du?", with a button for each that carries `word`.
Sections ask_which_list(const std::vector<GatheringAtHand>&, std::string_view word, const GuestIds&,
                        const Acting&);

/// Says it again, and waits for a yes; of a draft it is done at once.
Sections ask_to_invite(const GatheringAtHand&, const GuestIds&, std::vector<std::string> notes,
                       const Acting&);
Sections ask_to_take_off(const GatheringAtHand&, GuestIds, const Acting&);

/// Does it, and tells those concerned.
Sections invite_now(const GatheringAtHand&, const GuestIds&, std::vector<std::string> notes, const Acting&);
Sections take_off_now(const GatheringAtHand&, const GuestIds&, const Acting&);

}  // namespace handlers
