#include "tests/support/handlers/reminder_model.hpp"

#include <algorithm>

namespace tests {
namespace {

constexpr Seconds back_to_winter = 1792890000;  // 25 October 2026, 01:00 UTC
constexpr Seconds length = 2 * hour;            // of every gathering

/// 0 Monday .. 6 Sunday; 1 January 1970 was a Thursday.
int weekday(Seconds local_day) {
  return static_cast<int>((local_day + 3) % 7);
}

Seconds due_of(const std::string& rule, Seconds starts) {
  const auto amount = std::stoi(rule.substr(1));
  if (rule.ends_with('h')) {
    return starts - amount * hour;
  }
  auto local_day = to_local(starts) / day;
  if (rule.find('w') != std::string::npos) {
    for (int left = amount; left > 0;) {
      --local_day;
      left -= weekday(local_day) < 5 ? 1 : 0;
    }
  } else {
    local_day -= amount;
  }
  while (weekday(local_day) >= 5) {
    --local_day;
  }
  return to_utc(local_day * day + 9 * hour);
}

}  // namespace

Seconds to_local(Seconds utc) {
  return utc + (utc < back_to_winter ? 2 : 1) * hour;
}

Seconds to_utc(Seconds local) {
  return local - 2 * hour < back_to_winter ? local - 2 * hour : local - hour;
}

ReminderModel::ReminderModel(std::set<std::int64_t> people, Seconds starts, int capacity,
                             std::vector<std::string> rules, Seconds now)
    : rules_(std::move(rules)), starts_(starts), capacity_(capacity) {
  for (const auto person : people) {
    answers_[person] = Said::nothing;
  }
  plan(now);
}

void ReminderModel::plan(Seconds now) {
  due_.clear();
  for (const auto& rule : rules_) {
    const auto at = due_of(rule, starts_);
    const bool known =
        std::any_of(due_.begin(), due_.end(), [&](const Due& other) { return other.at == at; });
    if (at >= now + hour / 2 && at < starts_ && !known) {
      due_.push_back({at, rule.ends_with('h') ? starts_ : std::min(starts_, at + 2 * day)});
    }
  }
}

std::vector<std::int64_t> ReminderModel::promote() {
  std::vector<std::int64_t> promoted;
  while (!queue_.empty()) {
    const auto taken = std::count_if(answers_.begin(), answers_.end(),
                                     [](const auto& entry) { return entry.second == Said::yes; });
    if (capacity_ != 0 && taken >= capacity_) {
      break;
    }
    promoted.push_back(queue_.front());
    answers_[queue_.front()] = Said::yes;
    queue_.erase(queue_.begin());
  }
  return promoted;
}

ReminderModel::Answer ReminderModel::answer(std::int64_t person, Said said, Seconds now) {
  auto& before = answers_.at(person);
  const bool same = before == said || (before == Said::waits && said == Said::yes);
  if (cancelled_ || starts_ + length <= now || (same && !again_.contains(person))) {
    return {};
  }
  again_.erase(person);
  queue_.erase(std::remove(queue_.begin(), queue_.end(), person), queue_.end());
  if (said == Said::yes && before != Said::yes) {
    before = Said::waits;
    queue_.push_back(person);
  } else {
    before = said;
  }
  Answer result{true, promote()};
  std::erase(result.promoted, person);
  return result;
}

void ReminderModel::move(Seconds starts, Seconds now) {
  starts_ = starts;
  queue_.clear();
  for (auto& [person, said] : answers_) {
    if (said == Said::yes || said == Said::maybe) {
      again_.insert(person);
    } else {
      said = Said::nothing;
    }
  }
  plan(now);
}

std::vector<std::int64_t> ReminderModel::set_capacity(int capacity, Seconds now) {
  capacity_ = capacity;
  return starts_ + length > now ? promote() : std::vector<std::int64_t>{};
}

std::optional<Seconds> ReminderModel::next_due() const {
  const auto earlier = [](const Due& one, const Due& other) { return one.at < other.at; };
  const auto first = std::min_element(due_.begin(), due_.end(), earlier);
  return first == due_.end() ? std::nullopt : std::optional(first->at);
}

void ReminderModel::cancel() {
  cancelled_ = true;
  due_.clear();
}

ReminderModel::Run ReminderModel::run(Seconds now, const std::set<std::int64_t>& unwilling) {
  Run run;
  bool fires = false;
  std::vector<Due> later;
  for (const auto& due : due_) {
    if (due.at > now) {
      later.push_back(due);
    } else if (due.useful_until < now || starts_ <= now) {
      run.skipped = true;
    } else {
      fires = true;
    }
  }
  due_ = later;
  for (const auto& [person, said] : answers_) {
    if (fires && said != Said::no && said != Said::waits && !unwilling.contains(person)) {
      run.reminded.push_back(person);
    }
  }
  return run;
}

}  // namespace tests
