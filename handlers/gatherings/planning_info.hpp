#pragma once
// "Hvornår er næste møde i ...?", "hvor er plenum?", "hvad er dagsordenen?"
#include "handlers/acting.hpp"

namespace handlers {

/// The next gathering that is asked about, in words; or that nothing is planned and whom to ask. Nothing is
/// told of a closed network to others than its own.
Sections tell_about_gathering(const Acting&);

}  // namespace handlers
