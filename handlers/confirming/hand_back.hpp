#pragma once
// What somebody says is not theirs any more is proposed, as if they had said it in words (handlers/upkeep/).
#include "handlers/acting.hpp"

#include <string>
#include <vector>

namespace handlers {

struct HandedBack {
  store::TaskIndex task = store::no_index;
  store::PersonIndex person = store::no_index;  ///< who has it, says the catalogue
  store::PersonIndex to = store::no_index;      ///< who may have it instead, if that was said
};

/// One proposal for each, and one message to everybody who must approve some of them. Returns what became of
/// it, in words.
std::vector<std::string> hand_back(const std::vector<HandedBack>&, const Acting&);

/// The owners hear that the catalogue lacks tasks of this person. False if there is nobody to tell.
bool tell_of_missing_tasks(store::PersonIndex, const Acting&);

}  // namespace handlers
