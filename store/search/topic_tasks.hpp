#pragma once
// Which tasks of a catalogue have the topics that stories are told of.
#include "store/search/finder.hpp"
#include "store/search/situations.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace store::search {

/// Looks each topic up once in a catalogue, and remembers what it found. Thread-safe.
class TopicTasks {
 public:
  /// Finds the tasks that are called so, best first.
  using Find = std::function<Found(std::string_view name)>;

  /// The tasks that have the topic's first name, or else the next one that any has, with the finder's scores:
  /// in other catalogues, other names may mean other matters ("mus").
  std::vector<TaskHit> of(const Situation&, const Find&);

 private:
  std::mutex mutex_;
  std::vector<std::optional<std::vector<TaskHit>>> known_;  // by the topic's number
};

}  // namespace store::search
