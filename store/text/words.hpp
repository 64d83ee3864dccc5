#pragma once
// The words of a text in the spelling of the index.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// Splits texts into words. A word is a run of letters and digits, folded (store/text/fold.hpp) and kept with
/// one byte a letter: æ, ø and å are their Latin-1 bytes, so that a mistyped letter is one changed byte and
/// the stemmer's Latin-1 rules apply. Letters of other alphabets keep their UTF-8 bytes. Reuse one object for
/// many texts; not thread-safe.
class Words {
 public:
  /// Replaces the words by those of this text.
  void read(std::string_view text);

  std::size_t size() const { return spans_.size(); }
  std::string_view operator[](std::size_t i) const {
    return std::string_view(letters_).substr(spans_[i].begin, spans_[i].end - spans_[i].begin);
  }
  /// True if a comma or another mark that ends a phrase stands before the word.
  bool after_mark(std::size_t i) const { return spans_[i].after_mark; }
  /// True if a hyphen joins it to its neighbour: "p-plads", "it-drift".
  bool hyphenated(std::size_t i) const { return spans_[i].hyphenated; }

 private:
  struct Span {
    std::uint32_t begin;
    std::uint32_t end;
    bool after_mark;
    bool hyphenated;
  };
  std::string folded_;  // working memory
  std::string letters_;
  std::vector<Span> spans_;
};

/// One word or joined words, folded, in the index's spelling; everything that is no letter or digit is left
/// out.
std::string letters_of(std::string_view text);

/// The way back to UTF-8, for people and for `explain`.
std::string to_utf8(std::string_view letters);

}  // namespace store
