#include "handlers/recalled.hpp"

#include "handlers/contacts.hpp"

namespace handlers {

using store::no_index;
using store::PersonIndex;
using store::TaskIndex;

std::vector<PersonIndex> people_in(const std::vector<std::int64_t>& ids, const Context& context) {
  std::vector<PersonIndex> people;
  for (const auto id : ids) {
    const auto person = context.catalogue().person_by_id(id);
    if (person != no_index && !has_left(context.catalogue().person(person), context.today)) {
      people.push_back(person);
    }
  }
  return people;
}

std::vector<TaskIndex> tasks_in(const std::vector<std::int64_t>& ids, const Context& context) {
  std::vector<TaskIndex> tasks;
  for (const auto id : ids) {
    if (const auto task = context.catalogue().task_by_id(id); task != no_index) {
      tasks.push_back(task);
    }
  }
  return tasks;
}

bool asks_about_a_person(std::string_view intent) {
  return intent == to_string(IntentName::availability) || intent == to_string(IntentName::who_covers) ||
         intent == to_string(IntentName::leader_of_person) ||
         intent == to_string(IntentName::people_of_leader) ||
         intent == to_string(IntentName::tasks_of_person);
}

IntentName person_intent(std::string_view name) {
  for (const auto intent : {IntentName::availability, IntentName::who_covers, IntentName::leader_of_person,
                            IntentName::people_of_leader}) {
    if (name == to_string(intent)) {
      return intent;
    }
  }
  return IntentName::tasks_of_person;
}

Part task_part(TaskIndex task, const Context& context) {
  Part part;
  part.sections.push_back(TaskSection{{task}, false, false});
  part.tasks.push_back(answer_task(context, task, 1));
  part.confidence = store::Confidence::sure;
  return part;
}

}  // namespace handlers
