#pragma once
// A data file as an older program left it.
#include "store/migrations/embedded.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace tests {

/// Makes a file of data version 20, without rows; the connection is open for those that the test needs.
inline SQLite::Database make_older_file(const std::filesystem::path& path) {
  SQLite::Database file(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (const auto& migration : store_migrations::files())
    if (std::string_view(migration.name) < "0021") file.exec(std::string(migration.bytes));
  file.exec("PRAGMA user_version = 20");
  file.exec("PRAGMA application_id = 1231971431");  // "Indg"
  return file;
}

}  // namespace tests
