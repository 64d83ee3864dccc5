#pragma once
// Tokens that were verified a moment ago: the connector sends the same one for an hour or so.
#include "bot/auth/digest.hpp"
#include "bot/auth/signing_keys.hpp"
#include "bot/auth/token_verifier.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>

namespace bot::auth {

/// Keyed by the token's SHA-256, so no token is kept. Holds at most `capacity`; when it is full the oldest
/// goes. With each new one the oldest go that have ended or that other keys had signed.
class TokenCache {
 public:
  explicit TokenCache(std::size_t capacity) : capacity_(capacity) {}

  /// The claims, if the token was verified under these keys (`generation`) and has not ended at `now`; else
  /// it is dropped.
  const Claims* find(const Digest&, std::uint64_t generation, store::Instant now);

  /// Claims::expires is when the entry ends.
  void add(const Digest&, std::uint64_t generation, Claims, store::Instant now);

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Digest digest;
    std::uint64_t generation;
    Claims claims;
  };

  std::size_t capacity_;
  std::list<Entry> entries_;  ///< oldest first
  std::unordered_map<Digest, std::list<Entry>::iterator, DigestHash> index_;
};

}  // namespace bot::auth
