#include "handlers/acting.hpp"

namespace handlers {

std::optional<Sections> hear_pending(const Acting&) {
  return std::nullopt;
}
std::optional<Sections> do_pending(const std::string&, bool, const Acting&) {
  return std::nullopt;
}

}  // namespace handlers
