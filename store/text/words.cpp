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

/// How many bytes the next letter of a folded text has, and what it is in the index: empty for what is no
/// letter.
struct Letter {
  std::size_t length = 1;
  std::string_view as;
};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Of folded text: there are no capitals.
bool is_ascii_letter(char c) {
  static constexpr auto letters = [] {
    std::array<bool, 256> all{};
    for (unsigned char letter = 'a'; letter <= 'z'; ++letter) all[letter] = true;
    for (unsigned char digit = '0'; digit <= '9'; ++digit) all[digit] = true;
    return all;
  }();
  return letters[static_cast<unsigned char>(c)];
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

bool ends_phrase(char mark) {
  return mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == ')' || mark == '/' ||
         mark == '\n';
}

}  // namespace

void Words::read(std::string_view text) {
  spans_.clear();
  fold(text, folded_);
  letters_.resize(folded_.size());  // no letter becomes longer
  std::uint32_t size = 0;
  bool inside = false;
  bool mark = false;
  bool hyphen = false;  // right behind a letter
  for (std::size_t at = 0; at < folded_.size();) {
    const bool ascii = is_ascii(folded_[at]);
    const Letter letter = ascii ? Letter{} : other_letter(std::string_view(folded_).substr(at));
    if (ascii ? !is_ascii_letter(folded_[at]) : letter.as.empty()) {
      if (inside) spans_.back().end = size;
      hyphen = inside && folded_[at] == '-';
      inside = false;
      mark = mark || ends_phrase(folded_[at]);
    } else {
      if (!inside) {
        if (hyphen) spans_.back().hyphenated = true;
        spans_.push_back({size, size, mark, hyphen});
        inside = true;
        mark = hyphen = false;
      }
      if (ascii) {
        letters_[size++] = folded_[at];
      } else {
        std::copy(letter.as.begin(), letter.as.end(), letters_.begin() + static_cast<std::ptrdiff_t>(size));
        size += static_cast<std::uint32_t>(letter.as.size());
      }
    }
    at += letter.length;
  }
  if (inside) spans_.back().end = size;
}

std::string letters_of(std::string_view text) {
  std::string letters = fold(text);
  std::size_t size = 0;  // no letter becomes longer, so they are moved to the front
  for (std::size_t at = 0; at < letters.size();) {
    if (is_ascii(letters[at])) {
      if (is_ascii_letter(letters[at])) letters[size++] = letters[at];
      ++at;
      continue;
    }
    const Letter letter = other_letter(std::string_view(letters).substr(at));
    std::copy(letter.as.begin(), letter.as.end(), letters.begin() + static_cast<std::ptrdiff_t>(size));
    size += letter.as.size();
    at += letter.length;
  }
  letters.resize(size);
  return letters;
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
