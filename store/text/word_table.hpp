#pragma once
// Some hundred words, each with a value.
#include "store/text/word_hash.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace store {

/// Words with values, for questions that are asked of every word that somebody types: most of those are none
/// of the table's, which their first letter and their length tell. Const access is thread-safe.
template <class Value>
class WordTable {
 public:
  /// The value of the word, which is added if it is not there.
  Value& operator[](std::string_view word) {
    if (!word.empty()) lengths_[first_of(word)] |= length_of(word);
    return words_[std::string(word)];
  }
  /// Null if the word is not there.
  const Value* find(std::string_view word) const {
    if (word.empty() || (lengths_[first_of(word)] & length_of(word)) == 0) return nullptr;
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return static_cast<std::size_t>(hash_of_word(word));
    }
  };
  static std::size_t first_of(std::string_view word) { return static_cast<unsigned char>(word.front()); }
  static std::uint32_t length_of(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  std::unordered_map<std::string, Value, Hash, std::equal_to<>> words_;
  std::array<std::uint32_t, 256> lengths_{};  // by first letter: a bit for each length; the last: or longer
};

}  // namespace store
