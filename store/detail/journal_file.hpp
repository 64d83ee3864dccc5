#pragma once
// The file beside the database that holds what was written last (SQLite's write-ahead log, NAME-wal).
#include <filesystem>

namespace store::detail {

/// SQLite takes a journal whose head it cannot read for an old one and writes over it, and throws one away
/// that stands beside an empty database: what was written last would be gone without a word. Throws
/// StoreError in both cases, with the remedy. A journal that ends in the middle of a step is usual after a
/// power cut, and not refused.
void check_journal(const std::filesystem::path& database);

}  // namespace store::detail
