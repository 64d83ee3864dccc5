#pragma once
// Gatherings in words.
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>

namespace handlers {

/// "Plenum i Virksomhedsnetværket", "Virksomhedsnetværket mødes" ...: the gathering's name for a heading.
std::string gathering_title(const store::Gathering&, const store::Network&, const Context&);
/// "torsdag den 16. april kl. 13.00-15.30"; over midnight or several days with both days.
std::string gathering_when(const store::Gathering&, const Context&);
/// The same with the place: "torsdag den 16. april kl. 13.00-15.30, mødelokale 1".
std::string gathering_when_where(const store::Gathering&, const Context&);

}  // namespace handlers
