#pragma once
// A value that must not show up anywhere: no stream or formatter takes it, and its memory is wiped.
#include <string>
#include <string_view>

namespace config {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(Secret&&) noexcept = default;
  Secret& operator=(Secret&&) noexcept = default;
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret() { wipe(); }

  bool empty() const { return value_.empty(); }
  /// For the one place that sends it. Never log it.
  const std::string& reveal() const { return value_; }

 private:
  void wipe() {
    // volatile: the compiler must not drop writes to memory that is about to be freed.
    volatile char* bytes = value_.data();
    for (std::size_t i = 0; i < value_.size(); ++i) bytes[i] = 0;
  }
  std::string value_;
};

}  // namespace config
