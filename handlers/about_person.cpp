#include "handlers/person_parts.hpp"
#include "handlers/sentences.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

std::string role_note(const store::Responsibility& responsibility, const Context& context) {
  const auto title = task_title(context, responsibility.task);
  switch (responsibility.role) {
    case store::Role::responsible:
      return title;
    case store::Role::stand_in:
      return context.texts.say("person.task_role",
                               {{"task", title}, {"role", context.texts.say("role.stand_in")}});
    case store::Role::coordinator:
      return context.texts.say("person.task_role",
                               {{"task", title}, {"role", context.texts.say("role.coordinator")}});
  }
  return title;
}

/// What comes before the list; the number for whoever asked how many.
std::string tasks_lead(PersonIndex person, std::size_t count, bool counted, const Context& context) {
  const auto key = count == 0   ? "person.no_tasks"
                   : !counted   ? "person.has_tasks"
                   : count == 1 ? "person.counted_task"
                                : "person.counted_tasks";
  return context.texts.say(key, {{"person", person_name(context, person)}, {"count", std::to_string(count)}});
}

Part tasks_of(PersonIndex person, bool counted, const Context& context) {
  Part part;
  part.confidence = store::Confidence::sure;
  std::vector<std::string> lines;
  std::size_t left_out = 0;
  std::set<store::TaskIndex> tasks;  // somebody may have two roles in one
  for (const auto& responsibility : context.catalogue().responsibilities_of_person(person)) {
    if ((responsibility.from && *responsibility.from > context.today) ||
        (responsibility.to && *responsibility.to < context.today)) {
      continue;
    }
    tasks.insert(responsibility.task);
    if (lines.size() < Shown::lines) {
      lines.push_back("– " + role_note(responsibility, context));
    } else {
      ++left_out;
    }
    if (part.tasks.size() < 10) {
      part.tasks.push_back(answer_task(context, responsibility.task, 1));
    }
  }
  if (left_out > 0) {
    lines.push_back(context.texts.say("person.more_tasks", {{"count", std::to_string(left_out)}}));
  }
  if (part.tasks.empty()) {
    part.tasks.push_back({no_index, {{person, "responsible"}}, 1});
  }
  part.sections.push_back(
      PersonSection{tasks_lead(person, tasks.size(), counted, context), person, std::move(lines)});
  return part;
}

Part leader_answer(PersonIndex person, const Context& context) {
  const auto leader = leader_of(context.catalogue(), person, context.today);
  if (leader == no_index) {
    return words_part(context.texts.say("leader.unknown", {{"person", person_name(context, person)}}),
                      store::Confidence::none);
  }
  return person_part(context.texts.say("leader.of_person", {{"leader", person_name(context, leader)},
                                                            {"person", person_name(context, person)}}),
                     leader, {}, "leader");
}

Part people_led_by(PersonIndex leader, const Context& context) {
  const auto& catalogue = context.catalogue();
  std::map<store::UnitIndex, std::vector<std::string>> by_unit;
  std::size_t shown = 0;
  std::size_t left_out = 0;
  AnswerTask answer{no_index, {}, 1};
  for (PersonIndex person = 0; person < catalogue.people().size(); ++person) {
    if (catalogue.person(person).contact_point || has_left(catalogue.person(person), context.today) ||
        leader_of(catalogue, person, context.today) != leader) {
      continue;
    }
    if (shown++ < Shown::lines * 2) {
      by_unit[catalogue.person(person).unit].push_back(person_name(context, person));
      answer.people.push_back({person, "employee"});
    } else {
      ++left_out;
    }
  }
  const auto name = person_name(context, leader);
  if (by_unit.empty()) {
    return words_part(context.texts.say("leader.no_people", {{"leader", name}}), store::Confidence::none);
  }
  std::vector<std::string> lines{context.texts.say("leader.people", {{"leader", name}})};
  for (const auto& [unit, people] : by_unit) {
    const auto names = joined(people, context.texts);
    lines.push_back("– " + (unit == no_index ? names
                                             : context.texts.say("leader.unit_people",
                                                                 {{"unit", catalogue.unit(unit).name},
                                                                  {"people", names}})));
  }
  if (left_out > 0) {
    lines.push_back(context.texts.say("leader.more_people", {{"count", std::to_string(left_out)}}));
  }
  Part part;
  part.sections.push_back(TextSection{std::move(lines), {}});
  part.tasks.push_back(std::move(answer));
  part.confidence = store::Confidence::sure;
  return part;
}

/// How to reach somebody, and who helps while that one is away.
Part reach(PersonIndex person, std::string_view want, const Context& context) {
  auto part = person_part(contact_sentence(person, want, context), person, {}, "responsible");
  if (away_to(context.catalogue().person(person), context.today)) {
    auto presence = availability_of(person, Intent{IntentName::availability, {}}, context);
    std::move(presence.sections.begin(), presence.sections.end(), std::back_inserter(part.sections));
  }
  return part;
}

}  // namespace

std::string contact_sentence(PersonIndex index, std::string_view want, const Context& context) {
  const auto& person = context.catalogue().person(index);
  const auto name = person_name(context, index);
  if (want == "phone") {
    return person.phone.empty()
               ? context.texts.say("follow_up.no_phone", {{"person", name}})
               : context.texts.say("follow_up.phone", {{"person", name}, {"phone", person.phone}});
  }
  if (want == "mail") {
    return person.email.empty()
               ? context.texts.say("follow_up.no_mail", {{"person", name}})
               : context.texts.say("follow_up.mail", {{"person", name}, {"mail", person.email}});
  }
  return context.texts.say("follow_up.contact", {{"person", name}});
}

Part about_person(IntentName name, PersonIndex person, const Context& context) {
  return about_person(Intent{name, {}}, person, context);
}

Part about_person(const Intent& intent, PersonIndex person, const Context& context) {
  const auto name = intent.name;
  if (name == IntentName::leader_of_person) {
    return leader_answer(person, context);
  }
  if (name == IntentName::people_of_leader) {
    return people_led_by(person, context);
  }
  if (name == IntentName::availability && intent.slot("want") == "staff") {
    return staff_away(person, intent, context);
  }
  if (name == IntentName::availability) {
    return availability_of(person, intent, context);
  }
  if (name == IntentName::who_covers) {
    return cover_for(person, intent, context);
  }
  if (const auto want = intent.slot("want"); !want.empty()) {
    return reach(person, want, context);
  }
  return tasks_of(person, intent.slot("count") == "yes", context);
}

Part ask_about_person(const Intent& intent, PersonIndex sender, const Context& context) {
  if (intent.name == IntentName::leader_of_unit) {
    return leader_of_unit(intent, context);
  }
  if (intent.name == IntentName::people_of_leader && !intent.slot("unit").empty()) {
    return people_of_unit(intent.slot("unit"), context);
  }
  const auto name = intent.slot("person");
  if (name.empty() && intent.name == IntentName::who_covers && !intent.slot("task").empty()) {
    return cover_on_task(intent, context);
  }
  if (name.empty()) {
    const bool cover = intent.name == IntentName::who_covers;
    return words_part(context.texts.say(cover ? "person.cover_whom" : "person.whom"),
                      store::Confidence::none);
  }
  if (intent.slot("want") == "told") {
    return absence_told(context);
  }
  if (name == "me") {
    return sender == no_index ? words_part(context.texts.say("person.you_unknown"), store::Confidence::none)
                              : about_person(intent, sender, context);
  }
  auto people = people_called(name, context);
  if (people.empty()) {
    return words_part(context.texts.say("person.unknown", {{"name", name}}), store::Confidence::none);
  }
  if (people.size() == 1) {
    return about_person(intent, people.front(), context);
  }
  Part part;
  for (const auto person : people) {
    part.tasks.push_back({no_index, {{person, "responsible"}}, 1});
  }
  part.sections.push_back(PersonChoiceSection{std::move(people), std::string(name), intent.name});
  part.confidence = store::Confidence::choose;
  return part;
}

std::vector<PersonIndex> people_called(std::string_view name, const Context& context) {
  auto people = context.finder.find_people(name);
  const auto& catalogue = context.catalogue();
  std::erase_if(people,
                [&](PersonIndex person) { return has_left(catalogue.person(person), context.today); });
  const auto folded = store::fold(name);
  std::vector<PersonIndex> exact;
  std::copy_if(people.begin(), people.end(), std::back_inserter(exact),
               [&](PersonIndex person) { return store::fold(catalogue.person(person).name) == folded; });
  return exact.empty() ? people : exact;
}

}  // namespace handlers
