#include "handlers/picks.hpp"

#include "handlers/person_parts.hpp"
#include "handlers/recalled.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace handlers {
namespace {

using store::ConversationMemory;
using store::no_index;
using store::PersonIndex;
using store::TaskIndex;

constexpr std::size_t most_picked = 5;

/// Which of the list is meant, counted from 0; nothing if the words do not tell.
std::optional<std::size_t> place(const Intent& intent, const std::vector<std::int64_t>& list,
                                 std::int64_t chosen) {
  const auto at = std::find(list.begin(), list.end(), chosen);
  if (intent.slot("other") == "yes" && at != list.end()) {
    if (list.size() == 2) {
      return at == list.begin() ? 1 : 0;
    }
    if (at == list.begin() + 1) {
      return std::nullopt;  // "den anden" is 'the second' no longer, and there are several others
    }
  }
  const auto pick = intent.slot("pick");
  if (pick == "last") {
    return list.empty() ? std::nullopt : std::optional(list.size() - 1);
  }
  const std::size_t number = pick.size() == 1 ? static_cast<std::size_t>(pick.front() - '0') : 0;
  return number >= 1 && number <= list.size() ? std::optional(number - 1) : std::nullopt;
}

}  // namespace

std::vector<PersonIndex> named_on_list(std::string_view name, const ConversationMemory& memory,
                                       const store::Finder& finder) {
  std::vector<PersonIndex> named;
  for (const auto person : finder.find_people(name)) {
    const auto id = finder.catalogue().person(person).id;
    if (std::find(memory.person_choices.begin(), memory.person_choices.end(), id) !=
        memory.person_choices.end()) {
      named.push_back(person);
    }
  }
  return named;
}

Part answer_pick(const Intent& intent, const ConversationMemory& memory, const Context& context) {
  const auto& catalogue = context.catalogue();
  if (!memory.task_choices.empty()) {
    const auto at = place(intent, memory.task_choices, memory.chosen);
    const auto task = at ? catalogue.task_by_id(memory.task_choices[*at]) : no_index;
    if (task != no_index) {
      return task_part(task, context);
    }
    Part again;
    again.confidence = store::Confidence::choose;
    again.sections.push_back(ChoiceSection{tasks_in(memory.task_choices, context), ""});
    return again;
  }
  const auto at = place(intent, memory.person_choices, memory.chosen);
  const auto people = at ? people_in({memory.person_choices[*at]}, context) : std::vector<PersonIndex>{};
  if (people.empty()) {
    return words_part(context.texts.say("follow_up.which"), store::Confidence::none);
  }
  return about_person(person_intent(memory.choice_intent), people.front(), context);
}

std::int64_t picked_person(const Intent& intent, const ConversationMemory& before,
                           const store::Finder& finder) {
  if (intent.slot("named") == "yes") {
    const auto named = named_on_list(intent.slot("person"), before, finder);
    return named.empty() ? 0 : finder.catalogue().person(named.front()).id;
  }
  const auto at = place(intent, before.person_choices, before.chosen);
  return at ? before.person_choices[*at] : 0;
}

void note_pick(ConversationMemory& memory, std::int64_t task) {
  std::erase(memory.picked, task);
  memory.picked.insert(memory.picked.begin(), task);
  memory.picked.resize(std::min(memory.picked.size(), most_picked));
}

void lead_with_picked(std::vector<Section>& sections, const ConversationMemory& memory,
                      const store::Catalogue& catalogue) {
  if (memory.picked.empty()) {
    return;
  }
  for (auto& section : sections) {
    if (auto* choice = std::get_if<ChoiceSection>(&section)) {
      const auto rank = [&](TaskIndex task) {
        return std::find(memory.picked.begin(), memory.picked.end(), catalogue.task(task).id);
      };
      std::stable_sort(choice->tasks.begin(), choice->tasks.end(),
                       [&](TaskIndex one, TaskIndex other) { return rank(one) < rank(other); });
    }
  }
}

}  // namespace handlers
