// What a machine does to a program when it goes badly: its disk is full, slow, broken or read-only, its clock is set, it loses
// power. Loaded before the C library (LD_PRELOAD) by machine.mjs, which writes the orders into a file that both share.
// It asks the kernel itself, so that it works under the sanitizers, which stand in front of the C library too.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/// In this order in machine.mjs.
struct orders {
  int64_t clock_step;   ///< seconds that the clock has been set forward (back: negative)
  int64_t limited;      ///< not 0: the disk has room for `room` more bytes
  int64_t room;
  int64_t write_error;  ///< errno of every write, 0: none
  int64_t read_error;
  int64_t sync_error;
  int64_t sync_ms;      ///< how long a sync takes
  int64_t open_error;   ///< errno of opening for writing
  int64_t power_cut;    ///< the process dies at this write or sync of its own, counted from 1; 0: never
  int64_t writes;       ///< writes and syncs so far
  int64_t syncs;
  int64_t monotonic_step;  ///< seconds that have passed unseen on the clock that nobody sets, too
  int64_t timer_ms;        ///< no timer of the event loop waits longer before it looks at the clock; 0: as it likes
};

static struct orders *orders;
static char folder[1024];  // only what lies in it is meant
static int64_t own_writes;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("MACHINE_ORDERS");
  const char *where = getenv("MACHINE_FOLDER");
  if (file == NULL || where == NULL || strlen(where) >= sizeof folder) return;
  strcpy(folder, where);
  const int fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDWR, 0);
  if (fd < 0) return;
  void *shared = mmap(NULL, sizeof *orders, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  syscall(SYS_close, fd);
  if (shared != MAP_FAILED) orders = shared;
}

static int ours(int fd) {
  char link[64], path[1024];
  if (orders == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int fail(int64_t error) {
  errno = (int)error;
  return -1;
}

static void count(void) {
  __atomic_add_fetch(&orders->writes, 1, __ATOMIC_SEQ_CST);
  if (orders->power_cut != 0 && __atomic_add_fetch(&own_writes, 1, __ATOMIC_SEQ_CST) == orders->power_cut)
    syscall(SYS_kill, getpid(), SIGKILL);
}

/// How many of these bytes find room; 0 when the disk is full.
static size_t room_for(size_t bytes) {
  if (orders->limited == 0) return bytes;
  const int64_t left = __atomic_load_n(&orders->room, __ATOMIC_SEQ_CST);
  const int64_t taken = left < (int64_t)bytes ? left : (int64_t)bytes;
  __atomic_sub_fetch(&orders->room, taken, __ATOMIC_SEQ_CST);
  return (size_t)taken;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  if (ours(fd)) {
    count();
    if (orders->write_error != 0) return fail(orders->write_error);
    const size_t fits = room_for(size);
    if (fits == 0 && size > 0) return fail(ENOSPC);
    size = fits;
  }
  return syscall(SYS_pwrite64, fd, bytes, size, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

ssize_t write(int fd, const void *bytes, size_t size) {
  if (ours(fd)) {
    count();
    if (orders->write_error != 0) return fail(orders->write_error);
    const size_t fits = room_for(size);
    if (fits == 0 && size > 0) return fail(ENOSPC);
    size = fits;
  }
  return syscall(SYS_write, fd, bytes, size);
}

ssize_t pread64(int fd, void *bytes, size_t size, off_t at) {
  if (orders != NULL && orders->read_error != 0 && ours(fd)) return fail(orders->read_error);
  return syscall(SYS_pread64, fd, bytes, size, at);
}
ssize_t pread(int fd, void *bytes, size_t size, off_t at) { return pread64(fd, bytes, size, at); }

int ftruncate64(int fd, off_t size) {
  if (ours(fd)) {
    count();
    if (orders->write_error != 0) return fail(orders->write_error);
  }
  return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd) {
  if (!ours(fd)) return 0;
  count();
  __atomic_add_fetch(&orders->syncs, 1, __ATOMIC_SEQ_CST);
  if (orders->sync_ms > 0) poll(NULL, 0, (int)orders->sync_ms);
  return orders->sync_error != 0 ? fail(orders->sync_error) : 0;
}
int fdatasync(int fd) { return synced(fd) != 0 ? -1 : (int)syscall(SYS_fdatasync, fd); }
int fsync(int fd) { return synced(fd) != 0 ? -1 : (int)syscall(SYS_fsync, fd); }

static int open_as_told(const char *path, int flags, mode_t mode) {
  const int writes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
  if (orders != NULL && orders->open_error != 0 && writes && strncmp(path, folder, strlen(folder)) == 0)
    return fail(orders->open_error);
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_as_told(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_as_told(path, flags, mode);
}

int clock_gettime(clockid_t which, struct timespec *now) {
  const int status = (int)syscall(SYS_clock_gettime, which, now);
  if (status != 0 || orders == NULL) return status;
  if (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE) now->tv_sec += orders->clock_step;
  if (which == CLOCK_MONOTONIC) now->tv_sec += orders->monotonic_step;
  return status;
}

/// The kernel waits by its own clock.
int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, clockid_t which,
                           const struct timespec *restrict until) {
  static int (*wait)(pthread_cond_t *restrict, pthread_mutex_t *restrict, clockid_t, const struct timespec *restrict);
  if (wait == NULL) *(void **)&wait = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
  struct timespec real = *until;
  if (orders != NULL && which == CLOCK_MONOTONIC) real.tv_sec -= orders->monotonic_step;
  return wait(condition, mutex, which, &real);
}

int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old) {
  struct itimerspec soon = *value;
  const int64_t ms = orders != NULL ? orders->timer_ms : 0;
  if (ms > 0 && flags == 0 && (soon.it_value.tv_sec * 1000 + soon.it_value.tv_nsec / 1000000) > ms) {
    soon.it_value.tv_sec = ms / 1000;
    soon.it_value.tv_nsec = ms % 1000 * 1000000;
  }
  return (int)syscall(SYS_timerfd_settime, fd, flags, &soon, old);
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != NULL) *result = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  result->tv_sec = now.tv_sec;
  result->tv_usec = now.tv_nsec / 1000;
  return 0;
}
