#pragma once
// The form in which the situations of config/situations stand in the program: one flat block, made when the
// program is built. It says which words tell of which topic, and how much.
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace store::search::situation_table {

/// A stem, or two that stand side by side, by its hash alone, and the weights that it has. Two that share all
/// 32 bits would be one: of some fifty thousand, one chance in four that there are such two.
struct Feature {
  std::uint32_t hash = 0;  ///< 0: an empty slot
  std::uint32_t first : 22 = 0;
  std::uint32_t count : 10 = 0;
};

/// How much a feature tells of a topic.
struct Weight {
  std::uint16_t topic = 0;
  std::uint16_t worth = 0;  ///< in parts of `whole`
};
inline constexpr float whole = 2048;  // as much as some words that tell well say together

/// The names of a topic: a piece of the text, the most usual first, a line end between them.
struct Topic {
  std::uint32_t at = 0;
  std::uint32_t size : 31 = 0;
  std::uint32_t delicate : 1 = 0;  ///< to be thought of would hurt whom it does not concern
};

/// Begins the table. Behind it lie, without gaps: features (a hash table with open addressing, searched from
/// first_slot()), weights, topics, text.
struct Header {
  std::uint32_t features = 0;
  std::uint32_t weights = 0;
  std::uint32_t topics = 0;
  std::uint32_t text_bytes = 0;
};

inline std::uint32_t first_slot(std::uint32_t hash, std::uint32_t slots) {
  return static_cast<std::uint32_t>(std::uint64_t{hash} * slots >> 32);
}

/// What a text says.
struct Said {
  std::uint32_t hash = 0;
  float share = 1;          ///< less for a part of a word, and for a pair of words
  std::uint32_t word = 0;   ///< which word says it, from 0; the second of a pair
  std::uint32_t first = 0;  ///< of two words side by side: their hashes; of one: 0
  std::uint32_t second = 0;
};

/// True for the hash of a word that stories are told with.
using KnownWord = std::function<bool(std::uint32_t hash)>;

/// Reads the features of texts. Not thread-safe.
class FeatureReader {
 public:
  /// Each once; valid until the next text. A Danish word of two known ones says them, too, and with the word
  /// before it each says a pair. What is undecided is read as Danish.
  std::span<const Said> read(std::string_view text, Spoken, const KnownWord&);

 private:
  void add(const Said&);
  void add_parts(std::string_view stem, std::uint32_t word, const KnownWord&);

  Words words_;
  Stemmer stemmer_;
  std::vector<Said> said_;
};

/// Makes the table of some files (config/situations/README.md). Throws std::invalid_argument for a sentence
/// that stands before the first topic or a topic without a name, std::length_error for more than the table's
/// numbers can say.
std::vector<std::uint32_t> compile(std::span<const std::string_view> files);

}  // namespace store::search::situation_table
