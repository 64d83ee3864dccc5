#pragma once
// Two services on one data file would answer everything twice.
#include "store/error.hpp"

#include <filesystem>

namespace store {

/// Held by the one service that works on a database, for its lifetime; other commands don't take it. The
/// kernel gives it back when the process ends, however it ends.
class ServiceLock {
 public:
  /// Throws StoreError if another service holds it, or if the lock file beside the database cannot be made.
  explicit ServiceLock(const std::filesystem::path& database);
  ~ServiceLock();
  ServiceLock(const ServiceLock&) = delete;
  ServiceLock& operator=(const ServiceLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace store
