#pragma once
// Who may do what: the one place. Deny by default.
#include "handlers/sections.hpp"
#include "handlers/staff.hpp"
#include "handlers/turn.hpp"
#include "store/networks.hpp"
#include "store/proposals.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// The policy with the roles that were given in chat or by a file, beside those of the settings; nothing if
/// there are none. Whoever makes a Services asks for it once.
std::optional<Policy> with_given_roles(const Policy&, store::Database&);

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

/// Say for a colleague that the tasks are right, or which are not: whoever leads them, owners of their area,
/// administrators.
bool may_confirm_for(store::PersonIndex, const Sender&, const Context&);
/// Who is asked to, the first first: the leader, the owners of the area, administrators; never the person.
std::vector<store::PersonIndex> who_confirms_for(store::PersonIndex, const Context&);

/// Who answers for the network today: coordinator, else successor, else reference (whoever has not left);
/// no_index if nobody.
store::PersonIndex coordinator_of(const store::Network&, const Context&);

/// Whose entries somebody may see with their confirmations, and which tasks of theirs hang on one person:
/// administrators and owners of everything all; owners of a unit its people; leaders everybody under them;
/// a stand-in chosen for a leader's overviews theirs, while that leader is away.
PeopleMask entries_to_see(const Sender&, store::Database&, const Context&);
/// The overview of somebody, with its lists: that person, and the chosen stand-in while that person is away.
bool may_see_overview(store::PersonIndex of, const Sender&, store::Database&, const Context&);

/// Give somebody a task, or take it away: whoever leads that person, the owner of that person's area,
/// administrators.
bool may_assign(store::PersonIndex, const Sender&, const Context&);
/// Put a new task into the catalogue without asking: owners of the sender's area, administrators.
bool may_add_task(const Sender&, const Context&);
/// Change what the catalogue says about a task or person without asking: owners of the area, administrators.
bool may_correct(store::TaskIndex, store::PersonIndex, const Sender&, const Context&);
/// Say yes or no to a proposal: whoever it waits for; if that person has left, their leader or the owner;
/// administrators always.
bool may_decide(const store::Proposal&, const Sender&, const Context&);
/// Another e-mail address for a person: it decides who somebody is, so owners of everything and
/// administrators only, whoever is right about it.
bool is_new_address(const store::Proposal&);
bool may_set_address(const Sender&, const Context&);
/// Whom a proposal waits for, as far as the catalogue knows them and they work here: for owners those of the
/// area, if there are none administrators.
std::vector<store::PersonIndex> approvers(const store::Proposal&, const Context&);
/// Give and take roles: administrators.
bool may_give_roles(const Sender&, const Context&);

/// The polite refusals, which name whom to ask.
std::string assign_refusal(store::PersonIndex, const Context&);
std::string decide_refusal(const store::Proposal&, const Context&);
std::string roles_refusal(const Context&);

std::string coordinator_refusal(const store::Network&, const Context&);
std::string create_refusal(const Context&);

}  // namespace handlers
