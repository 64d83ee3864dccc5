#include "bot/activity/json_reader.hpp"

#include "bot/activity/activity.hpp"

#include <algorithm>

namespace bot::activity {
namespace {

using nlohmann::json;

/// Counted before parsing: a parsed tree costs many times its text.
bool deeper_than(std::string_view body, int depth_max) {
  // Nearly every activity has fewer brackets than it may be deep: a count that the compiler vectorises.
  const auto opens = std::count_if(body.begin(), body.end(), [](char c) { return c == '{' || c == '['; });
  if (opens <= depth_max) return false;
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > depth_max) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

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

const char* kind_name(const json& value) {
  if (value.is_string()) return "text";
  if (value.is_number()) return "number";
  if (value.is_boolean()) return "true or false";
  if (value.is_array()) return "array";
  return "object";
}

}  // namespace

json parse_body(std::string_view body, int depth_max, std::string& error) {
  if (deeper_than(body, depth_max)) {
    error = "the body is nested too deeply";
    return nullptr;
  }
  json root = json::parse(body, nullptr, false);
  if (root.is_discarded()) root = json::parse(without_lone_surrogates(body), nullptr, false);
  if (root.is_discarded()) {
    error = "the body is not valid JSON in UTF-8";
    return nullptr;
  }
  if (!root.is_object()) {
    error = "the body is not a JSON object";
    return nullptr;
  }
  return root;
}

const json* Reader::member(const json& object, const char* key) const {
  if (!error_.empty()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string Reader::text(const json& object, std::string_view path, const char* key) {
  const json* value = member(object, key);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  fail_type(path, key, "text", *value);
  return {};
}

std::string Reader::id(const json& object, std::string_view path, const char* key) {
  std::string value = text(object, path, key);
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  if (value.size() > id_bytes_max) {
    fail(std::string(path) + key, "longer than " + std::to_string(id_bytes_max) + " bytes");
  } else if (std::any_of(value.begin(), value.end(), is_control)) {
    fail(std::string(path) + key, "control characters are not allowed");
  }
  return value;
}

bool Reader::flag(const json& object, std::string_view path, const char* key) {
  const json* value = member(object, key);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  fail_type(path, key, "true or false", *value);
  return false;
}

const json* Reader::object(const json& object, std::string_view path, const char* key) {
  const json* value = member(object, key);
  if (value == nullptr || value->is_object()) return value;
  fail_type(path, key, "object", *value);
  return nullptr;
}

const json* Reader::array(const json& object, std::string_view path, const char* key) {
  const json* value = member(object, key);
  if (value == nullptr || value->is_array()) return value;
  fail_type(path, key, "array", *value);
  return nullptr;
}

void Reader::fail(std::string_view place, std::string_view reason) {
  if (error_.empty()) error_ = std::string(place) + ": " + std::string(reason);
}

void Reader::fail_type(std::string_view path, const char* key, const char* expected, const json& found) {
  fail(std::string(path) + key, std::string(expected) + " expected, " + kind_name(found) + " found");
}

}  // namespace bot::activity
