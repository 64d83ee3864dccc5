#pragma once
// Statements that share a list of columns. For store/*.cpp only.
#include <array>
#include <cstddef>

namespace store::detail {

/// Two pieces of SQL as one constant, for Query(connection, joined.data()).
template <std::size_t A, std::size_t B>
constexpr std::array<char, A + B - 1> sql(const char (&first)[A], const char (&second)[B]) {
  std::array<char, A + B - 1> joined{};
  for (std::size_t i = 0; i + 1 < A; ++i) joined[i] = first[i];
  for (std::size_t i = 0; i < B; ++i) joined[A - 1 + i] = second[i];
  return joined;
}

}  // namespace store::detail
