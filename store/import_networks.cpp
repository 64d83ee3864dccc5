// import_networks(): one row is one network; its people must be known.
#include "store/detail/cells.hpp"
#include "store/detail/email.hpp"
#include "store/detail/import_run.hpp"
#include "store/import.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <map>

namespace store {

namespace {

enum Column { network, kind, purpose, coordinator, members, next_gathering, place };

constexpr char all_networks[] = R"(
SELECT id, name, name_folded, kind, purpose, coordinator_id, next_gathering, place FROM networks ORDER BY id)";
constexpr char members_of[] =
    "SELECT person_id FROM network_members WHERE network_id = :id ORDER BY person_id";
constexpr char insert_network[] = "INSERT INTO networks (name, name_folded) VALUES (:name, :folded)";
constexpr char update_network[] = R"(
UPDATE networks SET name = :name, kind = :kind, purpose = :purpose, coordinator_id = :coordinator,
                    next_gathering = :next_gathering, place = :place WHERE id = :id)";
constexpr char delete_network[] = "DELETE FROM networks WHERE id = :id";
constexpr char delete_members[] = "DELETE FROM network_members WHERE network_id = :id";
constexpr char insert_member[] = "INSERT INTO network_members (network_id, person_id) VALUES (:id, :person)";

struct Network {
  std::int64_t id = 0;
  int line = 0;
  std::string name;
  std::string kind;
  std::string purpose;
  std::string next_gathering;
  std::string place;
  std::optional<std::int64_t> coordinator;
  std::vector<std::int64_t> members;  // sorted

  bool same_texts(const Network& other) const {
    return name == other.name && kind == other.kind && purpose == other.purpose &&
           next_gathering == other.next_gathering && place == other.place;
  }
};

using Networks = std::map<std::string, Network>;  // by folded name

Networks stored_networks(detail::Connection& connection) {
  Networks networks;
  detail::Query query(connection, all_networks);
  while (query.step()) {
    Network& network = networks[query.text(2)];
    network.id = query.integer(0);
    network.name = query.text(1);
    network.kind = query.text(3);
    network.purpose = query.text(4);
    if (!query.null(5)) network.coordinator = query.integer(5);
    network.next_gathering = query.text(6);
    network.place = query.text(7);
    detail::Query member(connection, members_of);
    member.bind(":id", network.id);
    while (member.step()) network.members.push_back(member.integer(0));
  }
  return networks;
}

class NetworksFile {
 public:
  NetworksFile(const std::filesystem::path& file, detail::PeopleRegister& people, const Networks& stored,
               ImportReport& report, const Progress& progress)
      : people_(people), stored_(stored), table_(file, columns(), {{network}}, report, progress) {}

  Networks read() {
    Networks networks;
    while (table_.next()) {
      if (table_.cell(network).empty()) {
        table_.error(network, "the network's name is missing: add it");
        continue;
      }
      const std::string folded = fold(table_.cell(network));
      const auto [entry, is_new] = networks.try_emplace(folded);
      if (!is_new)
        table_.error(network, "line " + std::to_string(entry->second.line) +
                                  " has a network of this name: leave one of the two out");
      else
        entry->second = read_row(folded);
    }
    return networks;
  }

 private:
  static std::vector<detail::Column> columns() {
    return {{{"network", "netværk"}},
            {{"kind", "art", "type"}},
            {{"purpose", "formål"}, detail::Column::Text::lines},
            {{"coordinator", "tovholder", "koordinator"}},
            {{"members", "medlemmer"}, detail::Column::Text::lines},
            {{"next_gathering", "næste_møde"}},
            {{"place", "sted"}}};
  }

  /// The network as the row says it; what the file has no column for stays as it is stored.
  Network read_row(const std::string& folded) {
    const auto known = stored_.find(folded);
    Network row = known == stored_.end() ? Network{} : known->second;
    row.line = table_.line();
    row.name = table_.cell(network);
    if (table_.has(kind)) row.kind = table_.cell(kind);
    if (table_.has(purpose)) row.purpose = table_.cell(purpose);
    if (table_.has(place)) row.place = table_.cell(place);
    if (table_.has(coordinator)) {
      row.coordinator.reset();
      if (!table_.cell(coordinator).empty()) row.coordinator = person(coordinator, table_.cell(coordinator));
    }
    if (table_.has(members)) take_members(row);
    if (table_.has(next_gathering)) {
      const auto time = detail::parse_local_time(table_.cell(next_gathering));
      if (!time && !table_.cell(next_gathering).empty())
        table_.error(next_gathering, "this is no date with a time: write it like 2026-03-27 09:00");
      row.next_gathering = time.value_or("");
    }
    return row;
  }

  void take_members(Network& row) {
    row.members.clear();
    for (const std::string& email : detail::split_list(table_.cell(members)))
      if (const auto id = person(members, email)) row.members.push_back(*id);
    std::sort(row.members.begin(), row.members.end());
    row.members.erase(std::unique(row.members.begin(), row.members.end()), row.members.end());
  }

  std::optional<std::int64_t> person(Column column, const std::string& email) {
    const PersonIndex found = people_.by_email(email);
    if (found != no_index) return people_.at(found).id;
    table_.error(column, detail::looks_like_email(email)
                             ? "nobody has the e-mail " + email + ": correct it, or import that person first"
                             : "this is no list of e-mail addresses: separate them by commas");
    return std::nullopt;
  }

  detail::PeopleRegister& people_;
  const Networks& stored_;
  detail::Table table_;
};

void write_network(detail::Connection& connection, const std::string& folded, Network& network) {
  if (network.id == 0) {
    detail::Query(connection, insert_network).bind(":name", network.name).bind(":folded", folded).run();
    network.id = connection.database.getLastInsertRowid();
  }
  detail::Query query(connection, update_network);
  query.bind(":id", network.id).bind(":name", network.name).bind(":kind", network.kind);
  query.bind(":purpose", network.purpose).bind(":coordinator", network.coordinator);
  query.bind(":next_gathering", network.next_gathering).bind(":place", network.place).run();
  detail::Query(connection, delete_members).bind(":id", network.id).run();
  for (const std::int64_t member : network.members)
    detail::Query(connection, insert_member).bind(":id", network.id).bind(":person", member).run();
}

void write_networks(detail::Connection& connection, const Networks& stored, Networks& told,
                    ImportReport& report) {
  Changes& changes = report.networks;
  for (auto& [folded, network] : told) {
    const auto known = stored.find(folded);
    const bool moved = known != stored.end() && (known->second.members != network.members ||
                                                 known->second.coordinator != network.coordinator);
    if (known == stored.end())
      ++changes.added;
    else if (moved)
      ++changes.moved;
    else if (!known->second.same_texts(network))
      ++changes.changed;
    else {
      ++changes.same;
      continue;
    }
    write_network(connection, folded, network);
  }
  for (const auto& [folded, network] : stored) {
    if (told.contains(folded)) continue;
    detail::Query(connection, delete_network).bind(":id", network.id).run();
    ++changes.gone;
  }
  report.refused_mass_deletion =
      detail::mass_deletion(static_cast<std::int64_t>(stored.size()), changes.gone);
}

}  // namespace

ImportReport import_networks(Database& database, const std::filesystem::path& file,
                             const ImportOptions& options, Instant, const Progress& progress) {
  return detail::run_import(database, options, progress, [&](ImportReport& report) -> std::function<void()> {
    auto& connection = database.connection();
    detail::PeopleRegister people(connection);
    auto stored = stored_networks(connection);
    auto told = NetworksFile(file, people, stored, report, progress).read();
    return [&connection, &report, stored = std::move(stored), told = std::move(told)]() mutable {
      write_networks(connection, stored, told, report);
    };
  });
}

}  // namespace store
