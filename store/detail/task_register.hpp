#pragma once
// The tasks and responsibilities of a catalogue file, and how they are written. For store/*.cpp only.
#include "store/catalogue.hpp"
#include "store/detail/connection.hpp"
#include "store/import.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace store::detail {

/// Which parts of the rows the file speaks of: the others stay as they are.
struct TaskColumns {
  bool kle = false;
  bool keywords = false;
  bool description = false;
  bool role_days = false;  ///< from or to
};

class TaskRegister {
 public:
  struct Row {
    const std::string& title;
    const std::string& kle;  ///< as parse_kle() gives it
    const std::string& description;
    const std::vector<std::string>& keywords;
  };
  /// The task that a row is about, by the rules in store/README.md ("Which task is which").
  TaskIndex add(const Row& row);

  struct Hand {
    TaskIndex task = no_index;
    PersonIndex person = no_index;
    Role role = Role::responsible;
    int line = 0;
    OptionalDay from;
    OptionalDay to;
    OptionalDay confirmed;
  };
  void add(const Hand& hand) { hands_.push_back(hand); }

  /// Ends the reading. Rows that say the same twice become one; those that contradict each other are
  /// reported.
  void close(ImportReport& report);

  /// Rows whose description differed from that of an earlier row of the task.
  int second_descriptions() const { return second_descriptions_; }

  /// Finds the rows in the database that these tasks are. Returns how many there were, and how many are gone.
  struct Match {
    std::int64_t before = 0;
    std::int64_t gone = 0;
  };
  Match match(Connection& connection, const TaskColumns& columns);

  /// Writes what differs and deletes what is gone. `person_ids` by PersonIndex; after match().
  void write(Connection& connection, const TaskColumns& columns, const std::vector<std::int64_t>& person_ids,
             ImportReport& report, const Progress& progress);

 private:
  struct TaskRecord {
    std::int64_t id = 0;  ///< 0 for a new one
    const std::string* folded = nullptr;
    std::string title;
    std::string kle;
    std::string description;
    std::string keywords;
  };

  bool write_text(Connection& connection, const TaskColumns& columns, TaskRecord& task);
  bool write_hands(Connection& connection, const TaskColumns& columns, const TaskRecord& task,
                   bool task_is_new, std::size_t first, std::size_t last,
                   const std::vector<std::int64_t>& person_ids, Changes& changes);

  std::vector<TaskRecord> tasks_;
  std::unordered_map<std::string, std::vector<TaskIndex>> by_title_;
  std::vector<Hand> hands_;  // after close(): by task, person and role
  std::vector<std::int64_t> gone_;
  int second_descriptions_ = 0;
};

}  // namespace store::detail
