#include "handlers/answer.hpp"

#include "handlers/json_writer.hpp"
#include "handlers/memory.hpp"
#include "handlers/part.hpp"
#include "handlers/picks.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/understanding/times.hpp"
#include "handlers/understanding/understand_message.hpp"

namespace handlers {
namespace {

/// The language that topics were asked for in.
store::Spoken spoken_in(const Understanding& understanding) {
  for (const auto& intent : understanding.intents) {
    if (intent.name == IntentName::find_person) {
      return intent.spoken;
    }
  }
  return store::Spoken::undecided;
}

/// An array of the lines that are not empty.
void add_lines(JsonWriter& json, std::string_view lines) {
  json.begin_array();
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    if (!line.empty()) {
      json.value(line);
    }
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
  json.end_array();
}

void add_why(JsonWriter& json, const std::vector<store::MatchedWord>& words) {
  json.key("why").begin_array();
  for (const auto& word : words) {
    json.begin_object().member("asked", word.asked).member("found", word.found);
    json.member("field", word.field).member("how", word.how).end_object();
  }
  json.end_array();
}

constexpr std::size_t answers_max = 10;

Part part_for(const Intent& intent, const Sender& sender, const Context& context, bool with_tasks) {
  switch (intent.name) {
    case IntentName::find_person:
      return find_person(intent, context, with_tasks);
    case IntentName::tasks_of_person:
    case IntentName::who_covers:
    case IntentName::availability:
    case IntentName::leader_of_unit:
    case IntentName::leader_of_person:
    case IntentName::people_of_leader:
      return ask_about_person(intent, sender_in_catalogue(sender, context.catalogue()), context);
    default:  // say_words() knows all that is left, one by one
      return say_words(intent, context);
  }
}

/// Whom a part names first, so that "remind me to call her" in the same message has somebody to mean.
void add_named(std::vector<store::PersonIndex>& named, const Part& part) {
  for (const auto& task : part.tasks) {
    if (!task.people.empty()) {
      named.push_back(task.people.front().person);
    }
  }
}

std::string_view name_of(store::Confidence confidence) {
  switch (confidence) {
    case store::Confidence::none:
      return "none";
    case store::Confidence::choose:
      return "choose";
    case store::Confidence::sure:
      return "sure";
  }
  return "none";
}

/// The one that the next question may lean on: the first that the catalogue answered.
const Intent& main_intent(const Understanding& understanding) {
  for (const auto& intent : understanding.intents) {
    if (asks_the_catalogue(intent.name)) {
      return intent;
    }
  }
  return understanding.intents.front();
}

}  // namespace

Answer answer(const Question& question, const store::Finder& finder, const Policy& policy) {
  const auto clean = remove_personal_numbers(question.text);
  auto message = understanding::read_message(clean.text);
  Answer answer;
  auto follows = question.memory != nullptr
                     ? follow_up(clean.text, message, *question.memory, finder, question.fallback)
                     : std::nullopt;
  const bool further = question.memory != nullptr && goes_on(message);
  answer.understanding = follows ? Understanding{follows->language, {follows->intent}}
                                 : understand(std::move(message), finder, question.fallback);
  if (further) {
    mean_those_named(answer.understanding, *question.memory, finder);
  }
  const auto now = local_time(question.now, policy.zone);
  add_times(answer.understanding, clean.text, now);
  if (follows) {
    follows->intent = answer.understanding.intents.front();
  }
  const auto& texts = Texts::in(answer.understanding.language);
  const Context context{finder, policy, texts, now.day, question.scope, question.nonce};
  // Whom one answer names, the next intent of the message may mean.
  const bool with_tasks = question.with_tasks || answer.understanding.intents.size() > 1;

  std::vector<Section> sections;
  std::vector<store::PersonIndex> named;
  std::optional<store::Confidence> confidence;
  if (follows) {
    for (const auto id : question.memory->people) {
      const auto person = context.catalogue().person_by_id(id);
      if (person != store::no_index) named.push_back(person);
    }
  }
  if (clean.removed) {
    sections.push_back(TextSection{{texts.say("reply.cpr")}, {}});
  }
  for (const auto& intent : answer.understanding.intents) {
    auto acted = question.act ? question.act(intent, named, context) : std::nullopt;
    auto part = acted     ? std::move(*acted)
                : follows ? answer_follow_up(*follows, *question.memory, context)
                          : part_for(intent, question.sender, context, with_tasks);
    add_named(named, part);
    if (sections.empty()) {
      sections = std::move(part.sections);
    } else {
      std::move(part.sections.begin(), part.sections.end(), std::back_inserter(sections));
    }
    for (auto& task : part.tasks) {
      if (answer.tasks.size() < answers_max) {
        answer.tasks.push_back(std::move(task));
      }
    }
    if (part.confidence) {
      const bool first_or_same = !confidence || *confidence == *part.confidence;
      confidence = first_or_same ? *part.confidence : store::Confidence::choose;
    }
  }
  if (question.memory != nullptr) {
    lead_with_picked(sections, *question.memory, finder.catalogue());
    answer.memory = remembered(*question.memory, sections, main_intent(answer.understanding),
                               follows ? &*follows : nullptr, context);
  }
  for (const auto& section : sections) {
    if (const auto* shown = std::get_if<TaskSection>(&section)) {
      answer.shown.insert(answer.shown.end(), shown->tasks.begin(), shown->tasks.end());
    }
  }
  answer.confidence = confidence.value_or(store::Confidence::none);
  answer.reply = make_reply(std::move(sections), context);
  return answer;
}

std::string to_json(const std::string& query, const Answer& answer, const store::Finder& finder,
                    bool explain) {
  const auto& catalogue = finder.catalogue();
  JsonWriter json;
  json.begin_object().member("query", query);
  json.member("language", code_of(answer.understanding.language));
  json.key("intents").begin_array();
  for (const auto& intent : answer.understanding.intents) {
    json.begin_object().member("name", to_string(intent.name)).key("slots").begin_object();
    for (std::size_t i = 0; i < intent.slots.size(); ++i) {
      const auto& slot = intent.slots[i];
      bool seen = false;
      std::string values;
      for (std::size_t j = 0; j < intent.slots.size(); ++j) {
        if (intent.slots[j].name == slot.name) {
          seen = seen || j < i;
          values += (values.empty() ? "" : ", ") + intent.slots[j].value;
        }
      }
      if (!seen) {
        json.member(slot.name, values);
      }
    }
    json.end_object().end_object();
  }
  json.end_array().key("answers").begin_array();
  for (const auto& task : answer.tasks) {
    const auto about = task.task == store::no_index ? store::Task{} : catalogue.task(task.task);
    json.begin_object().member("task", about.title).key("kle");
    add_lines(json, about.kle);
    json.key("people").begin_array();
    for (const auto& person : task.people) {
      json.begin_object()
          .member("name", catalogue.person(person.person).name)
          .member("email", catalogue.person(person.person).email)
          .member("role", person.role);
      json.end_object();
    }
    json.end_array().member("score", task.score);
    if (explain && !task.topic.empty()) {
      add_why(json, finder.explain(task.topic, task.task, spoken_in(answer.understanding)));
    }
    json.end_object();
  }
  json.end_array();
  if (explain) {
    json.key("stories").begin_array();
    for (const auto& intent : answer.understanding.intents) {
      for (const auto& hit : finder.find_by_story(intent.text, intent.spoken))
        json.begin_object()
            .member("task", catalogue.task(hit.task).title)
            .member("score", double{hit.score})
            .end_object();
    }
    json.end_array();
  }
  json.member("confidence", name_of(answer.confidence)).member("reply", answer.reply.text);
  json.end_object();
  return json.take();
}

}  // namespace handlers
