#pragma once
// A JSON text as a list of its values: what is read once, in a few places, needs no tree of its own memory.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bot::activity {

/// A value, with all that is in it right behind it.
class JsonValue {
 public:
  struct Null {};
  struct Array {};
  struct Object {};
  using Content =
      std::variant<Null, bool, std::int64_t, std::uint64_t, double, std::string_view, Array, Object>;

  JsonValue(std::string_view name, Content content) : name_(name), content_(content) {}

  /// Of a member of an object; empty in an array.
  std::string_view name() const { return name_; }
  const Content& content() const { return content_; }
  bool is_null() const { return std::holds_alternative<Null>(content_); }
  bool is_array() const { return std::holds_alternative<Array>(content_); }
  bool is_object() const { return std::holds_alternative<Object>(content_); }
  const std::string_view* if_text() const { return std::get_if<std::string_view>(&content_); }

  /// The member of that name, if this is an object that has it; of several the last one counts.
  const JsonValue* find(std::string_view name) const;

  class Iterator {
   public:
    explicit Iterator(const JsonValue* at) : at_(at) {}
    const JsonValue& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ += at_->span_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const JsonValue* at_;
  };
  /// The members of an object, the elements of an array.
  Iterator begin() const { return Iterator(this + 1); }
  Iterator end() const { return Iterator(this + span_); }

 private:
  friend struct JsonHandler;

  std::string_view name_;
  Content content_;
  std::size_t span_ = 1;  ///< how many values this is, those in it included
};

/// Names and texts lie in the text that was parsed, which must outlive this; those with escapes lie here.
class JsonBody {
 public:
  /// More are refused: a body of a megabyte may hold half a million, which would take 60 MB. A body of that
  /// size as Teams writes them, with long ids and names, has half of these.
  static constexpr std::size_t values_max = 50'000;

  JsonBody() = default;
  JsonBody(const JsonBody&) = delete;
  JsonBody& operator=(const JsonBody&) = delete;

  /// Parses an object; once. nullptr on failure: then `error` gets one sentence. Half surrogate pairs become
  /// U+FFFD.
  const JsonValue* parse(std::string_view text, std::size_t depth_max, std::string& error);

 private:
  friend struct JsonHandler;

  /// As many values as a usual body has: it costs no allocation where this lies on the stack.
  static constexpr std::size_t usual_values = 96;
  alignas(JsonValue) std::array<std::byte, usual_values * sizeof(JsonValue)> memory_;
  std::pmr::monotonic_buffer_resource storage_{memory_.data(), memory_.size()};
  std::pmr::vector<JsonValue> values_{&storage_};
  std::string unescaped_;
  std::string mended_;
};

}  // namespace bot::activity
