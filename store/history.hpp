#pragma once
// Who changed what in the catalogue, when, and who approved it. Append-only: the digests read it with a
// cursor.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store {

enum class ChangeKind {
  assigned,   ///< the person has the task in a role; `after` has the days, if it is not for good
  withdrawn,  ///< the person no longer has it
  confirmed,  ///< the person said that it is still so
  task_added,
  task_changed,  ///< `role` names the field
  task_gone,
  person_added,
  person_changed,  ///< `role` names the field, before and after its values
  person_left,     ///< `after` has the first day without the person; empty: taken back
  person_gone,     ///< no file mentions them any more
  role_given,      ///< e.g. owner of a unit's part: `role` and `after` say of what
  role_taken
};

/// What an import or the service itself is called as an actor.
inline constexpr std::string_view actor_import = "import";
inline constexpr std::string_view actor_service = "service";

/// Who does something to the catalogue, and when.
struct ChangedBy {
  std::string actor;          ///< Entra object id or e-mail, or one of the two above
  std::string approver = {};  ///< the same; empty if nobody had to approve
  Instant at{};
};

struct CatalogueChange {
  std::int64_t id = 0;  ///< rises; 0 for one that is not noted yet
  ChangeKind kind = ChangeKind::assigned;
  std::int64_t task = 0;         ///< 0: about no task; it may be gone since
  std::int64_t person = 0;       ///< the same
  std::string task_title = {};   ///< as it was then; noted by itself
  std::string person_name = {};  ///< the same
  std::string role = {};         ///< "responsible", "stand_in", "coordinator", or the name of a field
  std::string before = {};
  std::string after = {};
  ChangedBy by = {};
};

/// Writes it down; title and name are looked up where they are empty.
void note_change(Transaction&, const CatalogueChange&);

/// The id of the latest; 0 if there is none. A cursor that begins today begins here.
std::int64_t last_change(Database&);
/// The same of what was noted before an instant.
std::int64_t last_change(Database&, Instant before);

/// Those after `id`, the oldest first.
std::vector<CatalogueChange> changes_after(Database&, std::int64_t id, int limit);

/// Of one task or person, the latest first.
std::vector<CatalogueChange> history_of_task(Database&, std::int64_t task, int limit);
std::vector<CatalogueChange> history_of_person(Database&, std::int64_t person, int limit);

}  // namespace store
