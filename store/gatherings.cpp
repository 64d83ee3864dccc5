#include "store/gatherings.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"
#include "store/detail/token.hpp"
#include "store/message_copies.hpp"
#include "store/pruning.hpp"
#include "store/reminders.hpp"

#include <cassert>
#include <string_view>

namespace store {

namespace {

using detail::sql;

constexpr char columns[] = R"(
SELECT id, network_id, series_id, state, kind, local_start, local_end, starts_at, ends_at, place, agenda, case_number,
       capacity, answer_by, chair_id, minutes_id, organizer_id, reminders, tenant, language, version, sequence, uid,
       from_file, created_at, cancel_reason
FROM gatherings )";

constexpr auto one = sql(columns, "WHERE id = :id");
constexpr auto ahead = sql(columns, R"(
WHERE ends_at > :from AND (state = 'planned' OR state = 'invited') ORDER BY starts_at, id LIMIT :limit)");
constexpr auto ahead_of_network = sql(columns, R"(
WHERE network_id = :network AND ends_at > :from AND (state = 'planned' OR state = 'invited')
ORDER BY starts_at, id LIMIT :limit)");
constexpr auto last = sql(columns, R"(
WHERE network_id = :network AND ends_at <= :now AND (state = 'planned' OR state = 'invited')
ORDER BY ends_at DESC, id DESC LIMIT 1)");
constexpr auto draft_of = sql(columns, R"(
WHERE organizer_id = :organizer AND state = 'draft' AND changed_at > :since ORDER BY changed_at DESC, id DESC LIMIT 1)");
constexpr auto of_series = sql(columns, R"(
WHERE series_id = :series AND ends_at > :from AND state <> 'cancelled' AND state <> 'dropped' ORDER BY starts_at, id)");

// Somebody who is gone since the handler read about them is nobody; that is no reason to lose the rest.
constexpr char insert[] = R"(
INSERT INTO gatherings (network_id, series_id, state, kind, local_start, local_end, starts_at, ends_at, place, agenda,
  case_number, capacity, answer_by, chair_id, minutes_id, organizer_id, reminders, tenant, language, version, sequence,
  uid, from_file, created_at, changed_at, cancel_reason)
VALUES (:network, :series, :state, :kind, :local_start, :local_end, :starts, :ends, :place, :agenda, :case_number,
  :capacity, :answer_by, (SELECT id FROM people WHERE id = :chair), (SELECT id FROM people WHERE id = :minutes),
  (SELECT id FROM people WHERE id = :organizer), :reminders, :tenant, :language, :version, :sequence, :uid, :from_file,
  :now, :now, :cancel_reason))";

constexpr char update[] = R"(
UPDATE gatherings SET network_id = :network, series_id = :series, kind = :kind, local_start = :local_start,
  local_end = :local_end, starts_at = :starts, ends_at = :ends, place = :place, agenda = :agenda,
  case_number = :case_number, capacity = :capacity, answer_by = :answer_by,
  chair_id = (SELECT id FROM people WHERE id = :chair), minutes_id = (SELECT id FROM people WHERE id = :minutes),
  organizer_id = (SELECT id FROM people WHERE id = :organizer), reminders = :reminders, language = :language,
  version = version + 1, sequence = sequence + (state = 'invited'), from_file = 0, changed_at = :now
WHERE id = :id AND version = :version AND (state = 'draft' OR state = 'planned' OR state = 'invited'))";

constexpr char to_planned[] = R"(
UPDATE gatherings SET state = 'planned', changed_at = :now WHERE id = :id AND state = 'draft')";
constexpr char to_invited[] = R"(
UPDATE gatherings SET state = 'invited', changed_at = :now WHERE id = :id AND (state = 'draft' OR state = 'planned'))";
constexpr char to_dropped[] = R"(
UPDATE gatherings SET state = 'dropped', changed_at = :now WHERE id = :id AND state = 'draft')";
constexpr char to_cancelled[] = R"(
UPDATE gatherings SET state = 'cancelled', cancel_reason = :reason, version = version + 1, sequence = sequence + 1,
                      changed_at = :now
WHERE id = :id AND (state = 'planned' OR state = 'invited'))";

constexpr char forget[] = R"(
DELETE FROM gatherings WHERE id IN (SELECT id FROM gatherings
  WHERE changed_at < :before AND (state = 'draft' OR state = 'dropped') ORDER BY changed_at LIMIT :limit))";
constexpr char forget_made_for_them[] = R"(
DELETE FROM networks WHERE for_one = 1 AND created_at < :before
  AND NOT EXISTS (SELECT 1 FROM gatherings WHERE network_id = networks.id))";

const char* word(GatheringState state) {
  switch (state) {
    case GatheringState::draft:
      return "draft";
    case GatheringState::planned:
      return "planned";
    case GatheringState::invited:
      return "invited";
    case GatheringState::cancelled:
      return "cancelled";
    case GatheringState::dropped:
      return "dropped";
  }
  assert(false);
  return "";
}

GatheringState state_of(std::string_view text) {
  for (const auto state :
       {GatheringState::draft, GatheringState::planned, GatheringState::invited, GatheringState::cancelled})
    if (text == word(state)) return state;
  return GatheringState::dropped;
}

Gathering read(const detail::Query& row) {
  Gathering gathering;
  gathering.id = row.integer(0);
  gathering.network = row.integer(1);
  gathering.series = row.integer(2);  // NULL reads as 0, which no row has
  gathering.state = state_of(row.view(3));
  gathering.kind = row.text(4);
  gathering.local_start = row.text(5);
  gathering.local_end = row.text(6);
  gathering.starts = row.instant(7);
  gathering.ends = row.instant(8);
  gathering.place = row.text(9);
  gathering.agenda = row.text(10);
  gathering.case_number = row.text(11);
  gathering.capacity = static_cast<int>(row.integer(12));
  gathering.answer_by = row.instant(13);
  gathering.chair = row.integer(14);
  gathering.minutes = row.integer(15);
  gathering.organizer = row.integer(16);
  gathering.reminders = row.text(17);
  gathering.tenant = row.text(18);
  gathering.language = row.text(19);
  gathering.version = static_cast<int>(row.integer(20));
  gathering.sequence = static_cast<int>(row.integer(21));
  gathering.uid = row.text(22);
  gathering.from_file = row.integer(23) != 0;
  gathering.created = row.instant(24);
  gathering.cancel_reason = row.text(25);
  return gathering;
}

std::optional<Gathering> read_one(detail::Query& query) {
  return query.step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<Gathering> read_all(detail::Query& query) {
  std::vector<Gathering> gatherings;
  while (query.step()) gatherings.push_back(read(query));
  return gatherings;
}

/// What insert and update have in common.
void bind_all(detail::Query& query, const Gathering& gathering, Instant now) {
  query.bind(":network", gathering.network);
  query.bind(":series", gathering.series == 0 ? std::nullopt : std::optional(gathering.series));
  query.bind(":kind", gathering.kind).bind(":local_start", gathering.local_start);
  query.bind(":local_end", gathering.local_end).bind(":starts", gathering.starts);
  query.bind(":ends", gathering.ends).bind(":place", gathering.place).bind(":agenda", gathering.agenda);
  query.bind(":case_number", gathering.case_number).bind(":capacity", std::int64_t{gathering.capacity});
  query.bind(":answer_by", gathering.answer_by).bind(":chair", gathering.chair);
  query.bind(":minutes", gathering.minutes).bind(":organizer", gathering.organizer);
  query.bind(":reminders", gathering.reminders).bind(":language", gathering.language);
  query.bind(":version", std::int64_t{gathering.version}).bind(":now", now);
}

void withdraw_everything(Transaction& transaction, std::int64_t gathering, Instant now) {
  withdraw_reminders_of_gathering(transaction, gathering, now);
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder, CopyKind::notice, CopyKind::approval})
    withdraw_waiting(transaction, gathering, 0, kind, now);
}

}  // namespace

Gathering add_gathering(Transaction& transaction, Gathering gathering, Instant now) {
  auto& connection = transaction.database().connection();
  if (gathering.uid.empty()) gathering.uid = detail::random_token() + "@indgang";
  gathering.created = now;
  detail::Query query(connection, insert);
  bind_all(query, gathering, now);
  query.bind(":state", word(gathering.state)).bind(":tenant", gathering.tenant).bind(":uid", gathering.uid);
  query.bind(":sequence", std::int64_t{gathering.sequence});
  query.bind(":from_file", std::int64_t{gathering.from_file});
  query.bind(":cancel_reason", gathering.cancel_reason).run();
  gathering.id = connection.database.getLastInsertRowid();
  return gathering;
}

std::optional<Gathering> find_gathering(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), one.data());
  query.bind(":id", id);
  return read_one(query);
}

std::vector<Gathering> gatherings_ahead(Database& database, std::int64_t network, Instant from, int limit) {
  detail::Query query(database.connection(), network == 0 ? ahead.data() : ahead_of_network.data());
  if (network != 0) query.bind(":network", network);
  query.bind(":from", from).bind(":limit", std::int64_t{limit});
  return read_all(query);
}

std::optional<Gathering> last_gathering(Database& database, std::int64_t network, Instant now) {
  detail::Query query(database.connection(), last.data());
  query.bind(":network", network).bind(":now", now);
  return read_one(query);
}

std::optional<Gathering> latest_draft(Database& database, std::int64_t organizer, Instant since) {
  detail::Query query(database.connection(), draft_of.data());
  query.bind(":organizer", organizer).bind(":since", since);
  return read_one(query);
}

std::vector<Gathering> gatherings_of_series(Database& database, std::int64_t series, Instant from) {
  detail::Query query(database.connection(), of_series.data());
  query.bind(":series", series).bind(":from", from);
  return read_all(query);
}

bool update_gathering(Transaction& transaction, const Gathering& gathering, Instant now) {
  detail::Query query(transaction.database().connection(), update);
  bind_all(query, gathering, now);
  return query.bind(":id", gathering.id).run() > 0;
}

bool change_state(Transaction& transaction, std::int64_t gathering, GatheringState to, Instant now,
                  const std::string& reason) {
  const auto run = [&](const char* statement) {
    detail::Query query(transaction.database().connection(), statement);
    query.bind(":id", gathering).bind(":now", now);
    if (statement == to_cancelled) query.bind(":reason", reason);
    return query.run() > 0;
  };
  switch (to) {
    case GatheringState::draft:
      return false;
    case GatheringState::planned:
      return run(to_planned);
    case GatheringState::invited:
      return run(to_invited);
    case GatheringState::cancelled:
    case GatheringState::dropped:
      if (!run(to == GatheringState::cancelled ? to_cancelled : to_dropped)) return false;
      withdraw_everything(transaction, gathering, now);
      return true;
  }
  assert(false);
  return false;
}

int forget_drafts(Transaction& transaction, Instant before) {
  auto& connection = transaction.database().connection();
  detail::Query drafts(connection, forget);
  const int forgotten = drafts.bind(":before", before).bind(":limit", std::int64_t{prune_step}).run();
  detail::Query(connection, forget_made_for_them).bind(":before", before).run();
  return forgotten;
}

}  // namespace store
