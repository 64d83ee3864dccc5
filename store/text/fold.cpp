#include "store/text/fold.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace store {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Latin letters U+00C0 to U+00FF without case and accent; nullptr where the general way has to decide.
constexpr const char* latin[64] = {
    "a", "a", "a", "a", "æ", "å", "æ", "c",     "e", "e", "e", "e", "i", "i", "i", "i",   // À-Ï
    "ð", "n", "o", "o", "o", "o", "ø", nullptr, "ø", "u", "u", "u", "u", "y", "þ", "ss",  // Ð-ß
    "a", "a", "a", "a", "æ", "å", "æ", "c",     "e", "e", "e", "e", "i", "i", "i", "i",   // à-ï
    "ð", "n", "o", "o", "o", "o", "ø", nullptr, "ø", "u", "u", "u", "u", "y", "þ", "y"};  // ð-ÿ

/// ASCII without case.
constexpr auto ascii = [] {
  std::array<char, 128> folded{};
  for (std::size_t i = 0; i < folded.size(); ++i)
    folded[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
  return folded;
}();

/// The one letter for which these two stand: aa, ae and oe; nullptr for any others.
const char* joined(char before, char letter) {
  if (letter == 'a') return before == 'a' ? "å" : nullptr;
  if (letter == 'e') return before == 'a' ? "æ" : before == 'o' ? "ø" : nullptr;
  return nullptr;
}

/// Writes a folded letter behind the others, joined with the last of them if it has to be. Returns the new
/// end.
char* put(char letter, const char* begin, char* end) {
  *end = letter;
  if (letter != 'a' && letter != 'e') return end + 1;  // nearly all
  if (const char* one = end == begin ? nullptr : joined(end[-1], letter)) {
    end[-1] = one[0];  // both have two bytes
    *end = one[1];
  }
  return end + 1;
}

void put(std::string_view letters, std::string& out) {
  for (const char letter : letters) {
    out += '\0';
    put(letter, out.data(), out.data() + out.size() - 1);
  }
}

/// ASCII and the Latin letters of Western Europe, where nothing has to be composed. False if there is
/// anything else.
bool fold_latin(std::string_view text, std::string& out) {
  out.resize(text.size());  // nothing takes more bytes than it had
  char* const begin = out.data();
  char* end = begin;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      end = put(ascii[byte], begin, end);
      continue;
    }
    if (byte != 0xC3 || i + 1 >= text.size()) return false;
    const auto next = static_cast<unsigned char>(text[++i]);
    if (next < 0x80 || next > 0xBF || latin[next - 0x80] == nullptr) return false;
    for (const char* letter = latin[next - 0x80]; *letter != '\0'; ++letter) end = put(*letter, begin, end);
  }
  out.resize(static_cast<std::size_t>(end - begin));
  return true;
}

std::string with_valid_bytes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = -1;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (length <= 0) {
      out += replacement;
      ++at;
    } else {
      out.append(text.substr(at, static_cast<std::size_t>(length)));
      at += static_cast<std::size_t>(length);
    }
  }
  return out;
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
  return length < 0 ? std::string(replacement)
                    : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// Everything else: compose, then take the accents off every letter but the Danish ones.
std::string fold_unicode(std::string_view text) {
  const std::string composed =
      map(with_valid_bytes(text),
          UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::string out;
  out.reserve(composed.size());
  for (std::size_t at = 0; at < composed.size();) {
    utf8proc_int32_t code = -1;
    const auto length = static_cast<std::size_t>(
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(composed.data()) + at,
                         static_cast<utf8proc_ssize_t>(composed.size() - at), &code));
    const std::string_view letter = std::string_view(composed).substr(at, length);
    at += length;
    if (code < 0x80) {
      put(letter.substr(0, 1), out);
    } else if (code >= 0xC0 && code <= 0xFF && latin[code - 0xC0] != nullptr) {
      put(latin[code - 0xC0], out);
    } else {
      put(map(letter, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), out);
    }
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  if (fold_latin(text, out)) return out;
  return fold_unicode(text);
}

}  // namespace store
