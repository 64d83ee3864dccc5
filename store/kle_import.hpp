#pragma once
// The KLE-Emneplan into the database.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/import.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What a new release did to one number. A number that was not known has no old title, one that is gone no
/// new.
struct KleChange {
  enum class Kind { added, changed, retired, gone };
  Kind kind = Kind::added;
  std::string number;
  std::string old_title;
  std::string new_title;
  std::string replaced_by;  ///< with retired: the numbers to use now, separated by '\n'; often none
};

/// A task of the catalogue with a number that finds nothing in the plan any more.
struct KleStaleTask {
  std::string title;
  std::string number;
  bool retired = false;     ///< else the plan does not have the number at all
  std::string replaced_by;  ///< as above
};

struct KleReport {
  Day released;
  std::optional<Day> known_release;  ///< of the plan that was there before
  int added = 0;                     ///< numbers in use that were unknown or retired before
  int changed = 0;                   ///< another title or other keywords
  int retired = 0;                   ///< marked as historical, and not so before
  int gone = 0;                      ///< no longer in the plan
  int same = 0;
  std::vector<KleChange> changes;         ///< the first ones by number; none at the first import
  std::vector<KleStaleTask> stale_tasks;  ///< the first ones in the order of the catalogue
  int stale = 0;                          ///< how many there are
  bool refused_too_few = false;           ///< nothing was changed, see import_kle
  bool applied = false;
};

inline constexpr std::size_t kle_examples_max = 20;

/// Replaces the plan that the database has by that of the file; a number that is marked as historical from a
/// day until `now` is retired: kept, but no task inherits its words. A file with less than half of the
/// numbers in use that are known is refused, unless options.allow_mass_deletion. One transaction; the version
/// of the catalogue grows if anything changed. Throws StoreError as read_kle_plan does, and then nothing was
/// changed.
KleReport import_kle(Database&, const std::filesystem::path& file, const ImportOptions&, Instant now,
                     const Progress& = {});

}  // namespace store
