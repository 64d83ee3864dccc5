#include "handlers/acting.hpp"

namespace handlers {

std::optional<Part> act_on_reminders(const Intent&, const Acting&) {
  return std::nullopt;
}
std::optional<Sections> tap_reminders(const cards::Button&, const Acting&) {
  return std::nullopt;
}

}  // namespace handlers
