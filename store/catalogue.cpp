#include "store/catalogue.hpp"

#include "store/detail/email.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace store {

/// Texts in chunks that never move, so that views stay valid while more is added and no reallocation doubles
/// the peak. A text is found again by its position alone, because it ends with a NUL.
struct Catalogue::Arena {
  static constexpr std::size_t chunk_bytes = std::size_t{1} << 18;  // 2^32 positions: 4 GB of text
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t used = 0;
    std::size_t size = 0;
  };
  std::vector<Chunk> chunks;

  /// Copies the texts one after the other, a NUL after each. NULs inside a text become blanks.
  std::uint32_t add(std::initializer_list<std::string_view> texts) {
    std::size_t needed = texts.size();
    for (const auto text : texts) needed += text.size();
    if (chunks.empty() || chunks.back().size - chunks.back().used < needed) {
      const std::size_t size = std::max(chunk_bytes, needed);
      chunks.push_back({std::make_unique<char[]>(size), 0, size});
    }
    Chunk& chunk = chunks.back();
    const std::uint32_t position = static_cast<std::uint32_t>((chunks.size() - 1) * chunk_bytes + chunk.used);
    for (const auto text : texts) {
      char* const begin = chunk.bytes.get() + chunk.used;
      std::replace_copy(text.begin(), text.end(), begin, '\0', ' ');
      begin[text.size()] = '\0';
      chunk.used += text.size() + 1;
    }
    return position;
  }

  /// The text at a position; the one added after it begins one past its end.
  std::string_view at(std::uint32_t position) const {
    return chunks[position / chunk_bytes].bytes.get() + position % chunk_bytes;
  }

  std::string_view copy(std::string_view text) { return text.empty() ? std::string_view{} : at(add({text})); }
};

struct Catalogue::TaskRow {
  std::int64_t id = 0;
  std::uint32_t own = 0;    ///< title, description, keywords
  std::uint32_t topic = 0;  ///< KLE numbers, titles, keywords; shared by all tasks with the same ones
};

struct Catalogue::Lookup {
  using Hashed = std::vector<std::pair<std::uint32_t, PersonIndex>>;
  Hashed by_email;
  Hashed by_entra_id;
  std::vector<PersonIndex> people_by_id;                  // empty if the table itself is in this order
  std::vector<TaskIndex> tasks_by_id;                     // empty if the table itself is in this order
  std::vector<std::uint32_t> first_of_task;               // into responsibilities_; one more than tasks
  std::vector<std::uint32_t> of_person;                   // into responsibilities_, grouped by person
  std::vector<std::uint32_t> first_of_person;             // into of_person; one more than people
  std::unordered_map<std::string, std::uint32_t> topics;  // only while building
};

namespace {

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
}

int rank(Role role) {
  switch (role) {
    case Role::responsible:
      return 0;
    case Role::coordinator:
      return 1;
    case Role::stand_in:
      return 2;
  }
  assert(false);
  return 0;
}

template <typename Table>
std::vector<std::uint32_t> order_by_id(const Table& table) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  if (std::is_sorted(table.begin(), table.end(), by_id)) return {};
  std::vector<std::uint32_t> order(table.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return table[a].id < table[b].id; });
  return order;
}

template <typename Table>
std::uint32_t find_id(const Table& table, const std::vector<std::uint32_t>& order, std::int64_t id) {
  if (order.empty()) {
    const auto found =
        std::partition_point(table.begin(), table.end(), [&](const auto& row) { return row.id < id; });
    return found != table.end() && found->id == id ? static_cast<std::uint32_t>(found - table.begin())
                                                   : no_index;
  }
  const auto found =
      std::partition_point(order.begin(), order.end(), [&](auto index) { return table[index].id < id; });
  return found != order.end() && table[*found].id == id ? *found : no_index;
}

/// The first index whose text, folded, equals `folded`.
template <typename Field>
PersonIndex find_hashed(const std::vector<std::pair<std::uint32_t, PersonIndex>>& hashed,
                        const std::string& folded, const Field& field_of) {
  if (folded.empty()) return no_index;
  const std::uint32_t hash = hash_of(folded);
  auto entry = std::lower_bound(hashed.begin(), hashed.end(), std::pair{hash, PersonIndex{0}});
  for (; entry != hashed.end() && entry->first == hash; ++entry)
    if (detail::fold_email(field_of(entry->second)) == folded) return entry->second;
  return no_index;
}

/// Sorted starts of the groups 0..count-1 in a table, given each row's group; one more at the end.
template <typename Group>
std::vector<std::uint32_t> group_starts(std::size_t rows, std::size_t groups, const Group& group_of) {
  std::vector<std::uint32_t> starts(groups + 1, 0);
  for (std::size_t row = 0; row < rows; ++row) ++starts[group_of(row) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

}  // namespace

CatalogueBuilder::CatalogueBuilder() : catalogue_(new Catalogue) {}
CatalogueBuilder::CatalogueBuilder(const std::shared_ptr<const Catalogue>& before)
    : catalogue_(new Catalogue) {
  catalogue_->base_ = before->base_ ? before->base_ : before;
}
CatalogueBuilder::~CatalogueBuilder() = default;
CatalogueBuilder::CatalogueBuilder(CatalogueBuilder&&) noexcept = default;
CatalogueBuilder& CatalogueBuilder::operator=(CatalogueBuilder&&) noexcept = default;

void CatalogueBuilder::reserve(std::size_t tasks, std::size_t people, std::size_t responsibilities) {
  catalogue_->tasks_.reserve(tasks);
  catalogue_->people_.reserve(people);
  catalogue_->responsibilities_.reserve(responsibilities);
}

bool Unit::is_called(std::string_view folded) const {
  if (fold(name) == folded) return true;
  for (std::string_view rest = former_names; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (fold(rest.substr(0, end)) == folded) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

UnitIndex CatalogueBuilder::add_unit(const Unit& unit) {
  Unit& row = catalogue_->units_.emplace_back(unit);
  row.name = catalogue_->arena_->copy(unit.name);
  row.former_names = catalogue_->arena_->copy(unit.former_names);
  return static_cast<UnitIndex>(catalogue_->units_.size() - 1);
}

PersonIndex CatalogueBuilder::add_person(const Person& person) {
  Person& row = catalogue_->people_.emplace_back(person);
  for (std::string_view Person::*text : {&Person::name, &Person::email, &Person::phone, &Person::title,
                                         &Person::entra_id, &Person::other_jobs})
    row.*text = catalogue_->arena_->copy(person.*text);
  return static_cast<PersonIndex>(catalogue_->people_.size() - 1);
}

TaskIndex CatalogueBuilder::add_task(const Task& task) {
  const std::uint32_t row = add_row(task);
  if (!catalogue_->base_) return row;
  const std::size_t added = row - catalogue_->changed_before(catalogue_->base_->tasks_.size());
  catalogue_->changed_.push_back(static_cast<TaskIndex>(catalogue_->base_->tasks_.size() + added));
  return catalogue_->changed_.back();
}

void CatalogueBuilder::replace_task(TaskIndex index, const Task& task) {
  assert(catalogue_->base_ && index < catalogue_->base_->tasks_.size());
  assert(catalogue_->changed_.empty() || catalogue_->changed_.back() < index);
  add_row(task);
  catalogue_->changed_.push_back(index);
}

std::uint32_t CatalogueBuilder::add_row(const Task& task) {
  auto& arena = *catalogue_->arena_;
  Catalogue::TaskRow row;
  row.id = task.id;
  row.own = arena.add({task.title, task.description, task.keywords});
  std::string topic;
  for (const auto text : {task.kle, task.kle_titles, task.kle_keywords}) topic.append(text).push_back('\0');
  const auto [known, added] = catalogue_->lookup_->topics.try_emplace(std::move(topic), 0);
  if (added) known->second = arena.add({task.kle, task.kle_titles, task.kle_keywords});
  row.topic = known->second;
  catalogue_->tasks_.push_back(row);
  return static_cast<std::uint32_t>(catalogue_->tasks_.size() - 1);
}

void CatalogueBuilder::add_responsibility(const Responsibility& responsibility) {
  assert(catalogue_->place_of(responsibility.task).snapshot == catalogue_.get());
  assert(responsibility.person < catalogue_->people().size());
  catalogue_->responsibilities_.push_back(responsibility);
}

Unit& CatalogueBuilder::unit(UnitIndex index) {
  return catalogue_->units_.at(index);
}
Person& CatalogueBuilder::person(PersonIndex index) {
  return catalogue_->people_.at(index);
}

std::shared_ptr<const Catalogue> CatalogueBuilder::build() {
  auto done = std::exchange(catalogue_, std::unique_ptr<Catalogue>(new Catalogue));
  auto& lookup = *done->lookup_;
  lookup.topics = {};
  lookup.by_email.reserve(done->people_.size());
  for (PersonIndex index = 0; index < done->people_.size(); ++index) {
    const Person& person = done->people_[index];
    if (!person.email.empty()) lookup.by_email.emplace_back(hash_of(detail::fold_email(person.email)), index);
    if (!person.entra_id.empty())
      lookup.by_entra_id.emplace_back(hash_of(detail::fold_email(person.entra_id)), index);
  }
  std::sort(lookup.by_email.begin(), lookup.by_email.end());
  std::sort(lookup.by_entra_id.begin(), lookup.by_entra_id.end());
  lookup.people_by_id = order_by_id(done->people_);
  lookup.tasks_by_id = order_by_id(done->tasks_);

  auto& rows = done->responsibilities_;
  const auto before = [](const Responsibility& a, const Responsibility& b) {
    return std::tuple(a.task, rank(a.role)) < std::tuple(b.task, rank(b.role));
  };
  if (!std::is_sorted(rows.begin(), rows.end(), before)) std::stable_sort(rows.begin(), rows.end(), before);
  lookup.first_of_task = group_starts(rows.size(), done->tasks_.size(),
                                      [&](auto row) { return done->place_of(rows[row].task).row; });
  if (done->base_) return std::shared_ptr<const Catalogue>(std::move(done));
  lookup.first_of_person =
      group_starts(rows.size(), done->people_.size(), [&](auto row) { return rows[row].person; });
  lookup.of_person.resize(rows.size());
  auto next = lookup.first_of_person;
  for (std::uint32_t row = 0; row < rows.size(); ++row) lookup.of_person[next[rows[row].person]++] = row;
  return std::shared_ptr<const Catalogue>(std::move(done));
}

Catalogue::Catalogue() : arena_(std::make_unique<Arena>()), lookup_(std::make_unique<Lookup>()) {}
Catalogue::~Catalogue() = default;

std::size_t Catalogue::task_count() const {
  if (!base_) return tasks_.size();
  const std::size_t base = base_->tasks_.size();
  return base + tasks_.size() - changed_before(base);
}

std::size_t Catalogue::changed_before(std::size_t task) const {
  return static_cast<std::size_t>(std::lower_bound(changed_.begin(), changed_.end(), task) -
                                  changed_.begin());
}

Catalogue::Place Catalogue::place_of(TaskIndex index) const {
  if (!base_) return {this, index};
  const std::size_t row = changed_before(index);
  if (row < changed_.size() && changed_[row] == index) return {this, static_cast<std::uint32_t>(row)};
  return {base_.get(), index};
}

Task Catalogue::task(TaskIndex index) const {
  const Place place = place_of(index);
  if (place.snapshot != this) return place.snapshot->task(index);
  const TaskRow& row = tasks_[place.row];
  const auto after = [](std::string_view text) { return std::string_view(text.data() + text.size() + 1); };
  Task task;
  task.id = row.id;
  task.title = arena_->at(row.own);
  task.description = after(task.title);
  task.keywords = after(task.description);
  task.kle = arena_->at(row.topic);
  task.kle_titles = after(task.kle);
  task.kle_keywords = after(task.kle_titles);
  return task;
}

std::int64_t Catalogue::task_id(TaskIndex index) const {
  const Place place = place_of(index);
  return place.snapshot->tasks_[place.row].id;
}

std::string_view Catalogue::task_title(TaskIndex index) const {
  const Place place = place_of(index);
  return place.snapshot->arena_->at(place.snapshot->tasks_[place.row].own);
}

std::span<const Responsibility> Catalogue::responsibilities_of(TaskIndex task) const {
  const Place place = place_of(task);
  const auto& firsts = place.snapshot->lookup_->first_of_task;
  const auto first = firsts[place.row];
  return std::span(place.snapshot->responsibilities_).subspan(first, firsts[place.row + 1] - first);
}

std::vector<Responsibility> Catalogue::responsibilities_of_person(PersonIndex person) const {
  std::vector<Responsibility> result;
  if (base_) {
    result = base_->responsibilities_of_person(person);
    std::erase_if(result, [this](const Responsibility& row) { return place_of(row.task).snapshot == this; });
    for (const Responsibility& row : responsibilities_) {
      if (row.person == person) result.push_back(row);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.task < b.task; });
    return result;
  }
  for (auto entry = lookup_->first_of_person[person]; entry < lookup_->first_of_person[person + 1]; ++entry)
    result.push_back(responsibilities_[lookup_->of_person[entry]]);
  return result;
}

PersonIndex Catalogue::person_by_email(std::string_view email) const {
  if (base_) return base_->person_by_email(email);
  return find_hashed(lookup_->by_email, detail::fold_email(email),
                     [&](auto index) { return people_[index].email; });
}

PersonIndex Catalogue::person_by_entra_id(std::string_view entra_id) const {
  if (base_) return base_->person_by_entra_id(entra_id);
  return find_hashed(lookup_->by_entra_id, detail::fold_email(entra_id),
                     [&](auto index) { return people_[index].entra_id; });
}

PersonIndex Catalogue::person_by_id(std::int64_t id) const {
  if (base_) return base_->person_by_id(id);
  return find_id(people_, lookup_->people_by_id, id);
}

TaskIndex Catalogue::task_by_id(std::int64_t id) const {
  if (base_) {
    const TaskIndex known = base_->task_by_id(id);
    if (known != no_index) return known;
    const auto row =
        std::find_if(tasks_.begin(), tasks_.end(), [id](const TaskRow& task) { return task.id == id; });
    return row == tasks_.end() ? no_index : changed_[static_cast<std::size_t>(row - tasks_.begin())];
  }
  return find_id(tasks_, lookup_->tasks_by_id, id);
}

}  // namespace store
