#pragma once
// Numbers for words, to look them up by.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace store {

/// The number that stands in these bytes, in the order of this machine.
template <class Number>
Number read_number(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

/// A hash of the letters, all bits of it good; eight letters at a time, so short words cost a few steps. It
/// differs between machines.
inline std::uint64_t hash_of_word(std::string_view letters) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = letters.size() * factor;
  const auto mix = [&hash](std::uint64_t more) {
    hash = (hash ^ more) * factor;
    hash ^= hash >> 32;
  };
  const char* const begin = letters.data();
  const char* const end = begin + letters.size();
  if (letters.size() >= 8) {
    for (const char* at = begin; at + 8 < end; at += 8) mix(read_number<std::uint64_t>(at));
    mix(read_number<std::uint64_t>(end - 8));  // with some of those before
  } else if (letters.size() >= 4) {
    mix(std::uint64_t{read_number<std::uint32_t>(begin)} << 32 | read_number<std::uint32_t>(end - 4));
  } else {
    std::uint64_t few = 0;
    for (const char letter : letters) few = few << 8 | static_cast<unsigned char>(letter);
    mix(few);
  }
  return hash;
}

}  // namespace store
