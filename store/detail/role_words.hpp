#pragma once
// Roles as the tables have them. For store/*.cpp only.
#include "store/catalogue.hpp"

#include <string_view>

namespace store::detail {

inline const char* word(Role role) {
  switch (role) {
    case Role::responsible:
      return "responsible";
    case Role::coordinator:
      return "coordinator";
    case Role::stand_in:
      return "stand_in";
  }
  return "";
}

inline Role role_in(std::string_view text) {
  if (text == "responsible") return Role::responsible;
  return text == "coordinator" ? Role::coordinator : Role::stand_in;
}

}  // namespace store::detail
