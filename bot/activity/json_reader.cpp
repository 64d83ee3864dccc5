#include "bot/activity/json_reader.hpp"

#include "bot/activity/activity.hpp"

#include <variant>

namespace bot::activity {
namespace {

std::string_view kind_name(const JsonValue& value) {
  if (value.if_text() != nullptr) return "text";
  if (std::holds_alternative<bool>(value.content())) return "true or false";
  if (value.is_array()) return "array";
  return value.is_object() ? "object" : "number";
}

}  // namespace

const JsonValue* Reader::member(const JsonValue& object, std::string_view key) const {
  if (!error_.empty()) return nullptr;
  const JsonValue* found = object.find(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

std::string Reader::text(const JsonValue& object, std::string_view path, std::string_view key) {
  const JsonValue* value = member(object, key);
  if (value == nullptr) return {};
  if (const std::string_view* text = value->if_text()) return std::string(*text);
  fail_type(path, key, "text", *value);
  return {};
}

std::string Reader::id(const JsonValue& object, std::string_view path, std::string_view key) {
  std::string value = text(object, path, key);
  bool controls = false;  // all are looked at: without a way out many are at once
  for (const char c : value) controls |= (c >= 0 && c < ' ') || c == '\x7f';
  if (value.size() > id_bytes_max) {
    fail(std::string(path) + std::string(key), "longer than " + std::to_string(id_bytes_max) + " bytes");
  } else if (controls) {
    fail(std::string(path) + std::string(key), "control characters are not allowed");
  }
  return value;
}

bool Reader::flag(const JsonValue& object, std::string_view path, std::string_view key) {
  const JsonValue* value = member(object, key);
  if (value == nullptr) return false;
  if (const bool* flag = std::get_if<bool>(&value->content())) return *flag;
  fail_type(path, key, "true or false", *value);
  return false;
}

const JsonValue* Reader::object(const JsonValue& object, std::string_view path, std::string_view key) {
  const JsonValue* value = member(object, key);
  if (value == nullptr || value->is_object()) return value;
  fail_type(path, key, "object", *value);
  return nullptr;
}

const JsonValue* Reader::array(const JsonValue& object, std::string_view path, std::string_view key) {
  const JsonValue* value = member(object, key);
  if (value == nullptr || value->is_array()) return value;
  fail_type(path, key, "array", *value);
  return nullptr;
}

void Reader::fail(std::string_view place, std::string_view reason) {
  if (error_.empty()) error_ = std::string(place) + ": " + std::string(reason);
}

void Reader::fail_type(std::string_view path, std::string_view key, std::string_view expected,
                       const JsonValue& found) {
  fail(std::string(path) + std::string(key),
       std::string(expected) + " expected, " + std::string(kind_name(found)) + " found");
}

}  // namespace bot::activity
