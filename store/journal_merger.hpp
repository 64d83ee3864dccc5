#pragma once
// Merging the journal into the file (SQLite: "checkpoint") while the file is being written to. SQLite does it
// inside the commit that makes the journal too long, and everybody waits for the disk.
#include "store/database.hpp"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace store {

/// Merges for one connection, whose own merging it ends. A thread of its own moves the many pages and waits
/// until the disk has them; the few that were written meanwhile are moved between two transactions, so the
/// journal begins anew however busy the file is. What cannot be merged (the disk is full, another process
/// reads) stays in the journal and is tried again: nothing is lost by it. Use it on the connection's thread.
class JournalMerger {
 public:
  /// Merges whenever so many pages (of 4 KB) have been added to the journal: as many as with SQLite's own
  /// merging.
  explicit JournalMerger(Database&);
  JournalMerger(Database&, int pages);
  ~JournalMerger();
  JournalMerger(const JournalMerger&) = delete;
  JournalMerger& operator=(const JournalMerger&) = delete;

  /// Call it after a commit, outside of transactions. What cannot be merged stays: it is no error.
  void committed();

 private:
  enum class State : std::uint8_t { idle, wanted, merged, ended };

  void loop();

  Database& database_;
  int step_;
  int merge_at_;
  int pages_before_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  State state_ = State::idle;
  std::thread thread_;
};

}  // namespace store
