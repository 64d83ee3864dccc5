#pragma once
// Words that ask instead of naming a topic.
#include "store/text/function_words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handlers::understanding {

/// What a word does in a question.
enum class WordKind : std::uint8_t {
  topic,     ///< none of the below: it names something
  link,      ///< holds the words of a name together: "af", "til", "of the"
  function,  ///< holds a sentence together
  filler,    ///< greeting, politeness, hurry, time
  asking,    ///< asks for somebody or says what somebody does with a task: "kontakte", "ansvarlig", "handles"
  holding,   ///< "har", "owns": asks for somebody after a word of the next kind only
  who        ///< "hvem", "which"
};

/// What the lists of both languages say of a word in the spelling of the index; looked up once.
class ListedWord {
 public:
  ListedWord() = default;  ///< in none of them
  explicit ListedWord(std::string_view word);

  /// What it does depends on the language of the sentence ("dog", "it").
  WordKind kind(store::Spoken = store::Spoken::undecided) const;

  /// Whether the word is found in texts of the language, as far as the lists of this program know. Both may
  /// be true.
  bool is_danish() const { return use_.holds_danish() || danish_ != WordKind::topic; }
  bool is_english() const { return use_.holds_english() || english_ != WordKind::topic; }

  /// True for a function word of one language that names something in the other.
  bool names_in_one_language() const { return use_.names_in_one_language(); }

 private:
  store::WordUse use_;
  WordKind danish_ = WordKind::topic;
  WordKind english_ = WordKind::topic;
};

/// A verb that says what is done in a task: "udsteder", "approves". It names something, but less than what is
/// behind it.
bool says_what_is_done(std::string_view word);

/// "24", "tre": how many, or which one. It names nothing at the beginning or the end of a topic.
bool is_number(std::string_view word);

/// All words of the lists.
std::vector<std::string> lexicon_words();

}  // namespace handlers::understanding
