#include "store/service_lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace store {

ServiceLock::ServiceLock(const std::filesystem::path& database) {
  const std::string name = database.string() + ".lock";
  file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0)
    throw StoreError("The lock file " + name + " cannot be made (" + std::strerror(errno) +
                     "). Let this user write to the folder of the database.");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(file_);
  throw StoreError("Another service works on " + database.string() +
                   " already. Stop it first; two would answer everything twice.");
}

ServiceLock::~ServiceLock() {
  ::close(file_);
}

}  // namespace store
