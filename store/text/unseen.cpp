#include "store/text/unseen.hpp"

namespace store {

std::size_t unseen_at(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const unsigned second = byte(1), third = byte(2);
  switch (byte(0)) {
    case 0xC2:  // the controls of Latin 1, and the soft hyphen
      return (second >= 0x80 && second <= 0x9F) || second == 0xAD ? 2 : 0;
    case 0xD8:  // U+061C, the Arabic letter mark
      return second == 0x9C ? 2 : 0;
    case 0xE2:
      if (second == 0x80)  // U+200B, U+200E, U+200F, U+202A to U+202E
        return third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE) ? 3 : 0;
      return second == 0x81 && third >= 0xA0 && third <= 0xAF ? 3 : 0;  // U+2060 to U+206F
    case 0xEF:                                                          // U+FEFF, the byte order mark
      return second == 0xBB && third == 0xBF ? 3 : 0;
    default:
      return 0;
  }
}

std::string without_unseen(std::string_view text) {
  std::string seen;
  seen.reserve(text.size());
  while (!text.empty()) {
    if (const std::size_t width = unseen_at(text); width != 0) {
      text.remove_prefix(width);
    } else {
      seen += text.front();
      text.remove_prefix(1);
    }
  }
  return seen;
}

}  // namespace store
