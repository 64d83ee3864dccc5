#include "handlers/acting.hpp"

namespace handlers {

std::optional<Part> act_on_networks(const Intent&, const Acting&) {
  return std::nullopt;
}
std::optional<Sections> tap_networks(const cards::Button&, const Acting&) {
  return std::nullopt;
}

}  // namespace handlers
