#pragma once
// The catalogue in memory: an immutable snapshot of who does what. It is built from the database
// (load_catalogue) and replaced as a whole when the catalogue changes; a new one may share all but a few
// tasks with the one before. Const access is thread-safe.
#include "store/clock.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// Positions in the snapshot's tables; meaningless in another snapshot. `no_index` stands for 'none'.
using TaskIndex = std::uint32_t;
using PersonIndex = std::uint32_t;
using UnitIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// What somebody is to a task. Coordinator is the 'tovholder' of a task with several hands.
enum class Role : std::uint8_t { responsible, stand_in, coordinator };

/// A day or none in four bytes: a catalogue can hold millions of them. Used like std::optional<Day>.
class OptionalDay {
 public:
  constexpr OptionalDay() = default;
  constexpr OptionalDay(std::nullopt_t) {}
  constexpr OptionalDay(Day day) : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
  constexpr OptionalDay(std::optional<Day> day) : OptionalDay(day ? OptionalDay(*day) : OptionalDay()) {}

  constexpr bool has_value() const { return days_ != none; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr Day operator*() const { return Day{std::chrono::days{days_}}; }
  constexpr operator std::optional<Day>() const {
    return has_value() ? std::optional<Day>(**this) : std::nullopt;
  }
  friend constexpr bool operator==(OptionalDay, OptionalDay) = default;

 private:
  static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
  std::int32_t days_ = none;
};

/// From and to are both days away, in the municipality's time zone. The reason is never known.
struct Absence {
  Day from;
  Day to;
};

/// A colleague or a contact point. The views live as long as the catalogue.
struct Person {
  std::int64_t id = 0;  ///< the row in the database; stable over imports
  std::string_view name;
  std::string_view email;
  std::string_view phone;
  std::string_view title;
  std::string_view entra_id;  ///< object id in Microsoft Entra, lower case; empty if unknown
  UnitIndex unit = no_index;
  PersonIndex leader = no_index;
  PersonIndex stand_in = no_index;  ///< who to ask while `absence` lasts
  std::optional<Absence> absence;
  std::optional<Day> left;  ///< the first day on which this person no longer works here
  bool contact_point = false;
  std::string_view other_jobs = {};  ///< beside title and unit; one a line: title, tab, department
};

struct Unit {
  std::int64_t id = 0;
  std::string_view name;
  PersonIndex leader = no_index;
  std::string_view former_names = {};  ///< one a line: before it was renamed, and of what was merged into it

  /// Whether this is its name or a former one, in any case and spelling.
  bool is_called(std::string_view folded) const;
};

struct Responsibility {
  TaskIndex task = no_index;
  PersonIndex person = no_index;
  Role role = Role::responsible;
  OptionalDay from;       ///< first valid day
  OptionalDay to;         ///< last valid day
  OptionalDay confirmed;  ///< when somebody last said that it is so
};

/// A task as the catalogue has it. Lists are kept as one text each, their items separated by '\n'.
struct Task {
  std::int64_t id = 0;
  std::string_view title;
  std::string_view description;
  std::string_view keywords;    ///< the municipality's own search words
  std::string_view kle;         ///< KLE numbers, e.g. "09.13.01"
  std::string_view kle_titles;  ///< titles of those numbers, where the plan is known
  std::string_view kle_keywords;
};

class Catalogue;

/// Fills a catalogue. Strings are copied into one arena. Add units and people first: the indexes returned are
/// used in later calls. Leaders and stand-ins may be set when everybody is known.
class CatalogueBuilder {
 public:
  CatalogueBuilder();
  /// Begins with everything that the base of `before` has (see Catalogue::base). Only tasks can differ from
  /// it.
  explicit CatalogueBuilder(const std::shared_ptr<const Catalogue>& before);
  ~CatalogueBuilder();
  CatalogueBuilder(CatalogueBuilder&&) noexcept;
  CatalogueBuilder& operator=(CatalogueBuilder&&) noexcept;

  /// Makes room at once for what is going to be added; only memory and time depend on it.
  void reserve(std::size_t tasks, std::size_t people, std::size_t responsibilities);

  UnitIndex add_unit(const Unit&);
  PersonIndex add_person(const Person&);
  TaskIndex add_task(const Task&);
  /// Begins a task anew, its responsibilities too; only over a base, once a task, in rising order, and before
  /// any task is added.
  void replace_task(TaskIndex, const Task&);
  void add_responsibility(const Responsibility&);
  Unit& unit(UnitIndex);
  Person& person(PersonIndex);

  /// Ends the building. The builder is empty afterwards.
  std::shared_ptr<const Catalogue> build();

 private:
  std::uint32_t add_row(const Task&);

  std::unique_ptr<Catalogue> catalogue_;
};

class Catalogue {
 public:
  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  std::size_t task_count() const;
  Task task(TaskIndex) const;
  /// Where nothing else of the task is wanted: its texts are not looked for.
  std::int64_t task_id(TaskIndex) const;
  std::string_view task_title(TaskIndex) const;
  std::span<const Person> people() const { return base().people_; }
  const Person& person(PersonIndex index) const { return base().people_[index]; }
  std::span<const Unit> units() const { return base().units_; }
  const Unit& unit(UnitIndex index) const { return base().units_[index]; }

  /// Everything said about a task, in the order responsible, coordinator, stand-in; people who have left
  /// included.
  std::span<const Responsibility> responsibilities_of(TaskIndex) const;
  /// The tasks a person has any role in, in the order of the catalogue.
  std::vector<Responsibility> responsibilities_of_person(PersonIndex) const;

  /// The snapshot whose people, units and unchanged tasks this one shares; itself if it shares nothing.
  const Catalogue& base() const { return base_ ? *base_ : *this; }
  /// Tasks that differ from the base or are not in it, sorted. Tasks keep their index.
  std::span<const TaskIndex> changed_tasks() const { return changed_; }

  /// By e-mail (any case); `no_index` if nobody has it.
  PersonIndex person_by_email(std::string_view email) const;
  /// By Entra object id (any case); `no_index` if nobody has it.
  PersonIndex person_by_entra_id(std::string_view entra_id) const;
  /// By the database's id; `no_index` if there is none.
  PersonIndex person_by_id(std::int64_t id) const;
  TaskIndex task_by_id(std::int64_t id) const;

 private:
  friend class CatalogueBuilder;
  Catalogue();

  /// Where a task's texts and responsibilities are: in which snapshot, and at which of its rows.
  struct Place {
    const Catalogue* snapshot;
    std::uint32_t row;
  };
  Place place_of(TaskIndex) const;
  std::size_t changed_before(std::size_t task) const;

  struct TaskRow;  // offsets into the arena
  struct Arena;
  struct Lookup;
  std::shared_ptr<const Catalogue> base_;
  std::vector<TaskIndex> changed_;  // the task of each row, over a base
  std::unique_ptr<Arena> arena_;
  std::unique_ptr<Lookup> lookup_;
  std::vector<TaskRow> tasks_;
  std::vector<Person> people_;
  std::vector<Unit> units_;
  std::vector<Responsibility> responsibilities_;  // sorted by task and the order of the roles
};

}  // namespace store
