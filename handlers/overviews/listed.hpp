#pragma once
// What stands in a list of an overview: looked up for whoever may see it (lists.hpp says who).
#include "handlers/overviews/lists.hpp"
#include "handlers/staff.hpp"

#include <string>
#include <vector>

namespace handlers {

/// One line a row, and its cells for a CSV.
struct Listed {
  std::vector<std::string> lines;
  std::vector<std::vector<std::string>> cells;
};

/// As far as it is about these people.
Listed listed_by(const ListAsked&, const PeopleMask&, const Acting&);

}  // namespace handlers
