#pragma once
// Whom to ask about a task on a given day, from what the catalogue says about hands, absences and leavers.
#include "handlers/policy.hpp"
#include "store/catalogue.hpp"
#include "store/search/finder.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace handlers {

enum class ContactRole { responsible, coordinator, stand_in, contact_point };

/// "responsible", "coordinator", "stand-in", "contact point": the words of `ask --json`.
std::string_view to_string(ContactRole);

/// One who has to do with a task today.
struct Contact {
  store::PersonIndex person = store::no_index;
  ContactRole role = ContactRole::responsible;
  std::optional<store::Day> away_to;                   ///< absent today; the last day away
  store::PersonIndex covers = store::no_index;         ///< a stand-in: for whom
  std::optional<store::Day> confirmed;                 ///< when the responsibility was last confirmed
  store::PersonIndex stand_in_away = store::no_index;  ///< of an absent one: the stand-in, absent as well

  bool operator==(const Contact&) const = default;
};

struct TaskContacts {
  std::vector<Contact>
      people;           ///< those who can be asked today first (a coordinator before others), the absent last
  bool vacant = false;  ///< nobody is responsible, whoever may stand in
  store::PersonIndex leader = store::no_index;         ///< to be asked when nobody else can be
  store::PersonIndex contact_point = store::no_index;  ///< the same

  /// Somebody who has the task, or stands in, is at work today.
  bool reachable() const { return !people.empty() && !people.front().away_to; }
  bool operator==(const TaskContacts&) const = default;
};

/// People who have left and responsibilities outside their days do not count. `leader` and `contact_point`
/// are left open.
TaskContacts find_contacts(const store::Catalogue&, store::TaskIndex, store::Day today);

/// The first of those people, if there is any: found at once where nobody is away, as mostly.
std::optional<Contact> find_first_contact(const store::Catalogue&, store::TaskIndex, store::Day today);

/// The same; when nobody is reachable, with leader and contact point: those of the unit, else the contact
/// point that the policy names.
TaskContacts find_contacts_or_others(const store::Finder&, store::TaskIndex, store::Day today, const Policy&);

/// The last day of an absence that covers `today`.
std::optional<store::Day> away_to(const store::Person&, store::Day today);

bool has_left(const store::Person&, store::Day today);

/// The leader of a person, or of the person's unit; never the person, never one who has left; `no_index` if
/// there is none.
store::PersonIndex leader_of(const store::Catalogue&, store::PersonIndex, store::Day today);

/// Who covers for an absent person: the person's own stand-in if at work, else `no_index`.
store::PersonIndex stand_in_of(const store::Catalogue&, store::PersonIndex, store::Day today);

/// The person's own stand-in, if there is one who is absent as well; else `no_index`.
store::PersonIndex absent_stand_in_of(const store::Catalogue&, store::PersonIndex, store::Day today);

/// The nearest leader of a person who is at work; `no_index` if there is none.
store::PersonIndex leader_at_work(const store::Catalogue&, store::PersonIndex, store::Day today);

/// The contact point that the policy names; `no_index` if the catalogue has none of that name.
store::PersonIndex general_contact_point(const store::Finder&, const Policy&);

/// An entry that nobody has confirmed for longer than the policy allows.
bool is_stale(store::Day confirmed, store::Day today, const Policy&);
/// The earliest day whose confirmations are not stale today.
store::Day confirmed_since(store::Day today, const Policy&);

}  // namespace handlers
