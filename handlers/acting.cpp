#include "handlers/acting.hpp"

namespace handlers {

std::optional<Part> act(const Intent& intent, const Acting& acting) {
  for (const auto door : {act_on_networks, act_on_gatherings, act_on_answers, act_on_reminders}) {
    if (auto part = door(intent, acting)) {
      return part;
    }
  }
  return std::nullopt;
}

}  // namespace handlers
