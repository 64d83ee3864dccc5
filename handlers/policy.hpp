#pragma once
#include <string>

namespace handlers {

/// Plain values from the settings that handlers need.
struct Policy {
  std::string zone = "Europe/Copenhagen";    ///< the municipality's time zone (IANA)
  std::string contact_point = "Én indgang";  ///< the contact point shown when nobody is found
  int stale_after_months = 12;               ///< an entry not confirmed for longer is marked
};

}  // namespace handlers
