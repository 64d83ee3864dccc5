#pragma once
// Gatherings that come again and again. Each is a row of its own (store/gatherings.hpp), made ahead of time.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// A series; `recurrence` is canonical: "weekly 1 MO", "weekly 2 WE", "monthly 1 -1TH", "monthly 3 1TU",
/// "monthly 1 15" (every n-th week or month, then the weekday, the n-th weekday of the month counted from 1
/// or from the end, or the day of the month).
struct Series {
  std::int64_t id = 0;
  std::int64_t network = 0;
  std::string recurrence;
  Day made_until{};  ///< instances exist up to here
  bool ended = false;
};

/// Adds it and returns its id.
std::int64_t add_series(Transaction&, const Series&);
std::optional<Series> find_series(Database&, std::int64_t id);
/// Running series whose instances do not exist up to that day yet, by id.
std::vector<Series> series_made_before(Database&, Day);
/// Nothing happens to a series that has ended.
void set_made_until(Transaction&, std::int64_t series, Day);
/// No instances are made any more; those that exist stay as they are.
void end_series(Transaction&, std::int64_t series, Instant now);

}  // namespace store
