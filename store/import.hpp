#pragma once
// Files that people bring: the catalogue, the people, the networks and the roles, as CSV or .xlsx (design:
// "Files people bring"; columns in store/README.md).
#include "store/catalogue.hpp"
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// One thing that is wrong with a row. `line` counts from 1 and includes the header.
struct RowError {
  int line = 0;
  std::string
      column;  ///< as the file spells it, in a workbook with its letter; empty if the whole row is meant
  std::string reason;  ///< one English sentence with the remedy
};

struct ImportOptions {
  bool dry_run = false;
  bool allow_mass_deletion =
      false;  ///< go on although more than a fifth of the people or tasks would disappear
};

struct Changes {
  int added = 0;
  int changed = 0;
  int moved = 0;  ///< people to another unit, tasks to other hands
  int gone = 0;
  int same = 0;
};

struct ImportReport {
  std::string sheet;  ///< of the workbook that was read; empty for a text file
  Changes tasks;
  Changes people;
  Changes responsibilities;
  Changes networks;
  Changes roles;
  std::vector<RowError> errors;    ///< any error: nothing was changed; the counts are those of the other rows
  std::vector<std::string> notes;  ///< what is odd but stops nothing, e.g. a column that is not known
  bool refused_mass_deletion = false;
  bool applied = false;
};

/// Called now and then with the share done, 0 to 1.
using Progress = std::function<void(double)>;

/// One row is one responsibility. People and units that the file names and that are unknown are created. What
/// the file doesn't mention any more is gone. One transaction: an error anywhere changes nothing. Throws
/// StoreError if the file cannot be read or has no usable header (the sentence names the file, the line and
/// the remedy).
ImportReport import_catalogue(Database&, const std::filesystem::path& file, const ImportOptions&, Instant now,
                              const Progress& = {});

/// People, contact points, leaders, absences, stand-ins and leavers. The same rules.
ImportReport import_people(Database&, const std::filesystem::path& file, const ImportOptions&, Instant now,
                           const Progress& = {});

/// The instant of "2026-03-27 09:00" in the municipality's time zone; nothing if it is no such time.
using LocalTime = std::function<std::optional<Instant>(const std::string&)>;

/// Networks with coordinator and members by e-mail, and their next gathering. The same rules, but: networks
/// that were made in Teams stay; a name that one of them bears makes it the file's. What the file doesn't
/// mention any more is closed if it had gatherings. (store/README.md: "Networks and their file".)
ImportReport import_networks(Database&, const std::filesystem::path& file, const ImportOptions&, Instant now,
                             const LocalTime&, const Progress& = {});

/// What an import of roles must know beside the database.
struct RolesElsewhere {
  Day today;
  bool settings_name_administrator = false;
};

/// Who is administrator, owner or coordinator, by e-mail or Entra id; the people must be known. What the file
/// gave and doesn't mention any more is taken; what was given in chat stays. Throws StoreError, too, if
/// nobody would be administrator any more.
ImportReport import_roles(Database&, const std::filesystem::path& file, const ImportOptions&,
                          const RolesElsewhere&, Instant now, const Progress& = {});

}  // namespace store
