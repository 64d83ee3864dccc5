#pragma once
// Reading JSON that others wrote: bounded, without exceptions, and with errors that name the place.
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace bot::activity {

/// Parses an object. On failure `error` gets one sentence and the result is null. Half surrogate pairs become
/// U+FFFD.
nlohmann::json parse_body(std::string_view body, int depth_max, std::string& error);

/// Reads members by name. Missing and null are the same. The first error is kept; after it everything reads
/// as missing. `path` is what stands before the key in error sentences: "" or "conversation.".
class Reader {
 public:
  using json = nlohmann::json;

  std::string text(const json& object, std::string_view path, const char* key);
  /// A text of at most id_bytes_max bytes without control characters.
  std::string id(const json& object, std::string_view path, const char* key);
  bool flag(const json& object, std::string_view path, const char* key);
  const json* object(const json& object, std::string_view path, const char* key);
  const json* array(const json& object, std::string_view path, const char* key);

  void fail(std::string_view place, std::string_view reason);
  const std::string& error() const { return error_; }

 private:
  const json* member(const json& object, const char* key) const;
  void fail_type(std::string_view path, const char* key, const char* expected, const json& found);

  std::string error_;
};

}  // namespace bot::activity
