#include "handlers/examples.hpp"

#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "store/search/glossary.hpp"
#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::size_t examples_max = 3;
constexpr std::size_t tries_max = 60;
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

/// What an English colleague calls the task; empty if the word list does not know it.
std::string in_english(std::string_view title) {
  store::Words words;
  words.read(title);
  std::string said;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words.hyphenated(i) && store::is_function_word(words[i])) continue;
    if (!said.empty()) said += ' ';
    said += words[i];
  }
  return std::string(store::search::Glossary::embedded().english_name(said));
}

/// Which titles make examples.
struct Titles {
  bool one_word = true;
  bool translated = false;  // those that have an English name, by that
};

/// Adds questions about tasks from different corners of the catalogue, and one about a colleague, up to the
/// most.
void add_examples(std::vector<std::string>& questions, Titles titles, const Context& context) {
  const auto count = context.catalogue().task_count();
  const auto tries = std::min(count, tries_max);
  for (std::size_t i = 0; i < tries && questions.size() < examples_max; ++i) {
    const auto spread = (i % examples_max) * (count / examples_max) + i / examples_max;
    const auto task = static_cast<store::TaskIndex>(spread);
    if (task >= count) {
      continue;
    }
    const auto title = context.catalogue().task(task).title;
    if (title.size() > title_length_max || (title.find(' ') == std::string_view::npos) != titles.one_word) {
      continue;
    }
    const auto name = titles.translated ? in_english(title) : inside_sentence(task_title(context, task));
    auto question = context.texts.say("example.task", {{"task", name}});
    const bool said = std::find(questions.begin(), questions.end(), question) != questions.end();
    if (name.empty() || said || !works(question, task, context)) {
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
}

}  // namespace

std::vector<std::string> examples(const Context& context) {
  std::vector<std::string> questions;
  // A title of one word makes the plainest example; any short one will do where there are not enough. Who
  // asks in English is shown English words as long as there are any.
  const bool english = context.texts.language() == Language::english;
  for (const bool translated : {true, false}) {
    if (translated && !english) continue;
    for (const bool one_word : {true, false}) add_examples(questions, {one_word, translated}, context);
  }
  return questions;
}

}  // namespace handlers
