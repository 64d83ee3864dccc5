#include "handlers/json_writer.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdio>
#include <utility>

namespace handlers {

namespace {

/// Bytes that a JSON string holds as they are, and that need no look at their neighbours.
constexpr auto stands_for_itself = [] {
  std::array<bool, 256> result{};
  for (unsigned byte = 0x20; byte < 0x7f; ++byte) result[byte] = byte != '"' && byte != '\\';
  return result;
}();

}  // namespace

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  append_escaped(text);
  out_ += '"';
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  separate();
  const auto hundredths = static_cast<long>(number * 100 + 0.5);
  out_ += std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) {
    out_ += hundredths % 100 < 10 ? ".0" : ".";
    out_ += std::to_string(hundredths % 10 == 0 ? hundredths % 100 / 10 : hundredths % 100);
  }
  comma_ = true;
  return *this;
}

std::string JsonWriter::take() {
  comma_ = false;
  return std::exchange(out_, {});
}

void JsonWriter::separate() {
  if (comma_) {
    out_ += ',';
  }
}

void JsonWriter::append_escaped(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto plain = at;
    while (at < text.size() && stands_for_itself[static_cast<unsigned char>(text[at])]) ++at;
    out_.append(text, plain, at - plain);
    if (at < text.size()) at += append_special(text.substr(at));
  }
}

std::size_t JsonWriter::append_special(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte == '"' || byte == '\\') {
    out_ += '\\';
    out_ += text.front();
    return 1;
  }
  if (byte == '\n') {
    out_ += "\\n";
    return 1;
  }
  if (byte < 0x80) {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", byte);
    out_ += code;
    return 1;
  }
  utf8proc_int32_t character = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
  if (length <= 0) {
    out_ += "\xEF\xBF\xBD";
    return 1;
  }
  out_.append(text, 0, static_cast<std::size_t>(length));
  return static_cast<std::size_t>(length);
}

}  // namespace handlers
