#pragma once
// Making the flat blocks that flat_table.hpp reads, when the program is built.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace store::search {

/// The part before the separator; `text` keeps what is behind it.
inline std::string_view take_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + 1));
  return part;
}

/// Packs values one behind the other, without gaps.
class FlatBlock {
 public:
  template <class Values>
  FlatBlock& put(const Values& values) {
    const std::span each(values);
    static_assert(std::is_trivially_copyable_v<typename decltype(each)::value_type>);
    if (!each.empty()) bytes_.append(reinterpret_cast<const char*>(each.data()), each.size_bytes());
    return *this;
  }

  /// As the numbers that the block is made of; the last one is filled with zeros.
  std::vector<std::uint32_t> words() const {
    std::vector<std::uint32_t> words((bytes_.size() + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t));
    std::memcpy(words.data(), bytes_.data(), bytes_.size());
    return words;
  }

 private:
  std::string bytes_;
};

}  // namespace store::search
