#include "handlers/json_writer.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <utility>

namespace handlers {

namespace {

// Most cards have no more bytes.
constexpr std::size_t first_room = 3000;
constexpr std::ptrdiff_t block = 8;

/// True for a byte that a JSON string holds as it is and that needs no look at its neighbours.
constexpr bool stands_for_itself(char byte) {
  return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

/// The highest bits of those bytes of a block that may not stand for themselves. The first one is right: what
/// a byte takes from the next makes a difference behind it only.
std::uint64_t odd_bytes(const char* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x8080808080808080;
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, block);
  const auto is = [&](char wanted) {
    const auto rest = all ^ ones * static_cast<unsigned char>(wanted);
    return (rest - ones) & ~rest;
  };
  const auto small = (all - ones * 0x20) & ~all;
  return (all | (all + ones) | small | is('"') | is('\\')) & tops;
}

/// The length of the character at the start of the text beyond ASCII; 0 if that is none, or no UTF-8.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return 0;
  // Two bytes: what most languages of Europe need.
  if (first >= 0xC2 && first <= 0xDF) return text.size() > 1 && (text[1] & 0xC0) == 0x80 ? 2 : 0;
  utf8proc_int32_t character = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
  return length <= 0 ? 0 : static_cast<std::size_t>(length);
}

}  // namespace

JsonWriter::JsonWriter(std::size_t room) : out_(room, '\0') {}

JsonWriter& JsonWriter::key(std::string_view name) {
  // Half of a card are names: room is made once for all of it.
  char* at = room_for(name.size() + 4);
  if (comma_) *at++ = ',';
  *at++ = '"';
  at += name.copy(at, name.size());
  *at++ = '"';
  *at++ = ':';
  written_until(at);
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  char* at = room_for(text.size() + 3);
  if (comma_) *at++ = ',';
  *at++ = '"';
  at = put_escaped(text, at);
  *at++ = '"';
  written_until(at);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::member(std::string_view name, Literal content) {
  char* at = room_for(name.size() + content.text().size() + 6);
  if (comma_) *at++ = ',';
  *at++ = '"';
  at += name.copy(at, name.size());
  *at++ = '"';
  *at++ = ':';
  *at++ = '"';
  at += content.text().copy(at, content.text().size());
  *at++ = '"';
  written_until(at);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  if (comma_) put(',');
  put(json);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::again(std::size_t from, std::size_t to) {
  char* at = room_for(to - from + 1);
  if (out_[from] == ',') ++from;  // it was not the first there, and may be the first here
  if (comma_) *at++ = ',';
  at += std::string_view(out_).substr(from, to - from).copy(at, to - from);
  written_until(at);
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

void JsonWriter::put(std::string_view bytes) {
  char* at = room_for(bytes.size());
  written_until(at + bytes.copy(at, bytes.size()));
}

void JsonWriter::make_room(std::size_t bytes) {
  out_.resize(std::max(first_room, 2 * written_ + bytes));
}

/// Writes from `at` on, where there is room for the text and a quote, and returns where it ends; there is
/// room for the quote still.
char* JsonWriter::put_escaped(std::string_view text, char* at) {
  static_assert(std::endian::native == std::endian::little, "the first byte has the lowest bits");
  const char* next = text.data();
  const char* const end = next + text.size();
  while (next != end) {
    if (end - next >= block) {
      std::memcpy(at, next, block);
      const auto odd = odd_bytes(next);
      const auto plain = odd == 0 ? block : std::countr_zero(odd) / 8;
      at += plain;
      next += plain;
      if (odd == 0) continue;
    } else if (stands_for_itself(*next)) {
      *at++ = *next++;
      continue;
    }
    const auto length = character_length({next, static_cast<std::size_t>(end - next)});
    if (length > 0) {
      at = std::copy_n(next, length, at);
      next += length;
      continue;
    }
    written_until(at);
    put_escape(*next++);
    at = room_for(static_cast<std::size_t>(end - next) + 1);
  }
  return at;
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
