#include "bot/writer.hpp"

#include "config/log.hpp"
#include "store/catalogue_store.hpp"
#include "store/changes.hpp"

#include <boost/asio/post.hpp>

#include <stdexcept>
#include <utility>
#include <vector>

namespace bot {

namespace asio = boost::asio;

namespace {

// A mark that nobody waits for is written at the latest after this.
constexpr std::chrono::milliseconds ride_along_limit{200};
// So that one group's transaction, and what its answers hold in memory, stays small whatever the load.
constexpr std::size_t group_size_max = 64;

void tell(const std::exception_ptr& failure, const std::function<void(const std::exception&)>& failed) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    failed(error);
  }
}

/// Opens the file, new or of an older program; an update is said before it begins, for it may take minutes.
store::Database open_updated(const std::filesystem::path& file) {
  using store::Database;
  int version = 0;
  if (std::error_code ignored; std::filesystem::exists(file, ignored))
    version = Database(file, Database::Create::yes, Database::Older::leave).version();
  const bool older = version != 0 && version < Database::newest_version();
  if (older)
    config::log(config::Level::info, "updating_data",
                {{"from", version},
                 {"to", Database::newest_version()},
                 {"megabytes", std::filesystem::file_size(file) / 1'000'000}});
  Database database(file, Database::Create::yes, Database::Older::update);
  if (older) config::log(config::Level::info, "data_updated", {{"version", database.version()}});
  return database;
}

}  // namespace

Writer::Writer(boost::asio::io_context& io, const std::filesystem::path& database)
    : io_(io), lock_(database), database_(open_updated(database)) {
  catalogue_version_ = store::catalogue_version(database_);
  finder_ = std::make_unique<store::Finder>(store::load_catalogue(database_));
  tasks_ = finder_->catalogue().task_count();
  data_version_ = database_.data_version();
  thread_ = std::thread([this] { loop(); });
}

Writer::~Writer() {
  stop();
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

Writer::Counts Writer::counts() const {
  return {jobs_, groups_, tasks_, writable_};
}

void Writer::refuse_when_stopped() {
  const std::lock_guard lock(mutex_);
  if (stopping_) throw std::runtime_error("the writer has stopped");
}

void Writer::push(Job job, bool urgent) {
  {
    const std::lock_guard lock(mutex_);
    const bool awake = !waiting_.empty() && (urgent_ || !urgent);
    job.rides_along = !urgent;
    waiting_.push_back(std::move(job));
    urgent_ = urgent_ || urgent;
    if (awake) return;
  }
  wake_.notify_one();
}

boost::asio::awaitable<void> Writer::submit(Work work) {
  refuse_when_stopped();
  return asio::async_initiate<const asio::use_awaitable_t<>, void(std::exception_ptr)>(
      [this](Waiter waiter, Work job) {
        push({std::move(job), std::move(waiter), {}}, true);
      },
      asio::use_awaitable, std::move(work));
}

void Writer::ride_along(Work work, Failed failed) {
  refuse_when_stopped();
  push({std::move(work), std::nullopt, std::move(failed)}, false);
}

void Writer::loop() {
  for (;;) {
    std::deque<Job> group;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return !waiting_.empty() || stopping_; });
      wake_.wait_for(lock, ride_along_limit, [this] { return urgent_ || stopping_; });
      if (waiting_.empty() && stopping_) return;
      while (!waiting_.empty() && group.size() < group_size_max) {
        group.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
      urgent_ = !waiting_.empty();
    }
    if (group.empty()) continue;
    run_group(group);
    merger_.committed();  // nobody of the group waits for it
  }
}

void Writer::run_group(std::deque<Job>& group) {
  bool flush = std::exchange(flush_owed_, false);
  try {
    run_together(group, flush);
  } catch (const std::exception&) {
    // One of them failed, or the commit: everything was undone. Each on its own shows which one it is.
    for (Job& job : group) run_alone(job, flush);
  }
  if (flush) flush_group(group);
  reload_if_changed();  // our own changes don't show in the data version
  jobs_ += group.size();
  answer(group);
}

/// All who wait are continued by one call on the event loop.
void Writer::answer(std::deque<Job>& group) {
  std::vector<Answer> answers;
  for (Job& job : group) {
    if (job.waiter) {
      answers.push_back({std::move(*job.waiter), std::exchange(job.failure, nullptr)});
    } else if (job.failure) {
      tell(job.failure, job.failed);
    }
  }
  if (answers.empty()) return;
  asio::post(io_, [answers = std::move(answers)]() mutable {
    const config::LogTogether one_write;
    // Given away, not shared: this thread destroys the failure.
    for (Answer& answer : answers) std::move(answer.waiter)(std::exchange(answer.failure, nullptr));
  });
}

void Writer::run_together(std::deque<Job>& group, bool& flush) {
  store::Transaction transaction(database_);
  refresh_catalogue();
  const std::int64_t before = store::changes_so_far(database_);
  bool wanted = false;
  WriterContext context{transaction, *finder_, wanted};
  // Marks first: what was sent leaves its pages to what is to be sent, so each is written once.
  for (const bool marks : {true, false})
    for (Job& job : group)
      if (job.rides_along == marks) job.work(context);
  transaction.commit();
  flush = flush || wanted;
  ++groups_;
  if (store::changes_so_far(database_) != before) writable_ = true;  // a mere look proves nothing
}

void Writer::run_alone(Job& job, bool& flush) {
  try {
    std::deque<Job> single;
    single.push_back({job.work, std::nullopt, {}});
    run_together(single, flush);
  } catch (const store::StoreError&) {
    job.failure = std::current_exception();
    writable_ = false;
  } catch (const std::exception&) {
    job.failure = std::current_exception();
  }
}

/// What could not be flushed is committed all the same; nobody is told that it is safe, and the next group
/// flushes it first.
void Writer::flush_group(std::deque<Job>& group) {
  try {
    database_.flush();
  } catch (const std::exception& error) {
    flush_owed_ = true;
    writable_ = false;
    for (Job& job : group)
      if (!job.failure) job.failure = std::make_exception_ptr(store::StoreError(error.what()));
  }
}

void Writer::refresh_catalogue() {
  const std::int64_t data_version = database_.data_version();
  if (data_version == data_version_) return;
  reload_if_changed();
  data_version_ = data_version;
}

void Writer::reload_if_changed() {
  const std::int64_t version = store::catalogue_version(database_);
  if (version == catalogue_version_) return;
  auto catalogue = store::reload_catalogue(database_, finder_->shared_catalogue(), catalogue_version_);
  finder_ = std::make_unique<store::Finder>(std::move(catalogue), *finder_);
  tasks_ = finder_->catalogue().task_count();
  catalogue_version_ = version;
}

}  // namespace bot
