#pragma once
// People in words: "Karen og Ole", "kommunaldirektøren".
#include "handlers/sections.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

struct PeopleNamed {
  std::vector<store::PersonIndex> people;  ///< nobody twice
  std::vector<std::string> unknown;        ///< as said
  std::vector<std::string> several;        ///< names that several have
};

/// Names apart by commas and "og". `me` is who "mig" means; titles count where nobody is called so.
PeopleNamed people_named(std::string_view text, store::PersonIndex me, const Context&);

/// What was not understood of it, a sentence each.
std::vector<std::string> not_understood(const PeopleNamed&, const Context&);

}  // namespace handlers
