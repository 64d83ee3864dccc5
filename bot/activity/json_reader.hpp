#pragma once
// Reading JSON that others wrote: without exceptions, and with errors that name the place.
#include "bot/activity/json_body.hpp"

#include <string>
#include <string_view>

namespace bot::activity {

/// Reads members by name. Missing and null are the same. The first error is kept; after it everything reads
/// as missing. `path` is what stands before the key in error sentences: "" or "conversation.".
class Reader {
 public:
  std::string text(const JsonValue& object, std::string_view path, std::string_view key);
  /// A text of at most id_bytes_max bytes without control characters.
  std::string id(const JsonValue& object, std::string_view path, std::string_view key);
  bool flag(const JsonValue& object, std::string_view path, std::string_view key);
  const JsonValue* object(const JsonValue& object, std::string_view path, std::string_view key);
  const JsonValue* array(const JsonValue& object, std::string_view path, std::string_view key);

  void fail(std::string_view place, std::string_view reason);
  const std::string& error() const { return error_; }

 private:
  const JsonValue* member(const JsonValue& object, std::string_view key) const;
  void fail_type(std::string_view path, std::string_view key, std::string_view expected,
                 const JsonValue& found);

  std::string error_;
};

}  // namespace bot::activity
