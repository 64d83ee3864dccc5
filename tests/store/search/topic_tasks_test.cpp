#include "store/search/topic_tasks.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using store::Confidence;
using store::Found;
using store::TaskHit;
using store::search::Situation;
using store::search::TopicTasks;

namespace {

struct Fixture {
  std::vector<store::TaskIndex> tasks(std::string_view names, std::size_t topic = 0) {
    std::vector<store::TaskIndex> found;
    for (const TaskHit& hit : topics.of(Situation{topic, names, 1}, find)) found.push_back(hit.task);
    return found;
  }

  std::map<std::string, Found> catalogue;
  std::size_t looked = 0;
  TopicTasks::Find find = [this](std::string_view name) {
    ++looked;
    return catalogue[std::string(name)];
  };
  TopicTasks topics;
};

Found called(Confidence confidence, std::vector<TaskHit> hits) {
  Found found;
  found.confidence = confidence;
  found.hits = std::move(hits);
  return found;
}

using Tasks = std::vector<store::TaskIndex>;

}  // namespace

TEST_CASE_METHOD(Fixture, "topic tasks: the one that is surely called so, or all that are nearly") {
  catalogue["vejbelysning"] = called(Confidence::sure, {{7, 1}, {8, 0.9F}});
  catalogue["veje"] = called(Confidence::choose, {{1, 0.96F}, {2, 0.85F}, {3, 0.7F}});
  CHECK(tasks("vejbelysning") == Tasks{7});
  CHECK(tasks("veje", 1) == Tasks{1, 2});
}

TEST_CASE_METHOD(Fixture, "topic tasks: another name counts where the ones before it find nothing") {
  catalogue["snerydning"] = called(Confidence::sure, {{1, 0.9F}});
  catalogue["glatførebekæmpelse"] = called(Confidence::sure, {{2, 0.9F}});
  CHECK(tasks("vintertjeneste\nsnerydning\nglatførebekæmpelse") == Tasks{1});
  CHECK(looked == 2);
  CHECK(tasks("nowhere\nglatførebekæmpelse", 1) == Tasks{2});
}

TEST_CASE_METHOD(Fixture, "topic tasks: a topic is looked up once, whatever it found") {
  catalogue["vand"] = called(Confidence::sure, {{1, 1}});
  CHECK(tasks("vand", 5) == Tasks{1});
  CHECK(tasks("vand", 5) == Tasks{1});
  CHECK(looked == 1);
  CHECK(tasks("nowhere", 3).empty());
  CHECK(tasks("nowhere", 3).empty());
  CHECK(looked == 2);
}

TEST_CASE("topic tasks: many threads find the same") {
  constexpr std::size_t count = 60;
  TopicTasks topics;
  const TopicTasks::Find find = [](std::string_view name) {
    return called(Confidence::sure, {{static_cast<store::TaskIndex>(name.size()), 1}});
  };
  std::array<bool, 4> right{};
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < right.size(); ++thread) {
    threads.emplace_back([&topics, &find, &all = right[thread], thread] {
      all = true;
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t topic = thread % 2 == 0 ? i : count - 1 - i;  // some new ones at the same time
        const std::string name(topic + 1, 'x');
        const auto tasks = topics.of(Situation{topic, name, 1}, find);
        all = all && tasks.size() == 1 && tasks.front().task == topic + 1;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const bool all : right) CHECK(all);
}
