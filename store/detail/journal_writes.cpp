#include "store/detail/journal_writes.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace store::detail {

namespace {

// A longer transaction is written in pieces of this size: sixteen pages.
constexpr std::size_t gathered_max = 65'536;
// The head of a frame; four bytes at this place are not zero in the last frame of a transaction
// (sqlite.org/fileformat2.html, "The WAL File Format").
constexpr int frame_head = 24;
constexpr std::ptrdiff_t commit_mark = 4;

/// A journal, in the room that SQLite gives it. SQLite's own file stands behind it.
struct Journal : sqlite3_file {
  std::vector<unsigned char> gathered;
  sqlite3_int64 offset = 0;    ///< of what is gathered
  sqlite3_int64 read_at = -1;  ///< where SQLite read last
  bool commit_begun = false;

  sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(this + 1); }

  int write_gathered() {
    if (gathered.empty()) return SQLITE_OK;
    const int status =
        file()->pMethods->xWrite(file(), gathered.data(), static_cast<int>(gathered.size()), offset);
    gathered.clear();
    return status;
  }
};

Journal* of(sqlite3_file* file) {
  return static_cast<Journal*>(file);
}

int close(sqlite3_file* file) {
  Journal* const journal = of(file);
  journal->write_gathered();  // at most what was rolled back: a commit has been written
  const int status = journal->file()->pMethods->xClose(journal->file());
  std::destroy_at(journal);
  return status;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  Journal& journal = *of(file);
  const auto end = journal.offset + static_cast<sqlite3_int64>(journal.gathered.size());
  if (offset != end || journal.gathered.size() + static_cast<std::size_t>(size) > gathered_max)
    if (const int status = journal.write_gathered(); status != SQLITE_OK) return status;
  if (journal.gathered.empty()) journal.offset = offset;
  const auto* const first = static_cast<const unsigned char*>(bytes);
  try {
    journal.gathered.insert(journal.gathered.end(), first, first + size);
  } catch (const std::bad_alloc&) {
    return SQLITE_IOERR_NOMEM;
  }
  if (size == frame_head) {
    journal.commit_begun = std::any_of(first + commit_mark, first + commit_mark + 4,
                                       [](unsigned char byte) { return byte != 0; });
    // A head alone: SQLite read the frame to sum it up anew, since a page that had left the cache early was
    // written a second time. No page follows that would tell the end of the transaction.
    return offset == journal.read_at ? journal.write_gathered() : SQLITE_OK;
  }
  return std::exchange(journal.commit_begun, false) ? journal.write_gathered() : SQLITE_OK;
}

using Methods = sqlite3_io_methods;

/// Writes what is gathered, then lets SQLite's own file do the rest.
template <auto Method, class... Arguments>
int after_writing(sqlite3_file* file, Arguments... arguments) {
  Journal& journal = *of(file);
  if (const int status = journal.write_gathered(); status != SQLITE_OK) return status;
  return (journal.file()->pMethods->*Method)(journal.file(), arguments...);
}

int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
  of(file)->read_at = offset;
  return after_writing<&Methods::xRead>(file, bytes, size, offset);
}

template <auto Method, class... Arguments>
int directly(sqlite3_file* file, Arguments... arguments) {
  return (of(file)->file()->pMethods->*Method)(of(file)->file(), arguments...);
}

constexpr Methods methods{.iVersion = 1,
                          .xClose = close,
                          .xRead = read,
                          .xWrite = write,
                          .xTruncate = after_writing<&Methods::xTruncate>,
                          .xSync = after_writing<&Methods::xSync>,
                          .xFileSize = after_writing<&Methods::xFileSize>,
                          .xLock = directly<&Methods::xLock>,
                          .xUnlock = directly<&Methods::xUnlock>,
                          .xCheckReservedLock = directly<&Methods::xCheckReservedLock>,
                          .xFileControl = directly<&Methods::xFileControl>,
                          .xSectorSize = directly<&Methods::xSectorSize>,
                          .xDeviceCharacteristics = directly<&Methods::xDeviceCharacteristics>,
                          .xShmMap = nullptr,
                          .xShmLock = nullptr,
                          .xShmBarrier = nullptr,
                          .xShmUnmap = nullptr,
                          .xFetch = nullptr,
                          .xUnfetch = nullptr};

sqlite3_vfs* usual() {
  static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
  return found;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  if ((flags & SQLITE_OPEN_WAL) == 0) return usual()->xOpen(usual(), name, file, flags, flags_out);
  Journal* const journal = new (static_cast<void*>(file)) Journal{};
  const int status = usual()->xOpen(usual(), name, journal->file(), flags, flags_out);
  if (status == SQLITE_OK) {
    journal->pMethods = &methods;
    return SQLITE_OK;
  }
  std::destroy_at(journal);
  file->pMethods = nullptr;  // nothing to close
  return status;
}

}  // namespace

const char* gathering_file_system() {
  static sqlite3_vfs ours = [] {
    sqlite3_vfs made = *usual();
    made.zName = "indgang";
    made.szOsFile += static_cast<int>(sizeof(Journal));
    made.pNext = nullptr;
    made.xOpen = open;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&ours, 0);
  return registered == SQLITE_OK ? ours.zName : usual()->zName;
}

}  // namespace store::detail
