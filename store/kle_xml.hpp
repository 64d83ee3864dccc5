#pragma once
// The official KLE-Emneplan as XML, read as a stream (schema: KLE-Emneplan version 2.0 of KL, and the later
// KLE-REST-Emneplan-fuld, which adds keywords).
#include "store/clock.hpp"
#include "store/import.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// A Hovedgruppe "dd", a Gruppe "dd.dd" or an Emne "dd.dd.dd". Texts have single blanks and none around them.
struct KleTopic {
  std::string number;
  std::string title;
  std::vector<std::string> keywords;     ///< as the plan has them, marks in brackets included
  bool historical = false;               ///< marked as gone out of use or moved to other numbers
  std::optional<Day> historical_from;    ///< the day of that; it may be yet to come
  std::vector<std::string> replaced_by;  ///< the numbers it moved to
};

/// Calls `visit` for each topic, a group after its topics, and returns the day on which the plan was
/// released. `progress` hears the share of the bytes read. Memory is bounded by the longest topic. Throws
/// StoreError with file, line, column and remedy if the file is no KLE-Emneplan, is broken or cut off, holds
/// a document type (so no entities to expand), or is beyond the limits in store/README.md; some topics may
/// have been visited by then.
Day read_kle_plan(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit,
                  const Progress& progress = {});

}  // namespace store
