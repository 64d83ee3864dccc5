#include "store/detail/journal_file.hpp"

#include "store/error.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>

namespace store::detail {
namespace {

// sqlite.org/fileformat2.html#walformat
constexpr std::uintmax_t head_bytes = 32;
constexpr std::uint32_t magic = 0x377f0682;  // the lowest bit: the checksums are of big-endian words

std::uint32_t word_at(const std::array<unsigned char, head_bytes>& bytes, std::size_t at, bool big_endian) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) word = word << 8 | bytes[at + (big_endian ? i : 3 - i)];
  return word;
}

bool good_head(const std::array<unsigned char, head_bytes>& head) {
  const std::uint32_t found = word_at(head, 0, true);
  if ((found & ~1U) != magic) return false;
  std::uint32_t first = 0, second = 0;
  for (std::size_t at = 0; at < 24; at += 8) {
    first += word_at(head, at, (found & 1U) != 0) + second;
    second += word_at(head, at + 4, (found & 1U) != 0) + first;
  }
  return first == word_at(head, 24, true) && second == word_at(head, 28, true);
}

}  // namespace

void check_journal(const std::filesystem::path& database) {
  const std::filesystem::path journal = database.string() + "-wal";
  std::error_code none;
  const auto size = std::filesystem::file_size(journal, none);
  if (none || size <= head_bytes) return;  // it holds nothing yet
  const std::string remedy =
      " To go on without them, stop the service, delete the files beside the database that end in -wal and "
      "-shm, and put the last copy made with `indgang backup` in its place.";
  const auto database_size = std::filesystem::file_size(database, none);
  if (none || database_size == 0)
    throw StoreError("The database " + database.string() + " is " + (none ? "missing" : "empty") + ", but " +
                     journal.string() + " holds its last changes." + remedy);
  std::array<unsigned char, head_bytes> head{};
  std::ifstream file(journal, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(head.data()), head.size())) return;  // SQLite says what is wrong
  if (!good_head(head))
    throw StoreError("The journal " + journal.string() + " of the database " + database.string() +
                     " is damaged; it holds the last changes." + remedy);
}

}  // namespace store::detail
