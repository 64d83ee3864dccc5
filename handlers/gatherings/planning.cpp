#include "handlers/acting.hpp"

namespace handlers {

std::optional<Part> act_on_gatherings(const Intent&, const Acting&) {
  return std::nullopt;
}
std::optional<Sections> tap_gatherings(const cards::Button&, const Acting&) {
  return std::nullopt;
}
DialogAnswer open_gathering_dialog(const cards::Button&, const Acting&) {
  return {};
}
DialogAnswer submit_gathering_dialog(const cards::Button&, const Acting&) {
  return {};
}

}  // namespace handlers
