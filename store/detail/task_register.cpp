#include "store/detail/task_register.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/role_words.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <unordered_set>

namespace store::detail {

namespace {

constexpr char find_exact[] = "SELECT id FROM tasks WHERE title_folded = :folded AND kle = :kle";
constexpr char find_by_title[] = "SELECT id FROM tasks WHERE title_folded = :folded";
constexpr char any_task[] = "SELECT EXISTS (SELECT 1 FROM tasks)";
constexpr char all_ids[] = "SELECT id FROM tasks";
constexpr char task_text[] = "SELECT title, kle, keywords, description FROM tasks WHERE id = :id";
constexpr char insert_task[] = R"(
INSERT INTO tasks (title, title_folded, kle, keywords, description) VALUES (:title, :folded, :kle, :keywords, :description))";
constexpr char update_task[] = R"(
UPDATE tasks SET title = :title, title_folded = :folded, kle = :kle, keywords = :keywords, description = :description
WHERE id = :id)";
constexpr char delete_task[] = "DELETE FROM tasks WHERE id = :id";

constexpr char hands_of_task[] = R"(
SELECT person_id, role, valid_from, valid_to, confirmed_on FROM responsibilities WHERE task_id = :task)";
constexpr char save_hand[] = R"(
INSERT INTO responsibilities (task_id, person_id, role, valid_from, valid_to, confirmed_on)
VALUES (:task, :person, :role, :from, :to, :confirmed)
ON CONFLICT (task_id, person_id, role) DO UPDATE SET
  valid_from = excluded.valid_from, valid_to = excluded.valid_to, confirmed_on = excluded.confirmed_on)";
constexpr char delete_hand[] = R"(
DELETE FROM responsibilities WHERE task_id = :task AND person_id = :person AND role = :role)";
constexpr char count_hands[] = "SELECT count(*) FROM responsibilities WHERE task_id = :id";

constexpr std::size_t tasks_between_progress = 1'000;

struct StoredHand {
  std::int64_t person = 0;
  std::string role;
  OptionalDay from, to, confirmed;
};

OptionalDay later(OptionalDay a, OptionalDay b) {
  if (!a || (b && *b > *a)) return b;
  return a;
}

/// Adds the items that the lines don't hold yet, in any spelling.
void merge(std::string& lines, const std::vector<std::string>& items) {
  if (items.empty()) return;
  if (items.size() == 1 && lines.empty()) {
    lines = items.front();
    return;
  }
  std::unordered_set<std::string> known;
  for (std::size_t begin = 0; begin < lines.size();) {
    const auto end = std::min(lines.find('\n', begin), lines.size());
    known.insert(fold(std::string_view(lines).substr(begin, end - begin)));
    begin = end + 1;
  }
  for (const auto& item : items)
    if (known.insert(fold(item)).second) lines.append(lines.empty() ? "" : "\n").append(item);
}

}  // namespace

TaskIndex TaskRegister::add(const Row& row) {
  const auto [title, is_new] = by_title_.try_emplace(fold(row.title));
  auto& group = title->second;
  TaskIndex index = no_index;
  for (const TaskIndex candidate : group)
    if (tasks_[candidate].kle == row.kle) index = candidate;
  // A row without numbers is about the task of that title that has some, whichever comes first.
  if (index == no_index && row.kle.empty() && !group.empty()) index = group.front();
  if (index == no_index && group.size() == 1 && tasks_[group.front()].kle.empty()) {
    index = group.front();
    tasks_[index].kle = row.kle;
  }
  if (index == no_index) {
    index = static_cast<TaskIndex>(tasks_.size());
    group.push_back(index);
    tasks_.push_back({0, &title->first, row.title, row.kle, {}, {}});
  }
  TaskRecord& task = tasks_[index];
  if (task.description.empty())
    task.description = row.description;
  else if (!row.description.empty() && row.description != task.description)
    ++second_descriptions_;
  merge(task.keywords, row.keywords);
  return index;
}

void TaskRegister::close(ImportReport& report) {
  const auto key = [](const Hand& hand) { return std::tuple(hand.task, hand.person, hand.role); };
  std::stable_sort(hands_.begin(), hands_.end(),
                   [&](const Hand& a, const Hand& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (const Hand& hand : hands_) {
    if (kept == 0 || key(hands_[kept - 1]) != key(hand)) {
      hands_[kept++] = hand;
      continue;
    }
    Hand& first = hands_[kept - 1];
    if (first.from != hand.from || first.to != hand.to)
      report.errors.push_back({hand.line, "",
                               "line " + std::to_string(first.line) +
                                   " says the same with other dates: leave one of the two rows out"});
    first.confirmed = later(first.confirmed, hand.confirmed);
  }
  hands_.resize(kept);
}

TaskRegister::Match TaskRegister::match(Connection& connection, const TaskColumns& columns) {
  {
    Query query(connection, any_task);
    if (query.step() && query.integer(0) == 0) return {};
  }
  std::unordered_set<std::int64_t> taken;
  for (TaskRecord& task : tasks_) {
    if (!columns.kle) break;
    Query query(connection, find_exact);
    if (query.bind(":folded", *task.folded).bind(":kle", task.kle).step())
      taken.insert(task.id = query.integer(0));
  }
  // A title that is left once on both sides is the same task with other numbers.
  for (auto& [folded, group] : by_title_) {
    TaskIndex open = no_index;
    int open_count = 0;
    for (const TaskIndex task : group)
      if (tasks_[task].id == 0) ++open_count, open = task;
    if (open_count != 1) continue;
    std::vector<std::int64_t> ids;
    Query query(connection, find_by_title);
    query.bind(":folded", folded);
    while (query.step())
      if (!taken.contains(query.integer(0))) ids.push_back(query.integer(0));
    if (ids.size() == 1) taken.insert(tasks_[open].id = ids.front());
  }
  Match result;
  gone_.clear();
  Query query(connection, all_ids);
  while (query.step()) {
    ++result.before;
    if (!taken.contains(query.integer(0))) gone_.push_back(query.integer(0));
  }
  result.gone = static_cast<std::int64_t>(gone_.size());
  return result;
}

/// Returns whether the row of a known task differed.
bool TaskRegister::write_text(Connection& connection, const TaskColumns& columns, TaskRecord& task) {
  if (task.id != 0) {
    Query query(connection, task_text);
    query.bind(":id", task.id).step();
    if (!columns.kle) task.kle = query.text(1);
    if (!columns.keywords) task.keywords = query.text(2);
    if (!columns.description) task.description = query.text(3);
    if (query.view(0) == task.title && query.view(1) == task.kle && query.view(2) == task.keywords &&
        query.view(3) == task.description)
      return false;
  }
  Query query(connection, task.id == 0 ? insert_task : update_task);
  if (task.id != 0) query.bind(":id", task.id);
  query.bind(":title", task.title).bind(":folded", *task.folded).bind(":kle", task.kle);
  query.bind(":keywords", task.keywords).bind(":description", task.description).run();
  if (task.id != 0) return true;
  task.id = connection.database.getLastInsertRowid();
  return false;
}

/// Brings the responsibilities of one task to what the file says. Returns whether other people or roles have
/// it now.
bool TaskRegister::write_hands(Connection& connection, const TaskColumns& columns, const TaskRecord& task,
                               bool task_is_new, std::size_t first, std::size_t last,
                               const std::vector<std::int64_t>& person_ids, Changes& changes) {
  std::vector<StoredHand> known;
  if (!task_is_new) {
    Query query(connection, hands_of_task);
    query.bind(":task", task.id);
    while (query.step())
      known.push_back({query.integer(0), query.text(1), query.day(2), query.day(3), query.day(4)});
  }
  bool moved = false;
  for (std::size_t index = first; index < last; ++index) {
    Hand hand = hands_[index];
    const std::int64_t person = person_ids[hand.person];
    const auto same = std::find_if(known.begin(), known.end(), [&](const StoredHand& entry) {
      return entry.person == person && entry.role == word(hand.role);
    });
    if (same == known.end()) {
      ++changes.added;
      moved = true;
    } else {
      if (!columns.role_days) std::tie(hand.from, hand.to) = std::tie(same->from, same->to);
      hand.confirmed = later(same->confirmed, hand.confirmed);
      const bool equal = hand.from == same->from && hand.to == same->to && hand.confirmed == same->confirmed;
      known.erase(same);
      ++(equal ? changes.same : changes.changed);
      if (equal) continue;
    }
    Query query(connection, save_hand);
    query.bind(":task", task.id).bind(":person", person).bind(":role", word(hand.role));
    query.bind(":from", hand.from).bind(":to", hand.to).bind(":confirmed", hand.confirmed).run();
  }
  for (const StoredHand& gone : known) {
    Query query(connection, delete_hand);
    query.bind(":task", task.id).bind(":person", gone.person).bind(":role", gone.role).run();
    ++changes.gone;
    moved = true;
  }
  return moved;
}

void TaskRegister::write(Connection& connection, const TaskColumns& columns,
                         const std::vector<std::int64_t>& person_ids, ImportReport& report,
                         const Progress& progress) {
  for (const std::int64_t id : gone_) {
    Query count(connection, count_hands);
    count.bind(":id", id).step();
    report.responsibilities.gone += static_cast<int>(count.integer(0));
    Query(connection, delete_task).bind(":id", id).run();
    ++report.tasks.gone;
  }
  std::size_t hand = 0;
  for (TaskIndex index = 0; index < tasks_.size(); ++index) {
    TaskRecord& task = tasks_[index];
    const bool added = task.id == 0;
    const bool changed = write_text(connection, columns, task);
    const std::size_t first = hand;
    while (hand < hands_.size() && hands_[hand].task == index) ++hand;
    const bool moved =
        write_hands(connection, columns, task, added, first, hand, person_ids, report.responsibilities);
    if (added)
      ++report.tasks.added;
    else if (moved)
      ++report.tasks.moved;
    else if (changed)
      ++report.tasks.changed;
    else
      ++report.tasks.same;
    if (progress && index % tasks_between_progress == 0)
      progress(0.5 + 0.5 * static_cast<double>(index) / static_cast<double>(tasks_.size()));
  }
}

}  // namespace store::detail
