#pragma once
// We come into a conversation, or are taken out of it.
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"

namespace handlers {

/// The welcome, once for each installation; in a personal chat also the open invitations, which somebody who
/// took us out has lost. `anew`: the chat was not known, or we were out of it.
Outcome come_in(const Turn&, bool anew, const Context&, const Services&);

/// Nothing is sent there any more, in no channel of the team. The coordinators of networks that posted there
/// are told in person.
Outcome go_out(const Turn&, const Services&);

}  // namespace handlers
