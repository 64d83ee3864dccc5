#pragma once
// What all imports have in common. For store/*.cpp only.
#include "store/detail/people_register.hpp"
#include "store/detail/table.hpp"
#include "store/import.hpp"

#include <functional>
#include <string>
#include <vector>

namespace store::detail {

/// Writes what was read, inside the transaction, and says in the report what it did.
using Writer = std::function<void(Transaction&)>;

/// Reads the file against the database as it is now (errors go to the report), and returns what writes the
/// result.
using Reader = std::function<Writer(ImportReport&)>;

/// Runs an import: the file is read before the database is locked, and read again if the catalogue was
/// changed meanwhile by somebody else. What it changes is
/// written into the history. Commits unless there were errors, too much would disappear, or it is a dry run.
ImportReport run_import(Database&, const ImportOptions&, Instant now, const Progress&, const Reader&);

/// More than a fifth of at least ten would disappear.
bool mass_deletion(std::int64_t before, std::int64_t gone);

/// References to people by e-mail, resolved when the whole file was read, because a row may name a later one.
class PendingPeople {
 public:
  PendingPeople(Table& table, PeopleRegister& people) : table_(table), people_(people) {}

  /// The current row's cell in this column names the leader or the stand-in of `person`.
  void add(PersonIndex person, PersonIndex PersonRecord::*field, int column);

  /// Sets the fields; reports addresses that nobody has. Whoever is named counts as mentioned by the file.
  void resolve();

 private:
  struct Pending {
    PersonIndex person;
    PersonIndex PersonRecord::*field;
    int column;
    int line;
    std::string email;
  };
  Table& table_;
  PeopleRegister& people_;
  std::vector<Pending> pending_;
};

/// The cell if it is empty or looks like an e-mail address; otherwise the row is reported and nothing is
/// returned.
bool check_email(Table& table, int column);

}  // namespace store::detail
