#pragma once
// What somebody wrote, taken apart into words that know where they stood.
#include "handlers/understanding/lexicon.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handlers::understanding {

/// How much of a message is looked at, in bytes. Longer ones are cut there: a question fits, a pasted
/// document need not be read to its end, and no input costs more than a millisecond or two.
inline constexpr std::size_t most_bytes = 2000;

struct MessageWord {
  std::size_t begin = 0;  ///< in Message::text
  std::size_t end = 0;
  std::string letters;      ///< folded, in the spelling of the index (store/text/words.hpp)
  bool after_mark = false;  ///< a comma, full stop, dash, ... stands before it
  bool after_stop = false;  ///< a mark that ends more than a comma does
  bool hyphenated = false;  ///< joined with its neighbour: "it-drift"
  WordKind kind = WordKind::topic;
  bool corrected = false;  ///< typed with one slip of the word that `letters` has (slips.hpp)
  ListedWord listed{};     ///< what is known of `letters`

  /// Goes on as another word.
  void read_as(std::string_view other) {
    letters = other;
    listed = ListedWord(letters);
  }
};

/// Words from `first` to before `end`.
struct Stretch {
  std::size_t first = 0;
  std::size_t end = 0;
};

struct Message {
  std::string text;
  std::vector<MessageWord> words;
  store::Spoken spoken = store::Spoken::undecided;  ///< what the kinds of the words were read in

  /// The text from one word to another, both included.
  std::string_view between(std::size_t first, std::size_t last) const {
    return std::string_view(text).substr(words[first].begin, words[last].end - words[first].begin);
  }
};

/// Any bytes are welcome. Mark-up like <at>...</at> and link targets are left out.
Message read_message(std::string_view text);

/// Reads the kinds of the words again, as words of that language.
void read_as(Message&, store::Spoken);

}  // namespace handlers::understanding
