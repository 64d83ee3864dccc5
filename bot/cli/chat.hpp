#pragma once
// `indgang chat`: Teams on the terminal. It posts activities to the running service and is the connector that
// the service answers to, over the same HTTP protocol.
#include "config/settings.hpp"

#include <string>
#include <vector>

namespace bot {

struct ChatOptions {
  std::vector<std::string>
      say;          ///< ask these, print the answers, end; empty: read lines until the input ends
  std::string as;   ///< e-mail of the one who asks; empty: somebody unknown
  std::string url;  ///< of the service; empty: from the settings' address and port
};

/// Returns the exit status. Throws std::runtime_error with one sentence when the service cannot be talked to.
int chat(const config::Settings&, const ChatOptions&);

}  // namespace bot
