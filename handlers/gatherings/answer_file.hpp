#pragma once
// The answers of a gathering as a file for a spreadsheet (CSV), for whoever may follow them.
#include "handlers/acting.hpp"
#include "handlers/gatherings/which_gathering.hpp"

namespace handlers {

/// Where bot/ serves it: "/answers/" + token + ".csv".
inline constexpr const char* answer_file_path = "/answers/";
/// How long a link is good. Whoever opens it needs no other permission.
inline constexpr std::chrono::minutes answer_file_life{15};

/// A link to the file; without a public address, where nothing can be fetched, the rows themselves. For a
/// private chat with somebody who was checked.
Sections answer_file(const GatheringAtHand&, const Acting&);

/// The file behind a link; nothing if nobody has the token, or its time is up.
std::optional<std::string> fetch_answer_file(const std::string& token, store::Instant now, const Services&);

}  // namespace handlers
