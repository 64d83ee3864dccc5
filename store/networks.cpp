#include "store/networks.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"
#include "store/detail/token.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"

#include <cassert>
#include <utility>

namespace store {

namespace {

using detail::sql;

constexpr char columns[] = R"(
SELECT id, name, kind, purpose, coordinator_id, successor_id, reference_id, is_open, rule, tenant, channel, place,
       from_file, closed_at, for_one
FROM networks )";
constexpr auto all = sql(columns, "WHERE for_one = 0 ORDER BY name_folded");
constexpr auto living = sql(columns, "WHERE closed_at IS NULL AND for_one = 0 ORDER BY name_folded");
constexpr auto by_id = sql(columns, "WHERE id = :id");
constexpr auto by_name = sql(columns, "WHERE name_folded = :folded");
constexpr auto by_channel = sql(columns, R"(
WHERE tenant = :tenant AND channel = :channel AND channel <> '' ORDER BY closed_at IS NOT NULL, id LIMIT 1)");

// Somebody who is gone since the handler read about them is nobody; that is no reason to lose the rest.
constexpr char insert[] = R"(
INSERT INTO networks (name, name_folded, kind, purpose, coordinator_id, successor_id, reference_id, is_open, rule, tenant,
                      channel, place, from_file, created_at, for_one)
VALUES (:name, :folded, :kind, :purpose, (SELECT id FROM people WHERE id = :coordinator),
        (SELECT id FROM people WHERE id = :successor), (SELECT id FROM people WHERE id = :reference), :open, :rule, :tenant,
        :channel, :place, :from_file, :now, :for_one)
ON CONFLICT (name_folded) DO NOTHING)";

constexpr char kind_as_written[] = "SELECT kind FROM networks WHERE id = :id";
constexpr char update[] = R"(
UPDATE networks SET kind = :kind, purpose = :purpose, coordinator_id = (SELECT id FROM people WHERE id = :coordinator),
  successor_id = (SELECT id FROM people WHERE id = :successor),
  reference_id = (SELECT id FROM people WHERE id = :reference), is_open = :open, rule = :rule, tenant = :tenant,
  channel = :channel, place = :place
WHERE id = :id)";

constexpr char close[] = "UPDATE networks SET closed_at = :now WHERE id = :id AND closed_at IS NULL";
constexpr char end_all_series[] = R"(
UPDATE gathering_series SET ended_at = :now WHERE network_id = :id AND ended_at IS NULL)";
constexpr char reopen[] = "UPDATE networks SET closed_at = NULL WHERE id = :id";

constexpr char members[] = R"(
SELECT person_id FROM network_members WHERE network_id = :network AND origin <> 'left' ORDER BY person_id)";
constexpr char networks_with[] = R"(
SELECT id FROM networks WHERE closed_at IS NULL AND for_one = 0 AND (coordinator_id = :person
  OR id IN (SELECT network_id FROM network_members WHERE person_id = :person AND origin <> 'left')) ORDER BY id)";
constexpr char insert_member[] = R"(
INSERT INTO network_members (network_id, person_id)
SELECT n.id, p.id FROM networks n, people p WHERE n.id = :network AND p.id = :person
ON CONFLICT (network_id, person_id) DO UPDATE SET origin = 'teams' WHERE origin = 'left')";
constexpr char delete_member[] = R"(
DELETE FROM network_members WHERE network_id = :network AND person_id = :person AND origin = 'teams')";
// So that the file does not bring back who left.
constexpr char leave[] = R"(
UPDATE network_members SET origin = 'left'
WHERE network_id = :network AND person_id = :person AND origin = 'file')";

/// What files say for a kind, folded; the first of each kind is its name.
constexpr std::pair<std::string_view, NetworkKind> kinds[] = {
    {"formal", NetworkKind::formal},
    {"informal", NetworkKind::informal},
    {"steering group", NetworkKind::steering_group},
    {"coordination group", NetworkKind::coordination_group},
    {"project leaders", NetworkKind::project_leaders},
    {"uformelt", NetworkKind::informal},
    {"uformel", NetworkKind::informal},
    {"styregruppe", NetworkKind::steering_group},
    {"koordineringsgruppe", NetworkKind::coordination_group},
    {"koordinationsgruppe", NetworkKind::coordination_group},
    {"projektledere", NetworkKind::project_leaders},
    {"projektledernetværk", NetworkKind::project_leaders},
};

/// Begins the folded names of those made for one gathering: no text folds to it.
const std::string nobody_says = "\n";

std::string folded_name(std::string_view name) {
  std::string folded = fold(name);
  return folded.empty() ? std::string(name) : folded;
}

Network read(const detail::Query& row) {
  Network network;
  network.id = row.integer(0);
  network.name = row.text(1);
  network.kind = network_kind_of(row.view(2));
  network.purpose = row.text(3);
  network.coordinator = row.integer(4);  // NULL reads as 0, which no row has
  network.successor = row.integer(5);
  network.reference = row.integer(6);
  network.open = row.integer(7) != 0;
  network.rule = row.text(8);
  network.tenant = row.text(9);
  network.channel = row.text(10);
  network.place = row.text(11);
  network.from_file = row.integer(12) != 0;
  network.closed = row.optional_instant(13);
  network.for_one = row.integer(14) != 0;
  return network;
}

std::optional<Network> read_one(detail::Query& query) {
  return query.step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<std::int64_t> read_ids(detail::Query& query) {
  std::vector<std::int64_t> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

/// What insert and update have in common.
void bind_all(detail::Query& query, const Network& network, const std::string& kind) {
  query.bind(":kind", kind).bind(":purpose", network.purpose).bind(":coordinator", network.coordinator);
  query.bind(":successor", network.successor).bind(":reference", network.reference);
  query.bind(":open", std::int64_t{network.open}).bind(":rule", network.rule);
  query.bind(":tenant", network.tenant).bind(":channel", network.channel).bind(":place", network.place);
}

}  // namespace

std::string_view name_of(NetworkKind kind) {
  for (const auto& [name, named] : kinds)
    if (named == kind) return name;
  assert(false);
  return "";
}

NetworkKind network_kind_of(std::string_view text) {
  std::string word = fold(text);
  for (char& c : word)
    if (c == '_' || c == '-') c = ' ';
  for (const auto& [name, kind] : kinds)
    if (fold(name) == word) return kind;
  return NetworkKind::formal;
}

std::vector<Network> networks(Database& database, bool closed) {
  detail::Query query(database.connection(), closed ? all.data() : living.data());
  std::vector<Network> found;
  while (query.step()) found.push_back(read(query));
  return found;
}

std::optional<Network> find_network(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), by_id.data());
  query.bind(":id", id);
  return read_one(query);
}

std::optional<Network> find_network(Database& database, std::string_view name) {
  const std::string folded = folded_name(name);
  detail::Query query(database.connection(), by_name.data());
  query.bind(":folded", folded);
  return read_one(query);
}

std::optional<Network> network_of_channel(Database& database, const std::string& tenant,
                                          const std::string& conversation) {
  const std::string channel = conversation.substr(0, conversation.find(";messageid="));
  detail::Query query(database.connection(), by_channel.data());
  query.bind(":tenant", tenant).bind(":channel", channel);
  return read_one(query);
}

std::optional<std::int64_t> create_network(Transaction& transaction, const Network& network, Instant now) {
  auto& connection = transaction.database().connection();
  const std::string folded =
      network.for_one ? nobody_says + detail::random_token() : folded_name(network.name);
  const std::string kind(name_of(network.kind));
  detail::Query query(connection, insert);
  bind_all(query, network, kind);
  query.bind(":name", network.name).bind(":folded", folded).bind(":now", now);
  query.bind(":from_file", std::int64_t{network.from_file});
  query.bind(":for_one", std::int64_t{network.for_one});
  if (query.run() == 0) return std::nullopt;
  const std::int64_t id = connection.database.getLastInsertRowid();
  add_member(transaction, id, network.coordinator);
  return id;
}

void update_network(Transaction& transaction, const Network& network) {
  auto& connection = transaction.database().connection();
  std::string kind;
  {
    detail::Query written(connection, kind_as_written);
    if (!written.bind(":id", network.id).step()) return;
    kind = written.text(0);
  }
  // "formelt" stays as the file spells it: the kind did not change.
  if (network_kind_of(kind) != network.kind) kind = name_of(network.kind);
  detail::Query query(connection, update);
  bind_all(query, network, kind);
  query.bind(":id", network.id).run();
}

void close_network(Transaction& transaction, std::int64_t id, Instant now) {
  auto& connection = transaction.database().connection();
  if (detail::Query(connection, close).bind(":id", id).bind(":now", now).run() == 0) return;
  detail::Query(connection, end_all_series).bind(":id", id).bind(":now", now).run();
  withdraw_reminders_of_network(transaction, id, now);
}

void reopen_network(Transaction& transaction, std::int64_t id) {
  detail::Query(transaction.database().connection(), reopen).bind(":id", id).run();
}

std::vector<std::int64_t> members_of(Database& database, std::int64_t network) {
  detail::Query query(database.connection(), members);
  query.bind(":network", network);
  return read_ids(query);
}

std::vector<std::int64_t> networks_of(Database& database, std::int64_t person) {
  detail::Query query(database.connection(), networks_with);
  query.bind(":person", person);
  return read_ids(query);
}

bool add_member(Transaction& transaction, std::int64_t network, std::int64_t person) {
  detail::Query query(transaction.database().connection(), insert_member);
  return query.bind(":network", network).bind(":person", person).run() > 0;
}

bool remove_member(Transaction& transaction, std::int64_t network, std::int64_t person) {
  const auto done = [&](const char* sql) {
    detail::Query query(transaction.database().connection(), sql);
    return query.bind(":network", network).bind(":person", person).run() > 0;
  };
  return done(delete_member) || done(leave);
}

}  // namespace store
