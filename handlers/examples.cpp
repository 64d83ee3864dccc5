#include "handlers/examples.hpp"

#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"

namespace handlers {
namespace {

constexpr std::size_t examples_max = 3;
constexpr std::size_t tries_max = 30;
constexpr std::size_t title_length_max = 45;

/// True if the question is understood as meant and leads to this very task, with somebody to ask.
bool works(const std::string& question, store::TaskIndex task, const Context& context) {
  const auto understanding = understand(question, context.finder, context.texts.language());
  if (understanding.intents.size() != 1 || understanding.intents.front().name != IntentName::find_person ||
      understanding.language != context.texts.language()) {
    return false;
  }
  const auto found = context.finder.find(understanding.intents.front().slot("task"), 2);
  return found.confidence == store::Confidence::sure && found.hits.front().task == task &&
         contacts_of(context, task).reachable();
}

/// "Hvad laver Karen Vestergaard?", if that leads to this very person.
std::string about_colleague(store::PersonIndex person, const Context& context) {
  const auto name = person_name(context, person);
  auto question = context.texts.say("example.person", {{"person", name}});
  const auto understanding = understand(question, context.finder, context.texts.language());
  const auto& intent = understanding.intents.front();
  const auto found = context.finder.find_people(intent.slot("person"), 2);
  const bool works = understanding.intents.size() == 1 && intent.name == IntentName::tasks_of_person &&
                     understanding.language == context.texts.language() && found.size() == 1 &&
                     found.front() == person;
  return works ? question : "";
}

}  // namespace

std::vector<std::string> examples(const Context& context) {
  std::vector<std::string> questions;
  const auto count = context.catalogue().task_count();
  const auto tries = std::min(count, tries_max);
  for (std::size_t i = 0; i < tries && questions.size() < examples_max; ++i) {
    // Spread over the catalogue, so that the three come from different corners of the house.
    const auto spread = (i % examples_max) * (count / examples_max) + i / examples_max;
    const auto task = static_cast<store::TaskIndex>(spread);
    if (task >= count || context.catalogue().task(task).title.size() > title_length_max) {
      continue;
    }
    auto question = context.texts.say("example.task", {{"task", inside_sentence(task_title(context, task))}});
    if (!works(question, task, context)) {
      continue;
    }
    questions.push_back(std::move(question));
    const auto first = contacts_of(context, task).people.front();
    if (questions.size() + 1 == examples_max && first.role != ContactRole::contact_point) {
      if (auto about = about_colleague(first.person, context); !about.empty()) {
        questions.push_back(std::move(about));
      }
    }
  }
  return questions;
}

}  // namespace handlers
