#pragma once
// A JSON object that a test wrote, parsed as the bodies of activities are.
#include "bot/activity/json_body.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace support {

class Parsed {
 public:
  /// Throws what the parser says if this is no JSON object.
  explicit Parsed(std::string text, std::size_t depth_max = 64) : text_(std::move(text)) {
    std::string error;
    root_ = body_.parse(text_, depth_max, error);
    if (root_ == nullptr) throw std::runtime_error(error);
  }

  const bot::activity::JsonValue& root() const { return *root_; }

 private:
  std::string text_;
  bot::activity::JsonBody body_;
  const bot::activity::JsonValue* root_ = nullptr;
};

}  // namespace support
