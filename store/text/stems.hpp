#pragma once
// What a word is without its endings.
#include <array>
#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace store {

/// Danish and English stems (Snowball, by libstemmer) of words in the index's spelling
/// (store/text/words.hpp). Not thread-safe: one object a thread.
class Stemmer {
 public:
  Stemmer();

  /// The stem; the view lives until the next call for the same language, and no longer than the word.
  /// Danish: Snowball, but -ig and -lig stay, because they make other words. The beginnings of a word cost
  /// little when they are asked for again.
  std::string_view danish(std::string_view word);
  std::string_view english(std::string_view word);

 private:
  struct Delete {
    void operator()(sb_stemmer*) const;
  };
  struct Stemmed {
    std::string word;
    std::string stem;
  };
  std::string_view make_danish(std::string_view word);

  std::unique_ptr<sb_stemmer, Delete> danish_;
  std::unique_ptr<sb_stemmer, Delete> english_;
  std::array<Stemmed, 32> latest_;  // Danish, by the length of the word
};

/// The stem of the other number where Danish changes the vowel (barn - børn, bog - bøger); empty if there is
/// none.
std::string_view other_number(std::string_view danish_stem);

/// True if the letters are an ending that the Danish stemmer takes off ("en", "erne", "elserne"); also for no
/// letters.
bool is_danish_ending(std::string_view letters);

}  // namespace store
