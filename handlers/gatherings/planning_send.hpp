#pragma once
// What the buttons of a preview do. Who taps is checked again, and so is what the card showed.
#include "handlers/acting.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <optional>

namespace handlers {

/// The draft and its network, if the sender may plan for it and the card shows it as it is; else what is to
/// be said.
struct Tapped {
  std::optional<store::Gathering> gathering;
  std::optional<store::Network> network;
  Sections refusal;
};
Tapped tapped_draft(const cards::Button&, const Acting&);

/// The invitations go out, once.
Sections send_draft(const cards::Button&, const Acting&);
Sections drop_draft(const cards::Button&, const Acting&);

/// The preview of a draft, which is at hand from now on.
Sections show_draft(const store::Gathering&, const Acting&, std::vector<std::string> notes = {});

}  // namespace handlers
