#pragma once
// JSON straight into one string. A card is written for every answer, and a tree of values costs ten times as
// much (figures: handlers/README.md).
#include <cstddef>
#include <string>
#include <string_view>

namespace handlers {

/// Writes one JSON value. Commas are its business; balanced begin and end are the caller's. Bytes that are no
/// UTF-8 become U+FFFD, so the result is always valid JSON.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  /// The name is one of ours and is written as it is: no quotes, backslashes or control characters.
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  /// With at most two decimals.
  JsonWriter& value(double number);

  /// A value that is JSON already; it is taken as it is.
  JsonWriter& raw(std::string_view json);

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

  /// The finished text. The writer is empty afterwards.
  std::string take();

 private:
  void separate();
  void put(char byte);
  void put(std::string_view bytes);
  void put_escaped(std::string_view text);
  void put_escape(char byte);
  void make_room(std::size_t bytes);

  std::string out_;  ///< longer than what is written, so that a byte more is a store and nothing else
  std::size_t written_ = 0;
  bool comma_ = false;
};

}  // namespace handlers
