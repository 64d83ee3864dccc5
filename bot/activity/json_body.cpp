#include "bot/activity/json_body.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <functional>
#include <limits>
#include <utility>

namespace bot::activity {

namespace json = boost::json;

/// Takes what Boost's parser finds.
struct JsonHandler {
  using View = json::string_view;
  using Error = json::error_code;

  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

  JsonBody& body;
  std::string_view text;
  std::string_view name = {};  ///< of the value that comes next
  std::size_t open = 0;        ///< the innermost object or array that has not ended

  bool add(JsonValue::Content content, Error& error) {
    if (body.values_.size() == JsonBody::values_max) {
      error = json::error::array_too_large;
      return false;
    }
    body.values_.emplace_back(std::exchange(name, {}), content);
    return true;
  }

  /// Until it ends, its span is the place of the one around it.
  bool begin(JsonValue::Content content, Error& error) {
    if (!add(content, error)) return false;
    const std::size_t place = body.values_.size() - 1;
    body.values_[place].span_ = std::exchange(open, place);
    return true;
  }

  bool end() {
    JsonValue& ended = body.values_[open];
    const std::size_t around = std::exchange(ended.span_, body.values_.size() - open);
    open = around;
    return true;
  }

  bool keep(View part) {
    body.unescaped_.reserve(text.size());  // all that has escapes is shorter without: it never moves
    body.unescaped_.append(part.data(), part.size());
    return true;
  }

  /// The whole, of which `last` is the last part.
  std::string_view whole(View last, std::size_t size) {
    const bool in_text = std::less_equal<>()(text.data(), last.data()) &&
                         std::less<>()(last.data(), text.data() + text.size());
    if (last.size() == size && in_text) return {last.data(), size};
    keep(last);
    return std::string_view(body.unescaped_).substr(body.unescaped_.size() - size);
  }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error& error) { return begin(JsonValue::Object(), error); }
  bool on_object_end(std::size_t, Error&) { return end(); }
  bool on_array_begin(Error& error) { return begin(JsonValue::Array(), error); }
  bool on_array_end(std::size_t, Error&) { return end(); }
  bool on_key_part(View part, std::size_t, Error&) { return keep(part); }
  bool on_key(View last, std::size_t size, Error&) {
    name = whole(last, size);
    return true;
  }
  bool on_string_part(View part, std::size_t, Error&) { return keep(part); }
  bool on_string(View last, std::size_t size, Error& error) { return add(whole(last, size), error); }
  bool on_number_part(View, Error&) { return true; }
  bool on_int64(std::int64_t number, View, Error& error) { return add(number, error); }
  bool on_uint64(std::uint64_t number, View, Error& error) { return add(number, error); }
  bool on_double(double number, View, Error& error) { return add(number, error); }
  bool on_bool(bool flag, Error& error) { return add(flag, error); }
  bool on_null(Error& error) { return add(JsonValue::Null(), error); }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }
};

namespace {

/// The four hex digits after "\u" at `at`, or -1.
int escape_at(std::string_view body, std::size_t at) {
  if (at + 6 > body.size() || body[at] != '\\' || body[at + 1] != 'u') return -1;
  int value = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const char c = body[i];
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + (c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + (lower - 'a' + 10);
    } else {
      return -1;
    }
  }
  return value;
}

/// A client that cuts a text in the middle of an emoji escapes half of a surrogate pair, which is no Unicode.
std::string without_lone_surrogates(std::string_view body) {
  std::string fixed;
  fixed.reserve(body.size());
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      fixed += body[i++];
      continue;
    }
    const int value = escape_at(body, i);
    const int next = escape_at(body, i + 6);
    const bool high = value >= 0xD800 && value <= 0xDBFF;
    const bool low = value >= 0xDC00 && value <= 0xDFFF;
    std::size_t length = value < 0 ? 2 : 6;
    if (high && next >= 0xDC00 && next <= 0xDFFF) {
      length = 12;
      fixed += body.substr(i, length);
    } else if (high || low) {
      fixed += "\\ufffd";
    } else {
      fixed += body.substr(i, length);
    }
    i += length;
  }
  return fixed;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  if (!is_object()) return nullptr;
  const JsonValue* found = nullptr;
  for (const JsonValue& member : *this)
    if (member.name_ == name) found = &member;
  return found;
}

const JsonValue* JsonBody::parse(std::string_view text, std::size_t depth_max, std::string& error) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  json::parse_options options;
  options.max_depth = depth_max;
  const auto read = [&](std::string_view all) {
    values_.clear();
    values_.reserve(usual_values);
    unescaped_.clear();
    json::basic_parser<JsonHandler> parser(options, JsonHandler{*this, all});
    json::error_code failure;
    const std::size_t used = parser.write_some(false, all.data(), all.size(), failure);
    if (!failure && used < all.size()) failure = json::error::extra_data;
    return failure;
  };
  json::error_code failure = read(text);
  if (failure && failure != json::error::too_deep && failure != json::error::array_too_large) {
    mended_ = without_lone_surrogates(text);
    failure = read(mended_);
  }
  if (failure == json::error::too_deep) {
    error = "the body is nested too deeply";
  } else if (failure == json::error::array_too_large) {
    error = "the body holds too many values";
  } else if (failure) {
    error = "the body is not valid JSON in UTF-8";
  } else if (!values_.front().is_object()) {
    error = "the body is not a JSON object";
  } else {
    return &values_.front();
  }
  return nullptr;
}

}  // namespace bot::activity
