#pragma once
// What an import changes, written into the history as it happens. For store/*.cpp only.
#include "store/clock.hpp"
#include "store/detail/connection.hpp"

namespace store::detail {

/// While it lives, each change of people, tasks and responsibilities on this connection is a line of the
/// history, by 'import'. Nothing is written for a catalogue that is
/// empty yet, nor that people are new when the first people file comes: a beginning is no change.
/// Inside a transaction.
class HistoryTriggers {
 public:
  HistoryTriggers(Connection&, Instant now);
  ~HistoryTriggers();
  HistoryTriggers(const HistoryTriggers&) = delete;
  HistoryTriggers& operator=(const HistoryTriggers&) = delete;

 private:
  Connection& connection_;
  bool written_ = false;
};

}  // namespace store::detail
