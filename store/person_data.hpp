#pragma once
// All that is held about one person: to show it, to hand it over, and to delete what may be deleted. Which
// tables, which rows and what becomes of them: store/detail/person_tables.cpp; a test compares it with the
// schema.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/export.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// How the tables name somebody.
struct PersonIds {
  std::int64_t person = 0;         ///< the row; 0 if no file names them
  std::vector<std::string> ids;    ///< e-mail, Entra object id, "29:..." ids, as they were written down
  std::vector<std::string> chats;  ///< personal ones: tenant, a blank, conversation

  bool known() const { return person != 0 || !ids.empty(); }
};

/// Everything that is known to name the same person as this e-mail, Entra object id or "29:..." id. Nothing
/// at all if nobody has it.
PersonIds identify(Database&, const std::string& id);

/// What deleting does.
enum class Fate {
  erased,
  stays_in_register,  ///< the employer's register: it goes when no file names the person any more
  stays_as_history,   ///< what others rely on; of those who have left it goes after the time of retention
  passes              ///< the ledger of deliveries: it goes by itself, its texts at once
};

/// One kind of rows, of one table.
struct PersonRows {
  std::string_view kind;  ///< a word such as "reminder"
  Fate fate = Fate::erased;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< instants in ISO 8601, UTC
};

/// All kinds, also those without rows, in a stable order.
std::vector<PersonRows> person_data(Database&, const PersonIds&);

/// Of people who left before `history_before` the history goes too.
struct Erasure {
  Day history_before{};
  Instant now{};
};

/// What became of a kind.
struct Erased {
  std::string_view kind;
  Fate fate = Fate::erased;
  int erased = 0;
  int kept = 0;
};

/// Deletes what may go; says of each kind that had rows what became of them. Somebody in no file counts as
/// having left long ago.
std::vector<Erased> erase_person(Transaction&, const PersonIds&, const Erasure&);

/// The history of everybody who left before then, or was gone from the files by then; returns how many rows.
int forget_leavers(Transaction&, const Erasure&);

/// As a file: JSON with an object for each kind, or CSV with kind, row, field and value. Kinds without rows
/// are left out.
void write_person_data(const std::vector<PersonRows>&, std::ostream&, ExportFormat);

}  // namespace store
