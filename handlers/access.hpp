#pragma once
// Who may do what: the one place. Deny by default.
#include "handlers/sections.hpp"
#include "handlers/staff.hpp"
#include "handlers/turn.hpp"
#include "store/networks.hpp"

#include <string>

namespace handlers {

bool is_administrator(const Sender&, const Context&);

/// May say that the person leaves and who takes over: whoever leads the person, owners of the whole
/// catalogue, administrators.
bool may_arrange_departure(const Sender&, store::PersonIndex, const Context&);

/// Leads somebody in the catalogue.
bool is_leader(store::PersonIndex, const store::Catalogue&);

/// Formal networks, steering groups and the like: administrators, named coordinators, leaders. Informal ones:
/// everybody of the catalogue.
bool may_create(store::NetworkKind, const Sender&, const Context&);

/// Change, close, bind, plan, see who has not answered: its coordinator (or whoever succeeds one who left),
/// its reference, administrators. In an informal network every member may plan (`plan`).
bool may_coordinate(const store::Network&, const Sender&, const Context&);
bool may_plan(const store::Network&, const Sender&, store::Database&, const Context&);

/// Members and gatherings of a closed network: its members, coordinator, reference, administrators.
bool may_see(const store::Network&, const Sender&, store::Database&, const Context&);

/// Who answers for the network today: coordinator, else successor, else reference (whoever has not left);
/// no_index if nobody.
store::PersonIndex coordinator_of(const store::Network&, const Context&);

/// Whose entries somebody may see with their confirmations, and which tasks of theirs hang on one person:
/// administrators and owners of everything all; owners of a unit its people; leaders everybody under them;
/// a stand-in chosen for a leader's overviews theirs, while that leader is away.
PeopleMask entries_to_see(const Sender&, store::Database&, const Context&);
/// The overview of somebody, with its lists: that person, and the chosen stand-in while that person is away.
bool may_see_overview(store::PersonIndex of, const Sender&, store::Database&, const Context&);

/// The polite refusal, which names whom to ask.
std::string coordinator_refusal(const store::Network&, const Context&);
std::string create_refusal(const Context&);

}  // namespace handlers
