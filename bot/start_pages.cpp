#include "bot/start_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

namespace bot {
namespace {

/// A segment that may be written has relocated pages, which stand in no file.
int forget(dl_phdr_info* object, std::size_t, void*) {
  static const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  for (std::size_t i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const std::uintptr_t first = object->dlpi_addr + segment.p_vaddr;
    const std::uintptr_t begin = (first + page - 1) / page * page;
    const std::uintptr_t end = (first + segment.p_memsz) / page * page;
    // Advice: where the system refuses it, nothing is lost.
    if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
  }
  return 0;
}

}  // namespace

void forget_start_pages() {
  dl_iterate_phdr(forget, nullptr);
}

}  // namespace bot
