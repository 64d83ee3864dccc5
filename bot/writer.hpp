#pragma once
// The one thread that works on the database. What waits is done in one transaction: a group commit, so no
// turn pays for a flush alone. Nothing is reported as done before it is committed (and flushed, if somebody's
// data changed).
#include "store/database.hpp"
#include "store/journal_merger.hpp"
#include "store/search/finder.hpp"
#include "store/service_lock.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

namespace bot {

/// What a job may use while it runs.
struct WriterContext {
  store::Transaction& transaction;
  const store::Finder& finder;  ///< of the catalogue as it is in this very transaction
  bool& flush;                  ///< set it when somebody's data changed
};

/// Owns the database and a thread. Construct, use and stop it on the event loop's thread.
class Writer {
 public:
  /// Opens (or creates) the database and loads the catalogue. Throws store::StoreError.
  Writer(boost::asio::io_context&, const std::filesystem::path& database);
  ~Writer();

  /// Runs `job(WriterContext&)` in a transaction and returns its result once that is durable. An exception of
  /// the job undoes the job alone and is thrown here. A job may be run twice (the first time undone), so it
  /// must not keep state.
  template <class Job>
  boost::asio::awaitable<std::invoke_result_t<Job, WriterContext&>> run(Job job) {
    // Job and result stay here: this waits until the writer has done with them.
    std::invoke_result_t<Job, WriterContext&> result{};
    Work work = [&job, &result](WriterContext& context) { result = job(context); };
    co_await submit(std::move(work));
    co_return std::move(result);
  }

  /// Runs the job with the next group that has other reasons to commit, before those, or after a short while.
  /// For marks whose loss in a crash is allowed. `failed` is called on the writer's thread if it cannot be
  /// done.
  void ride_along(std::function<void(WriterContext&)> job, std::function<void(const std::exception&)> failed);

  /// Does everything that waits, then ends the thread. What comes later is refused with an exception.
  void stop();

  /// How many jobs and groups were committed; for /metrics. Thread-safe.
  struct Counts {
    std::uint64_t jobs = 0;
    std::uint64_t groups = 0;
    std::uint64_t tasks = 0;  ///< in the catalogue
    bool writable = true;     ///< the last group could be written
  };
  Counts counts() const;

 private:
  using Work = std::function<void(WriterContext&)>;
  using Failed = std::function<void(const std::exception&)>;
  /// What continues the coroutine that waits for a job.
  using Waiter =
      boost::asio::async_result<boost::asio::use_awaitable_t<>, void(std::exception_ptr)>::handler_type;
  struct Answer {
    Waiter waiter;
    std::exception_ptr failure = nullptr;
  };
  struct Job {
    Work work;
    std::optional<Waiter> waiter;  ///< continued on the event loop
    Failed failed;                 ///< called on the writer's thread if nobody waits
    std::exception_ptr failure = nullptr;
    bool rides_along = false;
  };

  boost::asio::awaitable<void> submit(Work);
  void refuse_when_stopped();
  void push(Job, bool urgent);
  void loop();
  void run_group(std::deque<Job>& group);
  void run_together(std::deque<Job>& group, bool& flush);
  void run_alone(Job& job, bool& flush);
  void flush_group(std::deque<Job>& group);
  void answer(std::deque<Job>& group);
  void refresh_catalogue();
  void reload_if_changed();

  boost::asio::io_context& io_;
  store::ServiceLock lock_;
  store::Database database_;
  store::JournalMerger merger_{database_};
  std::unique_ptr<store::Finder> finder_;
  std::int64_t data_version_ = 0;
  std::int64_t catalogue_version_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool urgent_ = false;
  bool stopping_ = false;
  std::atomic<std::uint64_t> jobs_ = 0;
  std::atomic<std::uint64_t> groups_ = 0;
  std::atomic<std::uint64_t> tasks_ = 0;
  std::atomic<bool> writable_ = true;
  bool flush_owed_ = false;  // an earlier group could not be flushed
  std::thread thread_;
};

}  // namespace bot
