#include "handlers/due_work.hpp"

namespace handlers {

Outcome run_due(store::Instant, const Services&, int) {
  return {};
}
Outcome refresh_status(std::int64_t, store::Instant, const Services&) {
  return {};
}

}  // namespace handlers
