#include "store/catalogue_store.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/role_words.hpp"
#include "store/error.hpp"
#include "store/kle.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace store {

namespace {

constexpr char version[] = "SELECT value FROM meta WHERE key = 'catalogue_version'";
constexpr char count_change[] = "UPDATE meta SET value = value + 1 WHERE key = 'catalogue_version'";
constexpr char note_task[] = R"(
INSERT OR IGNORE INTO catalogue_changes (version, task_id)
VALUES ((SELECT value FROM meta WHERE key = 'catalogue_version'), :task))";
constexpr char forget_changes[] = R"(
DELETE FROM catalogue_changes WHERE version <= (SELECT value FROM meta WHERE key = 'catalogue_version') - :kept)";
constexpr char versions_since[] =
    "SELECT count(DISTINCT version) FROM catalogue_changes WHERE version > :since";
constexpr char tasks_since[] = "SELECT DISTINCT task_id FROM catalogue_changes WHERE version > :since";
constexpr std::int64_t kept_versions = 1000;
constexpr std::size_t most_changed = 500;  // tasks; with more, all is read anew and the changes begin again

constexpr char begin_reading[] = "BEGIN";
constexpr char end_reading[] = "COMMIT";

/// About how many there are. To count them would read every page of an index for that alone.
constexpr char highest_ids[] = "SELECT (SELECT max(id) FROM tasks), (SELECT max(id) FROM people)";

constexpr char all_units[] = "SELECT id, name, former_names FROM units ORDER BY id";

constexpr char all_people[] = R"(
SELECT id, name, email, phone, title, entra_id, unit_id, leader_id, stand_in_id, away_from, away_to, left_on,
       kind = 'contact_point',
       coalesce((SELECT group_concat(title || char(9) || department, char(10)) FROM (
         SELECT title, department FROM other_jobs WHERE person_id = people.id ORDER BY position)), '')
FROM people ORDER BY id)";

constexpr char all_tasks[] = "SELECT id, title, description, keywords, kle FROM tasks ORDER BY id";

constexpr char one_task[] = "SELECT id, title, description, keywords, kle FROM tasks WHERE id = :task";

constexpr char hands_of_task[] = R"(
SELECT task_id, person_id, role, valid_from, valid_to, confirmed_on FROM responsibilities WHERE task_id = :task)";

constexpr char learned_of_task[] = R"(
SELECT task_id, phrase FROM learned_words WHERE state = 'approved' AND task_id = :task ORDER BY id)";

constexpr char all_responsibilities[] = R"(
SELECT task_id, person_id, role, valid_from, valid_to, confirmed_on FROM responsibilities ORDER BY task_id)";

constexpr char all_learned[] = R"(
SELECT task_id, phrase FROM learned_words WHERE state = 'approved' ORDER BY task_id, id)";

/// The positions of ids that are added in rising order: eight bytes each, where a hash table at a million
/// would leave holes in the memory that stay.
class IndexOf {
 public:
  void add(std::int64_t id) { ids_.push_back(id); }
  std::size_t size() const { return ids_.size(); }
  /// The id must be known.
  std::uint32_t at(std::int64_t id) const {
    const auto guess = static_cast<std::size_t>(ids_.empty() ? 0 : id - ids_.front());
    if (guess < ids_.size() && ids_[guess] == id)  // while none was deleted
      return static_cast<std::uint32_t>(guess);
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
    if (found == ids_.end() || *found != id) throw StoreError("the catalogue names a row that is not there");
    return static_cast<std::uint32_t>(found - ids_.begin());
  }

 private:
  std::vector<std::int64_t> ids_;
};

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
  while (query.step()) {
    index_of.add(query.integer(0));
    builder.add_unit({.id = query.integer(0), .name = query.view(1), .former_names = query.view(2)});
  }
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
    person.other_jobs = query.view(13);
    relations.push_back({query.integer(7), query.integer(8)});  // NULL reads as 0, which no row has
    index_of.add(person.id);
    builder.add_person(person);
  }
  const auto index = [&](std::int64_t id) { return id == 0 ? no_index : index_of.at(id); };
  for (PersonIndex position = 0; position < relations.size(); ++position) {
    builder.person(position).leader = index(relations[position].leader);
    builder.person(position).stand_in = index(relations[position].stand_in);
  }
  find_unit_leaders(builder, units.size(), relations.size());
  return index_of;
}

/// The row of a task, read from columns id, title, description, keywords, kle.
Task task_from(const detail::Query& query) {
  return {.id = query.integer(0),
          .title = query.view(1),
          .description = query.view(2),
          .keywords = query.view(3),
          .kle = query.view(4)};
}

Responsibility responsibility_from(const detail::Query& query, TaskIndex task, PersonIndex person) {
  return {.task = task,
          .person = person,
          .role = detail::role_in(query.view(2)),
          .from = query.day(3),
          .to = query.day(4),
          .confirmed = query.day(5)};
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
    Task task = task_from(tasks);
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
      builder.add_responsibility(responsibility_from(hands, index, people.at(hands.integer(1))));
  }
}

/// Reads single tasks over a snapshot that has everything else.
class ChangeReader {
 public:
  ChangeReader(Database& database, const Catalogue& base, CatalogueBuilder& builder)
      : database_(database),
        base_(base),
        builder_(builder),
        task_(database.connection(), one_task),
        hands_(database.connection(), hands_of_task),
        learned_(database.connection(), learned_of_task) {}

  /// False if the task cannot be put over the base: it is gone, or somebody in it is not known there.
  bool read(std::int64_t id) {
    if (!task_.again().bind(":task", id).step()) return false;
    Task task = task_from(task_);
    std::string keywords = task_.text(3);
    learned_.again().bind(":task", id);
    while (learned_.step()) keywords.append(keywords.empty() ? "" : "\n").append(learned_.view(1));
    task.keywords = keywords;
    const TaskIndex known = base_.task_by_id(id);
    inherit(task, known);
    TaskIndex index = known;
    if (known == no_index) {
      index = builder_.add_task(task);
    } else {
      builder_.replace_task(known, task);
    }
    return read_hands(id, index);
  }

 private:
  /// The plan is read only if a number is new to the task: what the old numbers say has not changed.
  void inherit(Task& task, TaskIndex known) {
    if (known != no_index && base_.task(known).kle == task.kle) {
      task.kle_titles = base_.task(known).kle_titles;
      task.kle_keywords = base_.task(known).kle_keywords;
    } else if (!task.kle.empty()) {
      if (!plan_) plan_.emplace(database_);
      const KleTexts::Texts inherited = plan_->of(task.kle);
      task.kle_titles = inherited.titles;
      task.kle_keywords = inherited.keywords;
    }
  }

  bool read_hands(std::int64_t id, TaskIndex index) {
    hands_.again().bind(":task", id);
    while (hands_.step()) {
      const PersonIndex person = base_.person_by_id(hands_.integer(1));
      if (person == no_index) return false;
      builder_.add_responsibility(responsibility_from(hands_, index, person));
    }
    return true;
  }

  Database& database_;
  const Catalogue& base_;
  CatalogueBuilder& builder_;
  detail::Query task_, hands_, learned_;
  std::optional<KleTexts> plan_;
};

/// Ids of the tasks that differ from the base, in the order of the tables; nothing if that is not known or
/// too much.
std::optional<std::vector<std::int64_t>> changed_since(Database& database, const Catalogue& before,
                                                       std::int64_t since) {
  auto& connection = database.connection();
  detail::Query versions(connection, versions_since);
  versions.bind(":since", since).step();
  if (versions.integer(0) != catalogue_version(database) - since) return std::nullopt;
  std::vector<std::int64_t> ids;
  detail::Query tasks(connection, tasks_since);
  tasks.bind(":since", since);
  while (tasks.step()) ids.push_back(tasks.integer(0));
  for (const TaskIndex task : before.changed_tasks()) ids.push_back(before.task(task).id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const Catalogue& base = before.base();
  const std::size_t most = std::clamp<std::size_t>(base.task_count() / 50, 1, most_changed);
  const std::int64_t last =
      base.task_count() == 0 ? 0 : base.task(static_cast<TaskIndex>(base.task_count() - 1)).id;
  const bool in_order = std::all_of(ids.begin(), ids.end(), [&](std::int64_t id) {
    return id > last || base.task_by_id(id) != no_index;  // an id between others would move the rest
  });
  if (!in_order || ids.size() > most) return std::nullopt;
  return ids;
}

}  // namespace

std::shared_ptr<const Catalogue> load_catalogue(Database& database) {
  auto& connection = database.connection();
  const ReadTransaction reading(connection);
  CatalogueBuilder builder;
  {
    detail::Query query(connection, highest_ids);
    query.step();
    const auto tasks = static_cast<std::size_t>(query.integer(0));
    builder.reserve(tasks, static_cast<std::size_t>(query.integer(1)), tasks);
  }
  const IndexOf units = read_units(connection, builder);
  const IndexOf people = read_people(connection, builder, units);
  KleTexts kle(database);
  read_tasks(connection, builder, people, kle);
  return builder.build();
}

std::shared_ptr<const Catalogue> reload_catalogue(Database& database,
                                                  const std::shared_ptr<const Catalogue>& before,
                                                  std::int64_t since) {
  const ReadTransaction reading(database.connection());
  const auto changed = changed_since(database, *before, since);
  if (!changed) return load_catalogue(database);
  CatalogueBuilder builder(before);
  ChangeReader reader(database, before->base(), builder);
  for (const std::int64_t id : *changed) {
    if (!reader.read(id)) return load_catalogue(database);
  }
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

void count_task_change(Transaction& transaction, std::int64_t task) {
  auto& connection = transaction.database().connection();
  count_catalogue_change(transaction);
  detail::Query(connection, note_task).bind(":task", task).run();
  detail::Query(connection, forget_changes).bind(":kept", kept_versions).run();
}

}  // namespace store
