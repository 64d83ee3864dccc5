#include "handlers/cards/shown_sections.hpp"

#include "handlers/cards/card_action.hpp"

#include <algorithm>
#include <charconv>

namespace handlers::cards {
namespace {

constexpr std::size_t packed_length_max = 300;

constexpr char between_sections = ';';
constexpr char before_topic = ':';
constexpr char hidden_semicolon = '\x1f';  // a topic may have one of its own

std::string packed(char kind, const std::vector<store::TaskIndex>& tasks, const store::Catalogue& catalogue) {
  std::string out;
  for (const auto task : tasks) {
    out += (out.empty() ? "" : ".") + std::to_string(catalogue.task(task).id);
  }
  return kind + out;
}

std::vector<store::TaskIndex> tasks_in(std::string_view ids, const store::Catalogue& catalogue) {
  std::vector<store::TaskIndex> tasks;
  while (!ids.empty() && tasks.size() < Shown::choices) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(ids.data(), ids.data() + ids.size(), id);
    const auto task = error == std::errc() ? catalogue.task_by_id(id) : store::no_index;
    if (task != store::no_index) {
      tasks.push_back(task);
    }
    const auto dot = ids.find('.');
    ids.remove_prefix(dot == std::string_view::npos ? ids.size() : dot + 1);
  }
  return tasks;
}

std::string packed(const ChoiceSection& choice, const store::Catalogue& catalogue) {
  auto part = packed(choice.doubtful ? 'd' : 'c', choice.tasks, catalogue);
  if (!choice.topic.empty()) {
    auto topic = topic_in_button(choice.topic);
    std::replace(topic.begin(), topic.end(), between_sections, hidden_semicolon);
    part += before_topic + topic;
  }
  return part;
}

std::string topic_in(std::string_view part) {
  const auto colon = part.find(before_topic);
  std::string topic(colon == std::string_view::npos ? "" : part.substr(colon + 1));
  std::replace(topic.begin(), topic.end(), hidden_semicolon, between_sections);
  return topic;
}

}  // namespace

std::string pack(const std::vector<Section>& sections, const store::Catalogue& catalogue) {
  std::string out;
  for (const auto& section : sections) {
    std::string part;
    if (const auto* task = std::get_if<TaskSection>(&section)) {
      part = packed(task->unsure ? 'u' : task->phone_first ? 'p' : 't', task->tasks, catalogue);
    } else if (const auto* choice = std::get_if<ChoiceSection>(&section)) {
      part = packed(*choice, catalogue);
    }
    if (part.empty() || out.size() + part.size() + 1 > packed_length_max) {
      continue;
    }
    out += (out.empty() ? "" : std::string(1, between_sections)) + part;
  }
  return out;
}

std::vector<Section> unpack(std::string_view text, const store::Catalogue& catalogue) {
  std::vector<Section> sections;
  while (!text.empty() && sections.size() < Shown::sections) {
    const auto part = text.substr(0, text.find(between_sections));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    const auto ids = part.substr(0, part.find(before_topic));
    auto tasks = tasks_in(ids.substr(std::min<std::size_t>(ids.size(), 1)), catalogue);
    if (tasks.empty()) {
      continue;
    }
    if (part.front() == 'c' || part.front() == 'd') {
      sections.push_back(ChoiceSection{std::move(tasks), topic_in(part), part.front() == 'd'});
    } else if (part.front() == 't' || part.front() == 'p' || part.front() == 'u') {
      sections.push_back(TaskSection{std::move(tasks), part.front() == 'p', part.front() == 'u'});
    }
  }
  return sections;
}

}  // namespace handlers::cards
