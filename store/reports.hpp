#pragma once
// What users tell us about the catalogue: an entry that is wrong. Stored as ids, never as free text about
// people.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

/// 'Forkert person?' was tapped on an answer about this task and person.
struct WrongEntryReport {
  std::int64_t task = 0;
  std::int64_t person = 0;
  std::string reporter;  ///< Entra object id or e-mail of who said it
};

/// `entry_gone`: the task or the person has left the catalogue since the answer was given; nothing is
/// written.
enum class ReportOutcome { first, supported, already_said, entry_gone };

/// Opens a report, or counts this reporter as one more supporter of the open one about the same entry.
ReportOutcome report_wrong_entry(Transaction&, const WrongEntryReport&, Instant now);

/// An open report, without who said it.
struct OpenReport {
  std::int64_t task = 0;
  std::int64_t person = 0;
  int supporters = 0;
};
/// Oldest first.
std::vector<OpenReport> open_reports(Database&);

/// The entry was changed or confirmed: whatever was reported about it is settled. Returns how many reports
/// that were.
int close_reports(Transaction&, std::int64_t task, std::int64_t person, Instant now);

}  // namespace store
