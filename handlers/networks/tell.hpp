#pragma once
// One sentence to a colleague who did not ask for it.
#include "handlers/acting.hpp"
#include "store/networks.hpp"

#include <functional>
#include <string>

namespace handlers {

/// In private, in the language that this person speaks with us. Nothing if they can't be written to, if they
/// muted the network or everything, or if it is the sender (who sees the reply).
void tell(store::PersonIndex, const store::Network&, const std::function<std::string(const Texts&)>& sentence,
          const Acting&);

}  // namespace handlers
