#pragma once
// The small sentences that overviews and their lists share.
#include "handlers/overviews/overview.hpp"

#include <string>

namespace handlers {

/// "drager (3 gange)".
std::string wanted_in_words(const Wanted&, const Texts&);

/// "Henrik Møller (sidste dag 27. februar, 1 opgave)".
std::string leaver_in_words(const Leaver&, const Context&);

/// "Plenum i Virksomhedsnetværket torsdag den 16. april kl. 13.00: 3 af dine medarbejdere er inviteret, 2
/// kommer."
std::string in_words(const OwnPeopleThere&, const Context&);

}  // namespace handlers
