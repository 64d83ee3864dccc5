#include "handlers/acting.hpp"

namespace handlers {

std::optional<Part> act_on_answers(const Intent&, const Acting&) {
  return std::nullopt;
}
std::optional<Sections> tap_answers(const cards::Button&, const Acting&) {
  return std::nullopt;
}

}  // namespace handlers
