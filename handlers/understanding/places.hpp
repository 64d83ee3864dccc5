#pragma once
// Where something is that is broken, lost or found: "toilettet på rådhuset løber".
#include "handlers/understanding/message.hpp"

#include <string>
#include <vector>

namespace handlers::understanding {

/// A topic and the places that are told in it.
struct Placed {
  std::string rest;                 ///< without the places; empty if there are none
  std::vector<std::string> places;  ///< their words, in the spelling of the index
};

/// Places are our buildings behind "på", "i", "at the" and the like, not at the beginning of the topic.
Placed take_places_out(const Message&, Stretch topic);

}  // namespace handlers::understanding
