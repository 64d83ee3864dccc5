#include "handlers/json_writer.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace handlers {

namespace {

// A card has two to four thousand bytes.
constexpr std::size_t first_room = 2048;
constexpr std::size_t block = 16;

/// True for a byte that a JSON string holds as it is and that needs no look at its neighbours.
constexpr bool stands_for_itself(char byte) {
  return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

/// The same for a whole block; without a branch, so that the compiler takes all bytes at once.
bool stands_for_itself(const char* bytes) {
  bool all = true;
  for (std::size_t i = 0; i < block; ++i) all &= stands_for_itself(bytes[i]);
  return all;
}

/// The length of the character at the start of the text, or 0 if that is no UTF-8.
std::size_t character_length(std::string_view text) {
  utf8proc_int32_t character = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
  return length <= 0 ? 0 : static_cast<std::size_t>(length);
}

}  // namespace

JsonWriter& JsonWriter::begin_object() {
  separate();
  put('{');
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  put('}');
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  put('[');
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  put(']');
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  // Half of a card are names: room is made once for all of it.
  if (name.size() + 4 > out_.size() - written_) {
    make_room(name.size() + 4);
  }
  char* at = out_.data() + written_;
  if (comma_) {
    *at++ = ',';
  }
  *at++ = '"';
  at += name.copy(at, name.size());
  *at++ = '"';
  *at++ = ':';
  written_ = static_cast<std::size_t>(at - out_.data());
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  put('"');
  put_escaped(text);
  put('"');
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  put(json);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  const auto hundredths = static_cast<long>(number * 100 + 0.5);
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) {
    text += hundredths % 100 < 10 ? ".0" : ".";
    text += std::to_string(hundredths % 10 == 0 ? hundredths % 100 / 10 : hundredths % 100);
  }
  return raw(text);
}

std::string JsonWriter::take() {
  comma_ = false;
  out_.resize(std::exchange(written_, 0));
  return std::exchange(out_, {});
}

void JsonWriter::separate() {
  if (comma_) {
    put(',');
  }
}

void JsonWriter::put(char byte) {
  if (written_ == out_.size()) {
    make_room(1);
  }
  out_[written_++] = byte;
}

void JsonWriter::put(std::string_view bytes) {
  if (bytes.size() > out_.size() - written_) {
    make_room(bytes.size());
  }
  bytes.copy(out_.data() + written_, bytes.size());
  written_ += bytes.size();
}

void JsonWriter::make_room(std::size_t bytes) {
  out_.resize(std::max(first_room, 2 * written_ + bytes));
}

void JsonWriter::put_escaped(std::string_view text) {
  std::size_t put_until = 0;  // what stands for itself is put together with what follows it
  for (std::size_t at = 0; at < text.size();) {
    while (text.size() - at >= block && stands_for_itself(text.data() + at)) at += block;
    while (at < text.size() && stands_for_itself(text[at])) ++at;
    if (at == text.size()) {
      break;
    }
    const bool ascii = (text[at] & 0x80) == 0;
    const auto length = ascii ? 0 : character_length(text.substr(at));
    if (length == 0) {
      put(text.substr(put_until, at - put_until));
      put_escape(text[at]);
      put_until = at + 1;
    }
    at += std::max<std::size_t>(length, 1);
  }
  put(text.substr(put_until));
}

/// The byte that cannot stand for itself, in other words.
void JsonWriter::put_escape(char byte) {
  if (byte == '"' || byte == '\\') {
    put('\\');
    put(byte);
  } else if (byte == '\n') {
    put("\\n");
  } else if ((byte & 0x80) != 0) {
    put("\xEF\xBF\xBD");
  } else {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(byte));
    put(code);
  }
}

}  // namespace handlers
