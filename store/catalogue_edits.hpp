#pragma once
// Changes of single entries of the catalogue, made in chat. Each is written into the history and counted as a
// change of the catalogue, so that the next answer knows it; one that changes nothing does neither.
#include "store/catalogue.hpp"
#include "store/database.hpp"
#include "store/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Assignment {
  std::int64_t task = 0;
  std::int64_t person = 0;
  Role role = Role::responsible;
  OptionalDay from = {};
  OptionalDay to = {};
};

/// The person has the task on these days, in place of what was said about this person, task and role before.
/// Confirmed on `today`. False if the task or the person is gone: nothing is written.
bool assign(Transaction&, const Assignment&, Day today, const ChangedBy&);

/// The person has the task in that role until and with `last_day`, or not at all any more if there is none.
/// False if there is no such entry, or if it ends earlier already.
bool withdraw(Transaction&, std::int64_t task, std::int64_t person, Role, std::optional<Day> last_day,
              const ChangedBy&);

/// Everything that is said about a person and a task, by role.
std::vector<Assignment> assignments(Database&, std::int64_t task, std::int64_t person);
/// All of a person, by task and role.
std::vector<Assignment> assignments_of(Database&, std::int64_t person);

/// A new task that nobody has yet; the existing one's id if there is one with this title and these numbers.
/// `title` is not empty; `kle` and `keywords` are lists.
std::int64_t add_task(Transaction&, const std::string& title, const std::vector<std::string>& kle,
                      const std::vector<std::string>& keywords, const std::string& description,
                      const ChangedBy&);

/// What may be corrected about a person in chat.
enum class PersonField { phone, title, unit, email };
/// A unit is given by its name, and who moves is noted for the leader who is left (store/departures.hpp). An
/// address is kept when the next file still has the old one. False if the person is gone, that is what is
/// said already, there is no such unit, or somebody else has the address.
bool correct_person(Transaction&, std::int64_t person, PersonField, const std::string& value,
                    const ChangedBy&);

/// The first day without the person; nothing takes it back. False as above.
bool set_left(Transaction&, std::int64_t person, std::optional<Day> day, const ChangedBy&);

}  // namespace store
