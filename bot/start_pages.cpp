#include "bot/start_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <link.h>
#include <malloc.h>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

namespace bot {
namespace {

constexpr int large_block = 128 << 10;  // bytes; glibc's own default

std::uintptr_t page_size() {
  static const auto size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  return size;
}

using Block = std::unique_ptr<void, decltype(&std::free)>;

/// A segment that may be written has relocated pages, which stand in no file.
int forget(dl_phdr_info* object, std::size_t, void*) {
  const std::uintptr_t page = page_size();
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

void populate_heap(std::size_t bytes) {
  // glibc gives a large block pages of its own. When one is freed, later ones of its size come from the heap,
  // which keeps them when they are freed (mallopt(3), M_MMAP_THRESHOLD).
  std::free(std::malloc(bytes));
  const Block block(std::malloc(bytes), &std::free);
  const auto first = reinterpret_cast<std::uintptr_t>(block.get());
  const std::uintptr_t begin = (first + page_size() - 1) / page_size() * page_size();
  const std::uintptr_t end = (first + bytes) / page_size() * page_size();
  // Advice: a system that doesn't know it (before Linux 5.14) gives the pages when they are used.
  if (block && begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE);
}

void forget_start_pages() {
  // From now on large blocks get pages of their own again, which go back when they are freed.
  mallopt(M_MMAP_THRESHOLD, large_block);
  malloc_trim(0);
  dl_iterate_phdr(forget, nullptr);
}

}  // namespace bot
