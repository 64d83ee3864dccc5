// import_networks(): one row is one network; its people must be known.
#include "store/detail/file_gathering.hpp"
#include "store/detail/import_run.hpp"
#include "store/detail/networks_file.hpp"
#include "store/import.hpp"
#include "store/networks.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace store {

namespace {

constexpr char all_networks[] = R"(
SELECT id, name, name_folded, kind, purpose, coordinator_id, successor_id, reference_id, is_open, rule, next_gathering,
       place, from_file, closed_at IS NOT NULL
FROM networks ORDER BY id)";
constexpr char insert_network[] = R"(
INSERT INTO networks (name, name_folded, created_at) VALUES (:name, :folded, :now))";
constexpr char update_network[] = R"(
UPDATE networks SET name = :name, kind = :kind, purpose = :purpose, coordinator_id = :coordinator,
  successor_id = :successor, reference_id = :reference, is_open = :open, rule = :rule, next_gathering = :next_gathering,
  place = :place, from_file = 1
WHERE id = :id)";
constexpr char delete_network[] = "DELETE FROM networks WHERE id = :id";
constexpr char leave_to_teams[] = "UPDATE networks SET from_file = 0, next_gathering = '' WHERE id = :id";
constexpr char delete_mutes[] = "DELETE FROM mutes WHERE topic = 'network:' || :id";
constexpr char files_members[] = R"(
SELECT person_id, origin = 'left' FROM network_members WHERE network_id = :id AND origin <> 'teams')";
constexpr char delete_member[] = "DELETE FROM network_members WHERE network_id = :id AND person_id = :person";
constexpr char insert_member[] = R"(
INSERT INTO network_members (network_id, person_id, origin) VALUES (:id, :person, 'file')
ON CONFLICT (network_id, person_id) DO NOTHING)";
constexpr char history[] = R"(
SELECT count(*), count(*) FILTER (WHERE ends_at > :now AND state <> 'cancelled') FROM gatherings
WHERE network_id = :id AND state <> 'draft' AND state <> 'dropped')";

using detail::NetworkRecord;
using detail::NetworksFile;

struct Stored {
  std::int64_t id = 0;
  bool from_file = false;
  bool closed = false;
  NetworkRecord told;
};

using StoredNetworks = std::map<std::string, Stored>;  // by folded name

NetworkRecord::Person person_in(const detail::Query& query, int column) {
  return query.null(column) ? std::nullopt : NetworkRecord::Person(query.integer(column));
}

StoredNetworks stored_networks(Database& database) {
  StoredNetworks networks;
  detail::Query query(database.connection(), all_networks);
  while (query.step()) {
    Stored& network = networks[query.text(2)];
    network.id = query.integer(0);
    NetworkRecord& told = network.told;
    told.name = query.text(1);
    told.kind = query.text(3);
    told.purpose = query.text(4);
    told.coordinator = person_in(query, 5);
    told.successor = person_in(query, 6);
    told.reference = person_in(query, 7);
    told.open = query.integer(8) != 0;
    told.rule = query.text(9);
    told.next_gathering = query.text(10);
    told.place = query.text(11);
    told.members = members_of(database, network.id);
    network.from_file = query.integer(12) != 0;
    network.closed = query.integer(13) != 0;
  }
  return networks;
}

/// Within the transaction.
class NetworksWriter {
 public:
  NetworksWriter(Transaction& transaction, const LocalTime& local_time, Instant now, ImportReport& report)
      : transaction_(transaction),
        connection_(transaction.database().connection()),
        local_time_(local_time),
        now_(now),
        report_(report) {}

  void write(const NetworksFile& file) {
    const auto stored = stored_networks(transaction_.database());
    for (const auto& [folded, told] : file.networks()) {
      const auto known = stored.find(folded);
      if (known == stored.end())
        add(folded, told);
      else
        change(known->second, file.merged(told, known->second.told));
    }
    std::int64_t before = 0;
    for (const auto& [folded, network] : stored) {
      if (!network.from_file || network.closed) continue;
      ++before;
      if (!file.networks().contains(folded)) take_away(network);
    }
    report_.refused_mass_deletion = detail::mass_deletion(before, report_.networks.gone);
  }

 private:
  void add(const std::string& folded, const NetworkRecord& told) {
    detail::Query query(connection_, insert_network);
    query.bind(":name", told.name).bind(":folded", folded).bind(":now", now_).run();
    const std::int64_t id = connection_.database.getLastInsertRowid();
    put(id, told);
    put_members(id, told.members);
    detail::follow_file(transaction_, {id, told.next_gathering, told.place}, local_time_, now_);
    ++report_.networks.added;
  }

  void change(const Stored& network, NetworkRecord told) {
    bool changed = false, closed = network.closed;
    const bool moved = put_members(network.id, std::exchange(told.members, network.told.members)) ||
                       told.coordinator != network.told.coordinator;
    if (closed && !network.from_file) {
      reopen_network(transaction_, network.id);
      changed = true;
      closed = false;
    } else if (closed) {
      report_.notes.push_back(
          "the network " + told.name +
          " was closed in Teams and stays closed: take it out of the file, or open it again there.");
    }
    if (!(told == network.told) || !network.from_file) put(network.id, told);
    if (!closed)
      changed |=
          detail::follow_file(transaction_, {network.id, told.next_gathering, told.place}, local_time_, now_);
    changed |= !(told == network.told);
    Changes& changes = report_.networks;
    ++(moved ? changes.moved : changed ? changes.changed : changes.same);
  }

  void put(std::int64_t id, const NetworkRecord& told) {
    detail::Query query(connection_, update_network);
    query.bind(":id", id).bind(":name", told.name).bind(":kind", told.kind).bind(":purpose", told.purpose);
    query.bind(":coordinator", told.coordinator).bind(":successor", told.successor);
    query.bind(":reference", told.reference).bind(":open", std::int64_t{told.open}).bind(":rule", told.rule);
    query.bind(":next_gathering", told.next_gathering).bind(":place", told.place).run();
  }

  /// Those whom the file names, and no longer those whom it had brought and names no more; who came or left
  /// in Teams stays so. True if somebody came or went.
  bool put_members(std::int64_t id, const std::vector<std::int64_t>& named) {
    int changes = 0;
    for (const std::int64_t member : named)
      changes += detail::Query(connection_, insert_member).bind(":id", id).bind(":person", member).run();
    std::vector<std::int64_t> gone;
    detail::Query query(connection_, files_members);
    query.bind(":id", id);
    while (query.step()) {
      if (std::binary_search(named.begin(), named.end(), query.integer(0))) continue;
      gone.push_back(query.integer(0));
      changes += query.integer(1) == 0 ? 1 : 0;
    }
    for (const std::int64_t member : gone)
      detail::Query(connection_, delete_member).bind(":id", id).bind(":person", member).run();
    return changes > 0;
  }

  /// What has a history is closed, so that it can be looked up; the rest goes.
  void take_away(const Stored& network) {
    detail::follow_file(transaction_, {network.id, "", ""}, local_time_, now_);
    detail::Query query(connection_, history);
    query.bind(":id", network.id).bind(":now", now_).step();
    if (query.integer(0) == 0) {
      detail::Query(connection_, delete_mutes).bind(":id", network.id).run();
      detail::Query(connection_, delete_network).bind(":id", network.id).run();
    } else {
      if (query.integer(1) > 0)
        report_.notes.push_back("the network " + network.told.name +
                                " is closed, but has gatherings ahead: cancel them in Teams.");
      detail::Query(connection_, leave_to_teams).bind(":id", network.id).run();
      close_network(transaction_, network.id, now_);
    }
    ++report_.networks.gone;
  }

  Transaction& transaction_;
  detail::Connection& connection_;
  const LocalTime& local_time_;
  Instant now_;
  ImportReport& report_;
};

}  // namespace

ImportReport import_networks(Database& database, const std::filesystem::path& file,
                             const ImportOptions& options, Instant now, const LocalTime& local_time,
                             const Progress& progress) {
  return detail::run_import(database, options, now, progress, [&](ImportReport& report) -> detail::Writer {
    detail::PeopleRegister people(database.connection());
    return [&, read = NetworksFile(file, people, local_time, report, progress)](Transaction& transaction) {
      NetworksWriter(transaction, local_time, now, report).write(read);
    };
  });
}

}  // namespace store
