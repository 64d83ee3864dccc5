#pragma once
// What one intent of a message leads to.
#include "handlers/answer.hpp"
#include "handlers/sections.hpp"

#include <optional>
#include <vector>

namespace handlers {

struct Part {
  std::vector<Section> sections;
  std::vector<AnswerTask> tasks;
  std::optional<store::Confidence> confidence;  ///< nothing if the intent asked nothing of the catalogue
};

/// Who has a task: find_person. `tasks` stay away where nobody reads them.
Part find_person(const Intent&, const Context&, bool with_tasks = true);

/// Somebody may be in danger (slot `danger`): 112 before anything else, then a task only if it is surely
/// meant.
Part call_for_help(const Intent&, const Context&);

/// What no task fits well enough, though it may be a matter of somebody's (slot `task`): near tasks and the
/// contact point.
Part nobody_for(const Intent&, const Context&);

/// Questions about people: tasks_of_person, leader_of_person, leader_of_unit, people_of_leader, availability,
/// who_covers. `sender` is the person meant by "my".
Part ask_about_person(const Intent&, store::PersonIndex sender, const Context&);

/// The same when the person is known, because it was picked from a list.
Part about_person(IntentName, store::PersonIndex, const Context&);
/// With what else was said: want=phone, mail or contact; date, or from and to.
Part about_person(const Intent&, store::PersonIndex, const Context&);

/// Whether somebody is at work on the days of the intent, and who covers for somebody then: presence.cpp.
Part availability_of(store::PersonIndex, const Intent&, const Context&);
Part cover_for(store::PersonIndex, const Intent&, const Context&);
/// Who has the task of slot `task` on the day of the intent.
Part cover_on_task(const Intent&, const Context&);
/// Whom of those that `leader` leads the catalogue knows to be away on the days of the intent. Never a
/// reason.
Part staff_away(store::PersonIndex leader, const Intent&, const Context&);
/// "Jeg er væk på fredag": absence comes with the list of people, and what can be said instead.
Part absence_told(const Context&);

/// The leader of a unit, or the one with a title (slots `unit` and `title`): about_unit.cpp.
Part leader_of_unit(const Intent&, const Context&);
/// The people of a unit, and where else it can be reached.
Part people_of_unit(std::string_view unit, const Context&);

/// "Karen Vestergaard har telefonnummer ...": `want` is phone, mail or contact.
std::string contact_sentence(store::PersonIndex, std::string_view want, const Context&);

/// The people a name may mean: one if somebody is called exactly so, those who have left never.
std::vector<store::PersonIndex> people_called(std::string_view name, const Context&);

/// Everything that needs no catalogue: help, thanks, refusals, and what cannot be done yet.
Part say_words(const Intent&, const Context&);

/// The answer for one task, as when it was picked from a list.
AnswerTask answer_task(const Context&, store::TaskIndex, double score);

}  // namespace handlers
