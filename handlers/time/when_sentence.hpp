#pragma once
// A text about time cut into folded words, numbers and marks. Inner part of date_phrases.
#include "handlers/language.hpp"
#include "handlers/time/date_phrases.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// A word, a run of digits, or one mark.
struct Token {
  enum class Kind { word, number, mark };
  Kind kind = Kind::mark;
  std::string text;  ///< folded (store::fold); of a number its digits
  int value = -1;    ///< of a number of at most four digits
  ByteRange where;
  bool glued = false;  ///< nothing stands between it and the token before
};

/// The beginning of a text as tokens. Positions are counted in tokens; those behind the end are empty marks.
class Sentence {
 public:
  Sentence(std::string_view text, Language);

  std::size_t size() const { return tokens_.size(); }
  const Token& at(std::size_t i) const;
  bool english() const { return language_ == Language::english; }

  bool is(std::size_t i, std::string_view text) const { return !text.empty() && at(i).text == text; }
  bool any(std::size_t i, std::initializer_list<std::string_view> texts) const;
  bool number(std::size_t i) const { return at(i).kind == Token::Kind::number && at(i).value >= 0; }
  bool glued(std::size_t i) const { return at(i).glued; }

  /// The position after a phrase (folded words with spaces between); dots may stand between its words. 0 if
  /// it does not stand at `i`.
  std::size_t after(std::size_t i, std::string_view phrase) const;
  /// The same for the longest of several.
  std::size_t after_any(std::size_t i, std::initializer_list<std::string_view> phrases) const;
  /// The position after an optional phrase: `i` itself if none of them stands there.
  std::size_t skip(std::size_t i, std::initializer_list<std::string_view> phrases) const;

  ByteRange bytes(std::size_t begin, std::size_t end) const;

 private:
  std::vector<Token> tokens_;
  Token none_;
  Language language_;
};

}  // namespace handlers
