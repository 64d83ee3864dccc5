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

/// aa, ae and oe are one letter: the two bytes that stand for both; nullptr if they are two.
const char* joined(char before, char letter) {
  if (letter == 'a') return before == 'a' ? "å" : nullptr;
  if (letter == 'e') return before == 'a' ? "æ" : before == 'o' ? "ø" : nullptr;
  return nullptr;
}

/// Writes folded text where there is room for as many bytes as were read.
class Writer {
 public:
  explicit Writer(char* begin) : begin_(begin), at_(begin) {}

  void put(char letter) {
    if ((letter == 'a' || letter == 'e') && at_ != begin_) {
      if (const char* const both = joined(at_[-1], letter); both != nullptr) {
        at_[-1] = both[0];
        letter = both[1];
      }
    }
    *at_++ = letter;
  }
  void put(std::string_view letters) {
    for (const char letter : letters) put(letter);
  }
  std::size_t size() const { return static_cast<std::size_t>(at_ - begin_); }

 private:
  char* begin_;
  char* at_;
};

/// ASCII and the Latin letters of Western Europe, where nothing has to be composed. False if there is
/// anything else.
bool fold_latin(std::string_view text, std::string& out) {
  out.resize(text.size());
  static constexpr auto small = [] {
    std::array<char, 0x80> letters{};
    for (std::size_t i = 0; i < letters.size(); ++i)
      letters[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return letters;
  }();
  Writer writer(out.data());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      writer.put(small[byte]);
      continue;
    }
    if (byte != 0xC3 || i + 1 >= text.size()) return false;
    const auto next = static_cast<unsigned char>(text[++i]);
    if (next < 0x80 || next > 0xBF || latin[next - 0x80] == nullptr) return false;
    writer.put(latin[next - 0x80]);
  }
  out.resize(writer.size());
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
  std::string plain;
  plain.reserve(composed.size());
  for (std::size_t at = 0; at < composed.size();) {
    utf8proc_int32_t code = -1;
    const auto length = static_cast<std::size_t>(
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(composed.data()) + at,
                         static_cast<utf8proc_ssize_t>(composed.size() - at), &code));
    const std::string_view letter = std::string_view(composed).substr(at, length);
    at += length;
    if (code < 0x80) {
      plain += letter;
    } else if (code >= 0xC0 && code <= 0xFF && latin[code - 0xC0] != nullptr) {
      plain += latin[code - 0xC0];
    } else {
      plain += map(letter, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
    }
  }
  std::string out(plain.size(), '\0');
  Writer writer(out.data());
  writer.put(plain);
  out.resize(writer.size());
  return out;
}

}  // namespace

void fold(std::string_view text, std::string& out) {
  if (!fold_latin(text, out)) out = fold_unicode(text);
}

std::string fold(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

}  // namespace store
