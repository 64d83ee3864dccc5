#pragma once
// JSON straight into one string. A card is written for every answer, and a tree of values costs ten times as
// much (figures: handlers/README.md).
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace handlers {

/// Writes one JSON value. Commas are its business; balanced begin and end are the caller's. Bytes that are no
/// UTF-8 become U+FFFD, so the result is always valid JSON.
class JsonWriter {
 public:
  /// Words of the program itself, which JSON holds as they are: that is checked when they are compiled.
  class Literal {
   public:
    template <std::size_t Size>
    consteval Literal(const char (&text)[Size]) : text_(text, Size - 1) {
      for (const char c : text_) {
        if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') throw "not as it is";
      }
    }
    constexpr std::string_view text() const { return text_; }

   private:
    std::string_view text_;
  };

  /// `room`: how many bytes are expected; more only cost time.
  explicit JsonWriter(std::size_t room = 0);

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  /// The name is one of ours and is written as it is: no quotes, backslashes or control characters.
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  /// With at most two decimals.
  JsonWriter& value(double number);

  /// A value that is JSON already; it is taken as it is.
  JsonWriter& raw(std::string_view json);

  JsonWriter& member(std::string_view name, Literal content);
  template <class Value>
  requires(!std::is_array_v<Value>) JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

  /// How much is written: what stands between two such places can be written once more.
  std::size_t place() const { return written_; }
  /// The whole members of one object, or the values of one array, that stand there.
  JsonWriter& again(std::size_t from, std::size_t to);

  /// The finished text. The writer is empty afterwards.
  std::string take();

 private:
  JsonWriter& open(char bracket) {
    if (comma_) put(',');
    put(bracket);
    comma_ = false;
    return *this;
  }
  JsonWriter& close(char bracket) {
    put(bracket);
    comma_ = true;
    return *this;
  }
  void put(char byte) {
    if (written_ == out_.size()) make_room(1);
    out_[written_++] = byte;
  }
  void put(std::string_view bytes);
  char* put_escaped(std::string_view text, char* at);
  void put_escape(char byte);
  void make_room(std::size_t bytes);
  char* room_for(std::size_t bytes) {
    if (bytes > out_.size() - written_) make_room(bytes);
    return out_.data() + written_;
  }
  void written_until(const char* end) { written_ = static_cast<std::size_t>(end - out_.data()); }

  std::string out_;  ///< longer than what is written, so that a byte more is a store and nothing else
  std::size_t written_ = 0;
  bool comma_ = false;
};

}  // namespace handlers
