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

}  // namespace

std::vector<std::string> examples(const Context& context) {
  std::vector<std::string> questions;
  const auto count = context.catalogue().task_count();
  const auto tries = std::min(count, tries_max);
  for (std::size_t i = 0; i < tries && questions.size() < examples_max; ++i) {
    // Spread over the catalogue, so that the three come from different corners of the house.
    const auto task =
        static_cast<store::TaskIndex>((i % examples_max) * (count / examples_max) + i / examples_max);
    if (task >= count || context.catalogue().task(task).title.size() > title_length_max) {
      continue;
    }
    auto question = context.texts.say("example.task", {{"task", inside_sentence(task_title(context, task))}});
    if (works(question, task, context)) {
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

}  // namespace handlers
