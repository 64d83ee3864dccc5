#include "store/detail/file_gathering.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/connection.hpp"
#include "store/gatherings.hpp"
#include "store/reminders.hpp"

#include <cstdio>

namespace store::detail {

namespace {

constexpr std::chrono::hours usual_length{2};

constexpr char own[] = R"(
SELECT id, local_start, place, ends_at - starts_at FROM gatherings
WHERE network_id = :network AND ends_at > :now AND from_file = 1 AND state = 'planned' ORDER BY starts_at LIMIT 1)";
constexpr char known[] = R"(
SELECT 1 FROM gatherings WHERE network_id = :network AND id <> :own
  AND (file_start = :start OR (local_start = :start AND state <> 'draft' AND state <> 'dropped')))";
constexpr char mark[] = "UPDATE gatherings SET file_start = :start WHERE id = :id";
constexpr char move[] = R"(
UPDATE gatherings SET local_start = :start, local_end = :local_end, starts_at = :starts, ends_at = :ends, place = :place,
  file_start = :start, version = version + 1, changed_at = :now WHERE id = :id)";
constexpr char drop[] = R"(
UPDATE gatherings SET state = 'dropped', file_start = '', changed_at = :now WHERE id = :id)";

struct Times {
  std::string local_end;
  Instant starts;
  Instant ends;
};

std::string local_text(Instant wall) {
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  const std::chrono::hh_mm_ss time(wall - day);
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return day_text(day) + " " + text;
}

/// `start` is what parse_local_time() gives.
Instant wall_clock(const std::string& start) {
  const auto day = parse_day(start.substr(0, 10));
  return Instant{*day} + std::chrono::hours{std::stoi(start.substr(11, 2))} +
         std::chrono::minutes{std::stoi(start.substr(14, 2))};
}

std::optional<Times> times_of(const std::string& start, std::chrono::seconds length,
                              const LocalTime& local_time) {
  const auto starts = local_time(start);
  if (!starts) return std::nullopt;
  Times times{local_text(wall_clock(start) + length), *starts, *starts + length};
  // Across a change of the clock the hour on the wall is what people mean.
  if (const auto ends = local_time(times.local_end); ends && *ends > *starts) times.ends = *ends;
  return times;
}

void drop_own(Transaction& transaction, std::int64_t id, Instant now) {
  Query(transaction.database().connection(), drop).bind(":id", id).bind(":now", now).run();
  withdraw_reminders_of_gathering(transaction, id, now);
}

void add(Transaction& transaction, const FileGathering& told, const Times& times, Instant now) {
  Gathering gathering;
  gathering.network = told.network;
  gathering.state = GatheringState::planned;
  gathering.local_start = told.start;
  gathering.local_end = times.local_end;
  gathering.starts = times.starts;
  gathering.ends = times.ends;
  gathering.place = told.place;
  gathering.language = "da";
  gathering.from_file = true;
  const auto added = add_gathering(transaction, gathering, now);
  Query(transaction.database().connection(), mark).bind(":id", added.id).bind(":start", told.start).run();
}

}  // namespace

bool follow_file(Transaction& transaction, const FileGathering& told, const LocalTime& local_time,
                 Instant now) {
  auto& connection = transaction.database().connection();
  std::int64_t id = 0;
  std::string start, place;
  std::chrono::seconds length = usual_length;
  {
    Query query(connection, own);
    if (query.bind(":network", told.network).bind(":now", now).step()) {
      id = query.integer(0);
      start = query.text(1);
      place = query.text(2);
      length = std::chrono::seconds{query.integer(3)};
    }
  }
  if (id != 0 && start == told.start && place == told.place) return false;

  const auto times = told.start.empty() ? std::nullopt : times_of(told.start, length, local_time);
  Query same(connection, known);
  same.bind(":network", told.network).bind(":own", id).bind(":start", told.start);
  if (!times || times->ends <= now || same.step()) {
    if (id == 0) return false;
    drop_own(transaction, id, now);
    return true;
  }
  if (id == 0) {
    add(transaction, told, *times, now);
    return true;
  }
  Query query(connection, move);
  query.bind(":id", id).bind(":start", told.start).bind(":local_end", times->local_end);
  query.bind(":starts", times->starts).bind(":ends", times->ends).bind(":place", told.place);
  query.bind(":now", now).run();
  if (start != told.start) withdraw_reminders_of_gathering(transaction, id, now);
  return true;
}

}  // namespace store::detail
