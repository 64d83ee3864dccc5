#pragma once
// Builds every part of the service in order, runs it, and takes it down in the opposite order.
#include "config/settings.hpp"
#include "store/clock.hpp"

#include <string>

namespace bot {

/// Runs the service until SIGTERM or SIGINT; SIGHUP reads the certificate again. Returns the exit status.
/// Throws std::runtime_error with one sentence when it cannot start. Logs one line with event "ready" and the
/// URL when the door is open.
int serve(const config::Settings&, const store::Clock&);

}  // namespace bot
