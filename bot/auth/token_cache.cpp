#include "bot/auth/token_cache.hpp"

#include <utility>

namespace bot::auth {

const Claims* TokenCache::find(const Digest& digest, std::uint64_t generation, store::Instant now) {
  const auto found = index_.find(digest);
  if (found == index_.end()) return nullptr;
  const auto entry = found->second;
  if (entry->generation == generation && now < entry->claims.expires) return &entry->claims;
  index_.erase(found);
  entries_.erase(entry);
  return nullptr;
}

void TokenCache::add(const Digest& digest, std::uint64_t generation, Claims claims, store::Instant now) {
  if (capacity_ == 0 || index_.contains(digest)) return;
  const auto useless = [&](const Entry& entry) {
    return entry.generation != generation || entry.claims.expires <= now;
  };
  while (!entries_.empty() && (entries_.size() >= capacity_ || useless(entries_.front()))) {
    index_.erase(entries_.front().digest);
    entries_.pop_front();
  }
  entries_.push_back(Entry{digest, generation, std::move(claims)});
  index_.emplace(digest, std::prev(entries_.end()));
}

}  // namespace bot::auth
