#pragma once
// Gatherings in words.
#include "handlers/sections.hpp"
#include "handlers/time/local_time.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>

namespace handlers {

/// "Plenum i Virksomhedsnetværket"; without a kind "Møde i Virksomhedsnetværket"; of people who were named
/// "Møde om lokalplan". Common kinds are said in the language of the context.
std::string gathering_title(const store::Gathering&, const store::Network&, const Context&);

/// Whether the person has invited others by name: comes anyway, and is asked and told nothing.
bool hosts(const store::Gathering&, const store::Network&, std::int64_t person);
/// "torsdag den 16. april kl. 13.00-15.30"; over midnight or several days with both days.
std::string gathering_when(const store::Gathering&, const Context&);
/// The same with the place: "torsdag den 16. april kl. 13.00-15.30, mødelokale 1".
std::string gathering_when_where(const store::Gathering&, const Context&);
/// Always with the year: "torsdag den 16. april 2026 kl. 13.00-15.30".
std::string gathering_when_in_full(const store::Gathering&, const Context&);

/// When it begins and ends on the wall clock. It must have been written by set_times().
LocalTime start_of(const store::Gathering&);
LocalTime end_of(const store::Gathering&);
/// Sets local times and the instants that follow from them in the zone.
void set_times(store::Gathering&, LocalTime start, LocalTime end, const std::string& zone);

/// That the clocks are put forward over that time, and what it becomes; empty for a time that exists.
std::string skipped_hour(LocalTime, const Context&);

/// The first letter large.
std::string sentence_case(std::string);
/// The same context in another language.
Context in_language(Language, const Context&);

}  // namespace handlers
