#include "store/catalogue_store.hpp"

#include "store/detail/connection.hpp"
#include "store/kle.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store {

namespace {

constexpr char version[] = "SELECT value FROM meta WHERE key = 'catalogue_version'";
constexpr char count_change[] = "UPDATE meta SET value = value + 1 WHERE key = 'catalogue_version'";
constexpr char begin_reading[] = "BEGIN";
constexpr char end_reading[] = "COMMIT";

constexpr char counts[] = R"(
SELECT (SELECT count(*) FROM tasks), (SELECT count(*) FROM people), (SELECT count(*) FROM responsibilities))";

constexpr char all_units[] = "SELECT id, name FROM units ORDER BY id";

constexpr char all_people[] = R"(
SELECT id, name, email, phone, title, entra_id, unit_id, leader_id, stand_in_id, away_from, away_to, left_on,
       kind = 'contact_point'
FROM people ORDER BY id)";

constexpr char all_tasks[] = "SELECT id, title, description, keywords, kle FROM tasks ORDER BY id";

constexpr char all_responsibilities[] = R"(
SELECT task_id, person_id, role, valid_from, valid_to, confirmed_on FROM responsibilities ORDER BY task_id)";

constexpr char all_learned[] = R"(
SELECT task_id, phrase FROM learned_words WHERE state = 'approved' ORDER BY task_id, id)";

using IndexOf = std::unordered_map<std::int64_t, std::uint32_t>;

/// Reads one state of the database although others write meanwhile; joins a transaction that is already open.
class ReadTransaction {
 public:
  explicit ReadTransaction(detail::Connection& connection)
      : connection_(connection), own_(!connection.in_transaction()) {
    if (own_) detail::Query(connection_, begin_reading).run();
  }
  ~ReadTransaction() {
    if (!own_) return;
    try {
      detail::Query(connection_, end_reading).run();
    } catch (const StoreError&) {
      // Nothing was written, so nothing is lost.
    }
  }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  detail::Connection& connection_;
  bool own_;
};

Role role_of(std::string_view text) {
  if (text == "responsible") return Role::responsible;
  return text == "coordinator" ? Role::coordinator : Role::stand_in;
}

/// The leader of a unit is whoever most of its people name as theirs; of two with as many, the first in the
/// catalogue.
void find_unit_leaders(CatalogueBuilder& builder, std::size_t units, std::size_t people) {
  std::map<std::pair<UnitIndex, PersonIndex>, int> votes;
  for (PersonIndex index = 0; index < people; ++index) {
    const Person& person = builder.person(index);
    if (person.unit != no_index && person.leader != no_index) ++votes[{person.unit, person.leader}];
  }
  std::vector<int> most(units, 0);
  for (const auto& [pair, count] : votes) {
    if (count <= most[pair.first]) continue;
    most[pair.first] = count;
    builder.unit(pair.first).leader = pair.second;
  }
}

IndexOf read_units(detail::Connection& connection, CatalogueBuilder& builder) {
  IndexOf index_of;
  detail::Query query(connection, all_units);
  while (query.step())
    index_of[query.integer(0)] = builder.add_unit({.id = query.integer(0), .name = query.view(1)});
  return index_of;
}

IndexOf read_people(detail::Connection& connection, CatalogueBuilder& builder, const IndexOf& units) {
  IndexOf index_of;
  struct Relations {
    std::int64_t leader, stand_in;
  };
  std::vector<Relations> relations;
  detail::Query query(connection, all_people);
  while (query.step()) {
    Person person{
        .id = query.integer(0), .name = query.view(1), .email = query.view(2), .phone = query.view(3)};
    person.title = query.view(4);
    person.entra_id = query.view(5);
    if (!query.null(6)) person.unit = units.at(query.integer(6));
    if (!query.null(9)) person.absence = Absence{*query.day(9), *query.day(10)};
    person.left = query.day(11);
    person.contact_point = query.integer(12) != 0;
    relations.push_back({query.integer(7), query.integer(8)});  // NULL reads as 0, which no row has
    index_of[person.id] = builder.add_person(person);
  }
  const auto index = [&](std::int64_t id) { return id == 0 ? no_index : index_of.at(id); };
  for (PersonIndex position = 0; position < relations.size(); ++position) {
    builder.person(position).leader = index(relations[position].leader);
    builder.person(position).stand_in = index(relations[position].stand_in);
  }
  find_unit_leaders(builder, units.size(), relations.size());
  return index_of;
}

/// Tasks, responsibilities and learned words all come in the order of the task's id, so they are read side by
/// side.
void read_tasks(detail::Connection& connection, CatalogueBuilder& builder, const IndexOf& people,
                KleTexts& kle) {
  detail::Query tasks(connection, all_tasks);
  detail::Query hands(connection, all_responsibilities);
  detail::Query learned(connection, all_learned);
  bool more = hands.step();
  bool more_learned = learned.step();
  std::string keywords;
  while (tasks.step()) {
    const std::int64_t id = tasks.integer(0);
    Task task{.id = id, .title = tasks.view(1), .description = tasks.view(2), .keywords = tasks.view(3)};
    task.kle = tasks.view(4);
    if (more_learned && learned.integer(0) == id) {
      keywords = tasks.text(3);
      for (; more_learned && learned.integer(0) == id; more_learned = learned.step())
        keywords.append(keywords.empty() ? "" : "\n").append(learned.view(1));
      task.keywords = keywords;
    }
    const KleTexts::Texts inherited = kle.of(task.kle);
    task.kle_titles = inherited.titles;
    task.kle_keywords = inherited.keywords;
    const TaskIndex index = builder.add_task(task);
    for (; more && hands.integer(0) == id; more = hands.step())
      builder.add_responsibility({.task = index,
                                  .person = people.at(hands.integer(1)),
                                  .role = role_of(hands.view(2)),
                                  .from = hands.day(3),
                                  .to = hands.day(4),
                                  .confirmed = hands.day(5)});
  }
}

}  // namespace

std::shared_ptr<const Catalogue> load_catalogue(Database& database) {
  auto& connection = database.connection();
  const ReadTransaction reading(connection);
  CatalogueBuilder builder;
  {
    detail::Query query(connection, counts);
    query.step();
    builder.reserve(static_cast<std::size_t>(query.integer(0)), static_cast<std::size_t>(query.integer(1)),
                    static_cast<std::size_t>(query.integer(2)));
  }
  const IndexOf units = read_units(connection, builder);
  const IndexOf people = read_people(connection, builder, units);
  KleTexts kle(database);
  read_tasks(connection, builder, people, kle);
  return builder.build();
}

std::int64_t catalogue_version(Database& database) {
  detail::Query query(database.connection(), version);
  query.step();
  return query.integer(0);
}

void count_catalogue_change(Transaction& transaction) {
  detail::Query(transaction.database().connection(), count_change).run();
}

}  // namespace store
