#pragma once
#include <cstdint>
#include <string_view>

namespace store {

/// The language of a question, as far as its words tell it.
enum class Spoken : std::uint8_t { undecided, danish, english };

/// True for the words that hold a sentence together and name nothing ("af", "til", "the"), in the index's
/// spelling (store/text/words.hpp). They carry no weight in a question and none in a title.
bool is_danish_function_word(std::string_view word);
bool is_english_function_word(std::string_view word);

/// The same for a sentence of the language, which may hold words of the other one. A word that names
/// something in the language of the sentence is none: "it" in Danish, "dog" in English. What is undecided
/// counts as Danish, like the titles of the catalogue.
bool is_function_word(std::string_view word, Spoken = Spoken::undecided);

/// True for the words that hold a sentence of one language together and name something in the other.
bool names_in_one_language(std::string_view word);

/// What the functions above tell of a word, looked up once.
class WordUse {
 public:
  WordUse() = default;  ///< of no word
  explicit WordUse(std::string_view word);
  bool holds_danish() const;
  bool holds_english() const;
  bool is_function_word(Spoken) const;
  bool names_in_one_language() const;

 private:
  std::uint8_t known_ = 0;
  bool letter_ = false;  // "m.v."
};

}  // namespace store
