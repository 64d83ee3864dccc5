#pragma once
// Time as the whole program sees it: a parameter, never a global.
#include <chrono>

namespace store {

/// An instant in UTC with a resolution of one second. Everything stored is one of these (as Unix seconds).
using Instant = std::chrono::sys_seconds;

/// A calendar day without a time zone: whose zone is meant follows from the field (the municipality's, if
/// nothing is said).
using Day = std::chrono::sys_days;

/// Where 'now' comes from. Thread-safe. Tests give a clock that they set.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

}  // namespace store
