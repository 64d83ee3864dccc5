#include "store/detail/networks_file.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/email.hpp"
#include "store/detail/table.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace store::detail {

namespace {

enum Cell {
  network,
  kind,
  purpose,
  coordinator,
  successor,
  reference,
  members,
  visibility,
  rule,
  next_gathering,
  place
};

std::vector<Column> columns() {
  return {{{"network", "netværk"}},
          {{"kind", "art", "type"}},
          {{"purpose", "formål"}, Column::Text::lines},
          {{"coordinator", "tovholder", "koordinator"}},
          {{"successor", "afløser"}},
          {{"reference"}},
          {{"members", "medlemmer"}, Column::Text::lines},
          {{"visibility", "synlighed"}},
          {{"rule", "regel"}},
          {{"next_gathering", "næste_møde"}},
          {{"place", "sted"}}};
}

class Reader {
 public:
  Reader(Table& table, const PeopleRegister& people, const LocalTime& local_time)
      : table_(table), people_(people), local_time_(local_time) {}

  NetworkRecord row() {
    NetworkRecord told;
    told.name = table_.cell(network);
    told.kind = table_.cell(kind);
    told.purpose = table_.cell(purpose);
    told.rule = table_.cell(rule);
    told.place = table_.cell(place);
    told.open = visible_to_all();
    told.coordinator = one_person(coordinator);
    told.successor = one_person(successor);
    told.reference = one_person(reference);
    told.members = all_members();
    told.next_gathering = start();
    return told;
  }

 private:
  bool visible_to_all() {
    const std::string word = fold(table_.cell(visibility));
    if (word == fold("closed") || word == fold("lukket")) return false;
    if (!word.empty() && word != fold("open") && word != fold("åben") && word != fold("åbent"))
      table_.error(visibility, "this visibility is not known: write 'open' ('åben') or 'closed' ('lukket')");
    return true;
  }

  std::string start() {
    const std::string& cell = table_.cell(next_gathering);
    if (cell.empty()) return "";
    const auto start = parse_local_time(cell);
    if (start && local_time_(*start)) return *start;
    table_.error(next_gathering, "this is no date with a time: write it like 2026-03-27 09:00");
    return "";
  }

  std::vector<std::int64_t> all_members() {
    std::vector<std::int64_t> ids;
    for (const std::string& email : split_list(table_.cell(members)))
      if (const auto id = person(members, email)) ids.push_back(*id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  NetworkRecord::Person one_person(int column) {
    return table_.cell(column).empty() ? std::nullopt : person(column, table_.cell(column));
  }

  NetworkRecord::Person person(int column, const std::string& email) {
    const PersonIndex found = people_.by_email(email);
    if (found != no_index) return people_.at(found).id;
    table_.error(column, looks_like_email(email)
                             ? "nobody has the e-mail " + email + ": correct it, or import that person first"
                             : "this is no list of e-mail addresses: separate them by commas");
    return std::nullopt;
  }

  Table& table_;
  const PeopleRegister& people_;
  const LocalTime& local_time_;
};

}  // namespace

NetworksFile::NetworksFile(const std::filesystem::path& file, const PeopleRegister& people,
                           const LocalTime& local_time, ImportReport& report, const Progress& progress) {
  Table table(file, columns(), {{network}}, report, progress);
  for (int column = network; column <= place; ++column) has_.push_back(table.has(column));
  Reader reader(table, people, local_time);
  std::map<std::string, int> lines;
  while (table.next()) {
    if (table.cell(network).empty()) {
      table.error(network, "the network's name is missing: add it");
      continue;
    }
    const std::string folded = fold(table.cell(network));
    const auto [line, is_new] = lines.emplace(folded, table.line());
    if (is_new)
      networks_[folded] = reader.row();
    else
      table.error(network, "line " + std::to_string(line->second) +
                               " has a network of this name: leave one of the two out");
  }
}

NetworkRecord NetworksFile::merged(const NetworkRecord& told, const NetworkRecord& stored) const {
  NetworkRecord result = stored;
  result.name = told.name;
  const auto take = [&](int column, auto NetworkRecord::*field) {
    if (has_[static_cast<std::size_t>(column)]) result.*field = told.*field;
  };
  take(kind, &NetworkRecord::kind);
  take(purpose, &NetworkRecord::purpose);
  take(coordinator, &NetworkRecord::coordinator);
  take(successor, &NetworkRecord::successor);
  take(reference, &NetworkRecord::reference);
  take(members, &NetworkRecord::members);
  take(visibility, &NetworkRecord::open);
  take(rule, &NetworkRecord::rule);
  take(next_gathering, &NetworkRecord::next_gathering);
  take(place, &NetworkRecord::place);
  return result;
}

}  // namespace store::detail
