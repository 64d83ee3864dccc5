#include "store/text/words.hpp"

#include "store/text/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace store {
namespace {

constexpr char ae = '\xE6';
constexpr char oe = '\xF8';
constexpr char aa = '\xE5';

/// How many bytes the next letter (or letters) of a folded text have, and what they are in the index: empty
/// for what is no letter.
struct Letter {
  std::size_t length = 1;
  std::string_view as;
};

constexpr auto is_ascii_letter = [] {
  std::array<bool, 256> is{};
  for (int c = 'a'; c <= 'z'; ++c) is[c] = true;
  for (int c = '0'; c <= '9'; ++c) is[c] = true;
  return is;
}();

/// As many letters as stand in a row: what is said of the first holds for all.
Letter ascii_letters(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_ascii_letter[static_cast<unsigned char>(text[length])]) ++length;
  return {std::max<std::size_t>(length, 1), text.substr(0, length)};
}

Letter other_letter(std::string_view text) {
  static constexpr char danish[] = {ae, oe, aa};
  if (text.size() >= 2 && text[0] == '\xC3') {
    if (text[1] == '\xA6') return {2, {danish, 1}};
    if (text[1] == '\xB8') return {2, {danish + 1, 1}};
    if (text[1] == '\xA5') return {2, {danish + 2, 1}};
  }
  utf8proc_int32_t code = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (read <= 0) return {};
  const auto length = static_cast<std::size_t>(read);
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return {length, text.substr(0, length)};
    default:
      return {length, {}};
  }
}

Letter next_letters(std::string_view text) {
  return static_cast<unsigned char>(text.front()) < 0x80 ? ascii_letters(text) : other_letter(text);
}

bool ends_phrase(char mark) {
  return mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == ')' || mark == '/' ||
         mark == '\n';
}

}  // namespace

void Words::read(std::string_view text) {
  letters_.clear();
  spans_.clear();
  const std::string folded = fold(text);
  std::string_view rest = folded;
  bool inside = false;
  bool mark = false;
  bool hyphen = false;  // right behind a letter
  while (!rest.empty()) {
    const Letter letter = next_letters(rest);
    if (letter.as.empty()) {
      hyphen = inside && rest.front() == '-';
      inside = false;
      mark = mark || ends_phrase(rest.front());
    } else {
      const auto at = static_cast<std::uint32_t>(letters_.size());
      if (!inside) {
        if (hyphen) spans_.back().hyphenated = true;
        spans_.push_back({at, at, mark, hyphen});
        hyphen = false;
      }
      letters_ += letter.as;
      spans_.back().end = static_cast<std::uint32_t>(letters_.size());
      inside = true;
      mark = false;
    }
    rest.remove_prefix(letter.length);
  }
}

std::string letters_of(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  for (std::string_view rest = folded; !rest.empty();) {
    const Letter letter = next_letters(rest);
    out += letter.as;
    rest.remove_prefix(letter.length);
  }
  return out;
}

std::string to_utf8(std::string_view letters) {
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto byte = static_cast<unsigned char>(letters[i]);
    const bool continued =
        i + 1 < letters.size() && (static_cast<unsigned char>(letters[i + 1]) & 0xC0) == 0x80;
    const bool danish = letters[i] == ae || letters[i] == oe || letters[i] == aa;
    if (danish && !continued) {
      out += '\xC3';
      out += static_cast<char>(byte - 0x40);
    } else {
      out += letters[i];
    }
  }
  return out;
}

}  // namespace store
