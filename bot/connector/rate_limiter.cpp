#include "bot/connector/rate_limiter.hpp"

#include <algorithm>

namespace bot::connector {
namespace {

constexpr std::chrono::seconds tenant_window{1};
constexpr std::chrono::seconds longest_window{3600};
// Beyond the short windows messages are only counted, so that an hour of them costs no more than a few
// entries. The limit of an hour may so hold a message back for this long more than Teams would.
constexpr std::chrono::seconds exact_for{30};
constexpr std::chrono::minutes slice_length{10};

bool same_slice(RateLimiter::Time a, RateLimiter::Time b) {
  return a.time_since_epoch() / slice_length == b.time_since_epoch() / slice_length;
}

void drop_older(std::deque<RateLimiter::Time>& times, RateLimiter::Time limit) {
  const auto kept =
      std::find_if(times.begin(), times.end(), [&](RateLimiter::Time time) { return time > limit; });
  times.erase(times.begin(), kept);
}

}  // namespace

/// What left more than an hour ago goes; what left before the short windows is put together.
void RateLimiter::forget_old(Slices& slices, Time now) {
  std::size_t kept = 0;
  for (const Slice& slice : slices) {
    if (slice.last <= now - longest_window) continue;
    Slice* before = kept > 0 ? &slices[kept - 1] : nullptr;
    if (before != nullptr && slice.last <= now - exact_for && same_slice(before->last, slice.last)) {
      before->last = slice.last;
      before->messages += slice.messages;
    } else {
      slices[kept++] = slice;
    }
  }
  slices.resize(kept);
}

RateLimiter::Time RateLimiter::earliest(const std::string& tenant, const std::string& conversation,
                                        Time now) {
  Time earliest = now;
  if (const auto found = conversations_.find(std::hash<std::string>{}(conversation));
      found != conversations_.end()) {
    const Slices& slices = found->second;
    auto window = windows.begin();
    std::uint32_t messages = 0;
    for (auto slice = slices.rbegin(); slice != slices.rend(); ++slice) {
      messages += slice->messages;
      for (; window != windows.end() && messages >= window->messages; ++window)
        earliest = std::max(earliest, slice->last + window->length);
    }
  }
  if (per_second_ > 0) {
    const auto& times = tenants_[tenant];
    const auto limit = static_cast<std::size_t>(per_second_);
    if (times.size() >= limit) earliest = std::max(earliest, times[times.size() - limit] + tenant_window);
  }
  return earliest;
}

void RateLimiter::sent(const std::string& tenant, const std::string& conversation, Time now) {
  Slices& slices = conversations_[std::hash<std::string>{}(conversation)];
  forget_old(slices, now);
  slices.push_back({now, 1});
  if (per_second_ > 0) {
    auto& all = tenants_[tenant];
    drop_older(all, now - tenant_window);
    all.push_back(now);
  }
}

void RateLimiter::tidy(Time now) {
  for (auto entry = conversations_.begin(); entry != conversations_.end();) {
    forget_old(entry->second, now);
    entry->second.shrink_to_fit();
    entry = entry->second.empty() ? conversations_.erase(entry) : std::next(entry);
  }
}

RateLimiter::Size RateLimiter::size() const {
  Size size{conversations_.size(), 0};
  for (const auto& [conversation, slices] : conversations_)
    size.entries_max = std::max(size.entries_max, slices.size());
  return size;
}

}  // namespace bot::connector
