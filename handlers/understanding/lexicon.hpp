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

/// `word` in the spelling of the index; what it does depends on the language of the sentence ("dog", "it").
WordKind kind_of(std::string_view word, store::Spoken = store::Spoken::undecided);

/// A verb that says what is done in a task: "udsteder", "approves". It names something, but less than what is
/// behind it.
bool says_what_is_done(std::string_view word);

/// Whether the word is found in texts of the language, as far as the lists of this program know. Both may be
/// true.
bool is_danish(std::string_view word);
bool is_english(std::string_view word);

/// All words of the lists.
std::vector<std::string> lexicon_words();

}  // namespace handlers::understanding
