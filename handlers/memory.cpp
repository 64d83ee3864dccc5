#include "handlers/memory.hpp"

#include "handlers/person_parts.hpp"
#include "handlers/picks.hpp"
#include "handlers/recalled.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::ConversationMemory;
using store::no_index;
using store::PersonIndex;
using store::TaskIndex;

constexpr std::size_t most_ids = 10;

void append(Part& part, Part more) {
  std::move(more.sections.begin(), more.sections.end(), std::back_inserter(part.sections));
  std::move(more.tasks.begin(), more.tasks.end(), std::back_inserter(part.tasks));
  part.confidence = part.confidence && more.confidence && *part.confidence != *more.confidence
                        ? store::Confidence::choose
                        : more.confidence;
}

/// Who stands in on a task: for those who have it, else as the task itself says.
Part cover_of_task(TaskIndex task, const Context& context) {
  const auto& catalogue = context.catalogue();
  Part part;
  std::vector<PersonIndex> stand_ins;
  std::vector<PersonIndex> responsible;
  for (const auto& responsibility : catalogue.responsibilities_of(task)) {
    const bool now = (!responsibility.from || *responsibility.from <= context.today) &&
                     (!responsibility.to || *responsibility.to >= context.today);
    if (now && !has_left(catalogue.person(responsibility.person), context.today)) {
      (responsibility.role == store::Role::stand_in ? stand_ins : responsible)
          .push_back(responsibility.person);
    }
  }
  for (std::size_t i = 0; i < std::min(responsible.size(), Shown::people); ++i) {
    if (stand_ins.empty() || stand_in_of(catalogue, responsible[i], context.today) != no_index) {
      append(part, about_person(IntentName::who_covers, responsible[i], context));
    }
  }
  const auto present = std::find_if(stand_ins.begin(), stand_ins.end(), [&](PersonIndex stand_in) {
    return !away_to(catalogue.person(stand_in), context.today);
  });
  if (part.sections.empty() && present != stand_ins.end()) {
    const auto stand_in = *present;
    part.sections.push_back(PersonSection{
        context.texts.say("task.stand_in_only", {{"person", person_name(context, stand_in)}}), stand_in, {}});
    part.confidence = store::Confidence::sure;
  }
  return part.sections.empty() ? task_part(task, context) : part;
}

/// How to reach those who were named, the absent only if all are.
Part contact(const Intent& intent, const std::vector<PersonIndex>& people, const Context& context) {
  std::vector<PersonIndex> present;
  std::copy_if(people.begin(), people.end(), std::back_inserter(present), [&](PersonIndex person) {
    return !away_to(context.catalogue().person(person), context.today);
  });
  Part part;
  part.confidence = store::Confidence::sure;
  const auto want = intent.slot("call") == "yes" ? std::string_view("phone") : intent.slot("want");
  const auto& asked = present.empty() ? people : present;
  for (std::size_t i = 0; i < std::min(asked.size(), Shown::people); ++i) {
    part.sections.push_back(PersonSection{contact_sentence(asked[i], want, context), asked[i], {}});
    part.tasks.push_back({no_index, {{asked[i], "responsible"}}, 1});
  }
  return part;
}

/// Only who is away can come back: of those who were named, the absent ones are meant, if there are any.
void keep_absent(std::vector<PersonIndex>& people, const Context& context) {
  const auto here = [&](PersonIndex person) {
    return !away_to(context.catalogue().person(person), context.today);
  };
  if (!std::all_of(people.begin(), people.end(), here)) {
    std::erase_if(people, here);
  }
}

/// The words of a message with the name in place of "hende", "them".
std::string with_name(std::string_view text, std::string_view name) {
  static constexpr std::string_view pronouns[] = {"ham", "hende", "dem", "vedkommende", "him", "her", "them"};
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" ,.!?"), text.size());
    const auto word = text.substr(0, end);
    const bool pronoun = std::find(std::begin(pronouns), std::end(pronouns), word) != std::end(pronouns);
    out += pronoun ? name : word;
    out += text.substr(end, 1);
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

/// The one whose presence was asked about, by id; 0 if it was something else.
std::int64_t asked_about(const Intent& intent, const Context& context) {
  if (intent.name != IntentName::availability && intent.name != IntentName::who_covers) return 0;
  const auto people = people_called(intent.slot("person"), context);
  return people.size() == 1 ? context.catalogue().person(people.front()).id : 0;
}

/// "Og i morgen?": the question before, about the same person or task, on another day.
Part ask_again(const Intent& intent, const ConversationMemory& memory, const Context& context) {
  Intent again = intent;
  const auto tasks = tasks_in(memory.tasks, context);
  const bool about_people = asks_about_a_person(memory.intent);
  if (!about_people && !tasks.empty()) {
    again.name = IntentName::who_covers;
    again.slots.push_back({"task", std::string(context.catalogue().task(tasks.front()).title)});
    return cover_on_task(again, context);
  }
  // Who was asked about, not the stand-in who was shown.
  const auto people =
      people_in(memory.chosen != 0 ? std::vector<std::int64_t>{memory.chosen} : memory.people, context);
  again.name = person_intent(memory.intent) == IntentName::who_covers ? IntentName::who_covers
                                                                      : IntentName::availability;
  return people.size() == 1 ? about_person(again, people.front(), context)
                            : words_part(context.texts.say("person.whom"), store::Confidence::none);
}

bool keeps_subject(const FollowUp& follow_up) {
  const auto& intent = follow_up.intent;
  return !intent.slot("want").empty() || intent.slot("call") == "yes" || intent.slot("again") == "yes" ||
         intent.name == IntentName::sensitive_refuse;
}

void add_id(std::vector<std::int64_t>& ids, std::int64_t id) {
  if (ids.size() < most_ids && std::find(ids.begin(), ids.end(), id) == ids.end()) {
    ids.push_back(id);
  }
}

/// Takes what one section shows into the memory.
struct Noting {
  ConversationMemory& memory;
  const Context& context;

  void task(TaskIndex index) const {
    add_id(memory.tasks, context.catalogue().task_id(index));
    for (const auto& contact : contacts_of(context, index).people) {
      add_id(memory.people, context.catalogue().person(contact.person).id);
    }
  }
  void operator()(const TaskSection& section) const {
    std::for_each(section.tasks.begin(), section.tasks.end(), [&](TaskIndex index) { task(index); });
  }
  void choices(const std::vector<TaskIndex>& tasks) const {
    memory.task_choices.clear();
    memory.person_choices.clear();
    for (std::size_t i = 0; i < std::min(tasks.size(), Shown::choices); ++i) {
      add_id(memory.task_choices, context.catalogue().task_id(tasks[i]));
    }
  }
  void operator()(const ChoiceSection& section) const { choices(section.tasks); }
  void operator()(const NoneSection& section) const { choices(section.near); }
  void operator()(const PersonChoiceSection& section) const {
    memory.task_choices.clear();
    memory.person_choices.clear();
    for (std::size_t i = 0; i < std::min(section.people.size(), Shown::choices); ++i) {
      add_id(memory.person_choices, context.catalogue().person(section.people[i]).id);
    }
    memory.choice_intent = to_string(section.about);
  }
  void operator()(const PersonSection& section) const {
    add_id(memory.people, context.catalogue().person(section.person).id);
  }
  void operator()(const TextSection&) const {}
  void operator()(const OfferSection&) const {}
};

}  // namespace

bool asks_the_catalogue(IntentName name) {
  return name == IntentName::find_person || name == IntentName::leader_of_unit ||
         asks_about_a_person(to_string(name));
}

bool goes_on(const understanding::Message& message) {
  static constexpr std::string_view joining[] = {"og", "men", "s\xE5", "and", "but", "so"};
  return !message.words.empty() && std::find(std::begin(joining), std::end(joining),
                                             message.words.front().letters) != std::end(joining);
}

void mean_those_named(Understanding& understanding, const ConversationMemory& memory,
                      const store::Finder& finder) {
  for (auto& intent : understanding.intents) {
    for (auto& slot : intent.slots) {
      if (slot.name != "person") continue;
      const auto called = finder.find_people(slot.value);
      const store::Person* meant = nullptr;
      std::size_t several = 0;
      for (const auto index : called) {
        const auto& person = finder.catalogue().person(index);
        const bool named =
            std::find(memory.people.begin(), memory.people.end(), person.id) != memory.people.end();
        meant = named ? &person : meant;
        several += named ? 1 : 0;
      }
      if (called.size() > 1 && several == 1) slot.value = meant->name;
    }
  }
}

std::optional<FollowUp> follow_up(std::string_view text, const understanding::Message& message,
                                  const ConversationMemory& memory, const store::Finder& finder,
                                  Language fallback) {
  const auto language = memory.language.empty() ? fallback : language_of_code(memory.language);
  auto found = follow_up_in(message, finder, language);
  if (!found && !memory.person_choices.empty() && text.size() <= Shown::name_characters &&
      named_on_list(text, memory, finder).size() == 1) {
    found =
        FollowUp{language, {IntentName::tasks_of_person, {{"person", std::string(text)}, {"named", "yes"}}}};
  }
  if (!found) {
    return std::nullopt;
  }
  auto& intent = found->intent;
  if (intent.slot("again") == "yes" && memory.people.empty() && memory.tasks.empty()) {
    return std::nullopt;
  }
  if (intent.slot("call") == "yes" && memory.people.size() == 1) {
    const auto person = finder.catalogue().person_by_id(memory.people.front());
    if (person != no_index) {
      const auto& called = finder.catalogue().person(person).name;
      intent.slots.push_back({"person", std::string(called)});
      intent.slots.push_back({"text", with_name(text, called)});
    }
  }
  const auto name = intent.slot("person");
  if (intent.slot("same") == "yes") {
    const bool own_topic = finder.find(name, 1).confidence == store::Confidence::sure;
    if (own_topic || !asks_about_a_person(memory.intent)) {
      return std::nullopt;
    }
    intent.name = person_intent(memory.intent);
  }
  if (intent.slot("named") == "yes") {
    if (named_on_list(name, memory, finder).size() != 1) {
      return std::nullopt;
    }
    intent.name = person_intent(memory.choice_intent);
  }
  return found;
}

Part answer_follow_up(const FollowUp& follow_up, const ConversationMemory& memory, const Context& context) {
  const auto& intent = follow_up.intent;
  if (intent.name == IntentName::sensitive_refuse) {
    return say_words(intent, context);
  }
  if (!intent.slot("pick").empty()) {
    return answer_pick(intent, memory, context);
  }
  if (intent.slot("named") == "yes") {
    const auto named = named_on_list(intent.slot("person"), memory, context.finder);
    return about_person(intent.name, named.front(), context);
  }
  if (intent.slot("same") == "yes") {
    return ask_about_person(intent, no_index, context);
  }
  if (intent.slot("again") == "yes") {
    return ask_again(intent, memory, context);
  }
  const auto tasks = tasks_in(memory.tasks, context);
  if (intent.name == IntentName::who_covers && !tasks.empty()) {
    Part part;
    for (const auto task : tasks) {
      append(part, cover_of_task(task, context));
    }
    return part;
  }
  auto people = people_in(memory.people, context);
  if (people.empty()) {
    const bool cover = intent.name == IntentName::who_covers;
    return words_part(context.texts.say(cover ? "person.cover_whom" : "person.whom"),
                      store::Confidence::none);
  }
  if (intent.slot("back") == "yes") {
    keep_absent(people, context);
  }
  if (keeps_subject(follow_up)) {
    return contact(intent, people, context);
  }
  if (people.size() == 1) {
    return about_person(intent, people.front(), context);
  }
  Part part;
  part.sections.push_back(PersonChoiceSection{people, "", intent.name});
  part.confidence = store::Confidence::choose;
  return part;
}

ConversationMemory remembered(const ConversationMemory& before, const std::vector<Section>& sections,
                              const Intent& intent, const FollowUp* follow_up, const Context& context) {
  ConversationMemory memory = before;
  memory.language = code_of(context.texts.language());
  if (!asks_the_catalogue(intent.name) || (follow_up != nullptr && keeps_subject(*follow_up))) {
    return memory;
  }
  const bool picking =
      follow_up != nullptr && (!intent.slot("pick").empty() || !intent.slot("named").empty());
  memory.tasks.clear();
  memory.people.clear();
  if (!picking) {
    memory.intent = to_string(intent.name);
    memory.task_choices.clear();
    memory.person_choices.clear();
    memory.chosen = asked_about(intent, context);
  }
  for (const auto& section : sections) {
    std::visit(Noting{memory, context}, section);
  }
  const auto picked =
      picking && before.task_choices.empty() ? picked_person(intent, before, context.finder) : 0;
  if (picked != 0) {  // whoever was picked is talked about, even where the stand-in was shown
    memory.chosen = picked;
    memory.intent = memory.choice_intent;
  } else if (follow_up != nullptr && memory.tasks.empty() && memory.people.empty()) {
    memory.tasks = before.tasks;  // "nobody stands in": it is still about the same
    memory.people = before.people;
  } else if (picking && !memory.tasks.empty()) {
    memory.chosen = memory.tasks.front();
    note_pick(memory, memory.chosen);
  } else if (picking && !memory.people.empty()) {
    memory.chosen = memory.people.front();
    memory.intent = memory.choice_intent;
  }
  return memory;
}

ConversationMemory remembered_pick(const ConversationMemory& before, TaskIndex task, PersonIndex person,
                                   const Context& context) {
  const FollowUp tap{context.texts.language(), {IntentName::find_person, {{"pick", "tap"}}}};
  const auto section =
      task != no_index ? Section(TaskSection{{task}, false, false}) : Section(PersonSection{"", person, {}});
  return remembered(before, {section}, tap.intent, &tap, context);
}

}  // namespace handlers
