#pragma once
// For the sources of this folder only.
#include <cstddef>

namespace bot::http {

/// What one request holds of the room that the bodies on their way share. Nobody is known yet while a body is
/// read, and thousands of slow senders of large ones would fill the memory.
class BodyShare {
 public:
  /// `used` counts for all connections; beyond `limit` only bodies up to `always` bytes are read on, so that
  /// whoever fills the room keeps no ordinary message out.
  BodyShare(std::size_t& used, std::size_t limit, std::size_t always)
      : used_(used), limit_(limit), always_(always) {}
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;
  ~BodyShare() { used_ -= held_; }

  /// The request holds so many bytes now. False: there is no room for it.
  bool hold(std::size_t bytes) {
    used_ += bytes - held_;
    held_ = bytes;
    return held_ <= always_ || used_ <= limit_;
  }

 private:
  std::size_t& used_;
  const std::size_t limit_;
  const std::size_t always_;
  std::size_t held_ = 0;
};

}  // namespace bot::http
