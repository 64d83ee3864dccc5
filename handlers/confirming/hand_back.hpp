#pragma once
// What somebody says is not theirs any more goes to those who answer for that part of the catalogue.
#include "handlers/acting.hpp"

#include <vector>

namespace handlers {

struct HandedBack {
  store::TaskIndex task = store::no_index;
  store::PersonIndex person = store::no_index;  ///< who has it, says the catalogue
  store::PersonIndex to = store::no_index;      ///< who may have it instead, if that was said
};

/// One report for each (equal ones are one), and one message to each owner about all of them. The catalogue
/// stays as it is until they have decided.
void hand_back(const std::vector<HandedBack>&, const Acting&);

/// The owners hear that the catalogue lacks tasks of this person. False if there is nobody to tell.
bool tell_of_missing_tasks(store::PersonIndex, const Acting&);

}  // namespace handlers
