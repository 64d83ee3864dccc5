#include "handlers/json_writer.hpp"

#include <utf8proc.h>

#include <cstdio>
#include <utility>

namespace handlers {

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
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\') {
      out_ += '\\';
      out_ += text[at++];
    } else if (byte == '\n') {
      out_ += "\\n";
      ++at;
    } else if (byte < 0x20 || byte == 0x7f) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", byte);
      out_ += code;
      ++at;
    } else if (byte < 0x80) {
      out_ += text[at++];
    } else {
      utf8proc_int32_t character = 0;
      const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                           static_cast<utf8proc_ssize_t>(text.size() - at), &character);
      if (length > 0) {
        out_.append(text, at, static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
      } else {
        out_ += "\xEF\xBF\xBD";
        ++at;
      }
    }
  }
}

}  // namespace handlers
