#include "store/journal_merger.hpp"

#include "store/detail/connection.hpp"

#include <sqlite3.h>

#include <optional>

namespace store {

namespace {

/// Called by SQLite after each commit to the journal, instead of its own merging.
int count_pages(void* connection, sqlite3*, const char*, int pages) {
  static_cast<detail::Connection*>(connection)->journal_pages = pages;
  return SQLITE_OK;
}

/// As much as is possible without anybody having to wait (sqlite.org/c3ref/wal_checkpoint_v2.html).
void merge(SQLite::Database& database) {
  sqlite3_wal_checkpoint_v2(database.getHandle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

std::optional<SQLite::Database> open_beside(const std::filesystem::path& file) {
  std::optional<SQLite::Database> opened(std::in_place, file.string(),
                                         SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, 0,
                                         detail::gathering_file_system());
  opened->exec("PRAGMA synchronous = NORMAL");
  opened->execAndGet("PRAGMA data_version");  // the journal is opened by the first reading
  return opened;
}

}  // namespace

JournalMerger::JournalMerger(Database& database) : JournalMerger(database, detail::journal_pages_max) {}

JournalMerger::JournalMerger(Database& database, int pages)
    : database_(database), step_(pages), merge_at_(pages) {
  sqlite3_wal_hook(database.connection().database.getHandle(), count_pages, &database.connection());
}

JournalMerger::~JournalMerger() {
  {
    const std::lock_guard lock(mutex_);
    state_ = State::ended;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
  sqlite3_wal_hook(database_.connection().database.getHandle(), nullptr, nullptr);
}

void JournalMerger::committed() {
  const int pages = database_.connection().journal_pages;
  if (pages < pages_before_) merge_at_ = step_;  // it began anew
  pages_before_ = pages;
  const std::lock_guard lock(mutex_);
  if (state_ == State::merged) {
    merge(database_.connection().database);
    merge_at_ = pages + step_;
    state_ = State::idle;
  } else if (state_ == State::idle && pages >= merge_at_) {
    state_ = State::wanted;
    if (!thread_.joinable()) thread_ = std::thread([this] { loop(); });
    wake_.notify_one();
  }
}

void JournalMerger::loop() {
  std::optional<SQLite::Database> own;
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return state_ == State::wanted || state_ == State::ended; });
    if (state_ == State::ended) return;
    lock.unlock();
    try {
      if (!own) own = open_beside(database_.connection().file);
      merge(*own);
    } catch (const SQLite::Exception&) {
      // No descriptor is left, say: then all of it is merged between two transactions.
    }
    lock.lock();
    if (state_ == State::wanted) state_ = State::merged;
  }
}

}  // namespace store
