#include "bot/activity/json_reader.hpp"

#include "bot/activity/activity.hpp"

#include <boost/json/parse.hpp>

namespace bot::activity {
namespace {

namespace json = boost::json;

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

const char* kind_name(const json::value& value) {
  if (value.is_string()) return "text";
  if (value.is_number()) return "number";
  if (value.is_bool()) return "true or false";
  if (value.is_array()) return "array";
  return "object";
}

}  // namespace

json::value parse_body(std::string_view body, std::size_t depth_max, std::string& error,
                       json::storage_ptr storage) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (body.starts_with(byte_order_mark)) body.remove_prefix(byte_order_mark.size());
  json::parse_options options;
  options.max_depth = depth_max;
  json::error_code failure;
  json::value root = json::parse(body, failure, storage, options);
  if (failure && failure != json::error::too_deep)
    root = json::parse(without_lone_surrogates(body), failure, storage, options);
  if (failure == json::error::too_deep) {
    error = "the body is nested too deeply";
  } else if (failure) {
    error = "the body is not valid JSON in UTF-8";
  } else if (!root.is_object()) {
    error = "the body is not a JSON object";
    root = nullptr;
  }
  return root;
}

const json::value* Reader::member(const Object& object, const char* key) const {
  if (!error_.empty()) return nullptr;
  const json::value* found = object.if_contains(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

std::string Reader::text(const Object& object, std::string_view path, const char* key) {
  const json::value* value = member(object, key);
  if (value == nullptr) return {};
  if (const json::string* text = value->if_string()) return std::string(*text);
  fail_type(path, key, "text", *value);
  return {};
}

std::string Reader::id(const Object& object, std::string_view path, const char* key) {
  std::string value = text(object, path, key);
  bool controls = false;  // all are looked at: without a way out many are at once
  for (const char c : value) controls |= (c >= 0 && c < ' ') || c == '\x7f';
  if (value.size() > id_bytes_max) {
    fail(std::string(path) + key, "longer than " + std::to_string(id_bytes_max) + " bytes");
  } else if (controls) {
    fail(std::string(path) + key, "control characters are not allowed");
  }
  return value;
}

bool Reader::flag(const Object& object, std::string_view path, const char* key) {
  const json::value* value = member(object, key);
  if (value == nullptr) return false;
  if (const bool* flag = value->if_bool()) return *flag;
  fail_type(path, key, "true or false", *value);
  return false;
}

const json::object* Reader::object(const Object& object, std::string_view path, const char* key) {
  const json::value* value = member(object, key);
  const json::object* found = value == nullptr ? nullptr : value->if_object();
  if (value != nullptr && found == nullptr) fail_type(path, key, "object", *value);
  return found;
}

const json::array* Reader::array(const Object& object, std::string_view path, const char* key) {
  const json::value* value = member(object, key);
  const json::array* found = value == nullptr ? nullptr : value->if_array();
  if (value != nullptr && found == nullptr) fail_type(path, key, "array", *value);
  return found;
}

void Reader::fail(std::string_view place, std::string_view reason) {
  if (error_.empty()) error_ = std::string(place) + ": " + std::string(reason);
}

void Reader::fail_type(std::string_view path, const char* key, const char* expected,
                       const json::value& found) {
  fail(std::string(path) + key, std::string(expected) + " expected, " + kind_name(found) + " found");
}

}  // namespace bot::activity
