#pragma once
// Reading the flat blocks that are made when the program is built.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace store::search {

/// An embedded file as the numbers that it is made of.
inline std::span<const std::uint32_t> words_of(std::string_view bytes) {
  return {reinterpret_cast<const std::uint32_t*>(bytes.data()), bytes.size() / sizeof(std::uint32_t)};
}

/// Takes `count` values from the front of a table.
template <class Value>
std::span<const Value> take(std::span<const std::uint32_t>& table, std::size_t count) {
  static_assert(sizeof(Value) % sizeof(std::uint32_t) == 0 && alignof(Value) <= alignof(std::uint32_t));
  const std::size_t words = count * sizeof(Value) / sizeof(std::uint32_t);
  assert(words <= table.size());
  const auto* first = reinterpret_cast<const Value*>(table.data());
  table = table.subspan(words);
  return {first, count};
}

/// The text at the end of a table.
inline std::string_view rest_as_text(std::span<const std::uint32_t> table, std::size_t bytes) {
  assert(table.size_bytes() >= bytes);
  return {reinterpret_cast<const char*>(table.data()), bytes};
}

}  // namespace store::search
