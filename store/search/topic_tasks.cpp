#include "store/search/topic_tasks.hpp"

#include <algorithm>

namespace store::search {
namespace {

constexpr float called_so = 0.85F;  // the score of several tasks that have the name

std::vector<TaskHit> look_up(std::string_view names, const TopicTasks::Find& find) {
  std::vector<TaskHit> tasks;
  while (!names.empty() && tasks.empty()) {
    const auto end = std::min(names.find('\n'), names.size());
    const Found found = find(names.substr(0, end));
    names.remove_prefix(std::min(names.size(), end + 1));
    const bool sure = found.confidence == Confidence::sure;
    for (const TaskHit& hit : found.hits) {
      if (sure ? &hit != &found.hits.front() : hit.score < called_so) break;
      tasks.push_back(hit);
    }
  }
  return tasks;
}

}  // namespace

std::vector<TaskHit> TopicTasks::of(const Situation& situation, const Find& find) {
  {
    const std::lock_guard lock(mutex_);
    if (situation.topic < known_.size() && known_[situation.topic]) return *known_[situation.topic];
  }
  auto tasks = look_up(situation.names, find);  // two threads may both do it, and find the same
  const std::lock_guard lock(mutex_);
  if (situation.topic >= known_.size()) known_.resize(situation.topic + 1);
  known_[situation.topic] = tasks;
  return tasks;
}

}  // namespace store::search
