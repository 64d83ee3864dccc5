#include "bot/connector/rate_limiter.hpp"

#include <algorithm>

namespace bot::connector {
namespace {

constexpr std::chrono::seconds tenant_window{1};
constexpr std::chrono::seconds longest_window{3600};

template <class Times>
void drop_older(Times& times, RateLimiter::Time limit) {
  const auto kept =
      std::find_if(times.begin(), times.end(), [&](RateLimiter::Time time) { return time > limit; });
  times.erase(times.begin(), kept);
}

}  // namespace

RateLimiter::Time RateLimiter::earliest(const std::string& tenant, const std::string& conversation,
                                        Time now) {
  Time earliest = now;
  if (const auto found = conversations_.find(conversation); found != conversations_.end()) {
    const auto& times = found->second;
    for (const Window& window : windows)
      if (times.size() >= window.messages)
        earliest = std::max(earliest, times[times.size() - window.messages] + window.length);
  }
  if (per_second_ > 0) {
    const auto& times = tenants_[tenant];
    const auto limit = static_cast<std::size_t>(per_second_);
    if (times.size() >= limit) earliest = std::max(earliest, times[times.size() - limit] + tenant_window);
  }
  return earliest;
}

void RateLimiter::sent(const std::string& tenant, const std::string& conversation, Time now) {
  auto& times = conversations_[conversation];
  drop_older(times, now - longest_window);
  times.push_back(now);
  if (per_second_ > 0) {
    auto& all = tenants_[tenant];
    drop_older(all, now - tenant_window);
    all.push_back(now);
  }
}

void RateLimiter::tidy(Time now) {
  for (auto entry = conversations_.begin(); entry != conversations_.end();) {
    drop_older(entry->second, now - longest_window);
    entry = entry->second.empty() ? conversations_.erase(entry) : std::next(entry);
  }
}

}  // namespace bot::connector
