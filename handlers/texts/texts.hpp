#pragma once
// The sentences that users read, by key, in each language. The files da.json and en.json are part of the
// program.
#include "handlers/language.hpp"

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace handlers {

/// The sentences of one language. Immutable; const access is thread-safe.
class Texts {
 public:
  using Slot = std::pair<std::string_view, std::string_view>;  ///< name and what stands there

  /// `json`: an object of sentences with slots ("{name} is away") and lists of words. Throws std::logic_error
  /// if it is not.
  Texts(Language, std::string_view json);

  /// Those of the program, read once.
  static const Texts& in(Language);

  Language language() const { return language_; }

  /// The sentence with its slots filled. Throws std::logic_error if the key is unknown or a slot gets
  /// nothing.
  std::string say(std::string_view key, std::initializer_list<Slot> slots = {}) const;

  /// A list of words. Throws std::logic_error if the key is unknown.
  const std::vector<std::string>& list(std::string_view key) const;

 private:
  struct Piece {
    std::string text;
    bool slot = false;  ///< `text` is the name of a slot
  };
  static std::vector<Piece> split(std::string_view sentence);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  template <class Value>
  using ByKey = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  Language language_;
  ByKey<std::vector<Piece>> sentences_;
  ByKey<std::vector<std::string>> lists_;
};

}  // namespace handlers
