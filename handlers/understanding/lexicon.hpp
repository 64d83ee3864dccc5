#pragma once
// Words that ask instead of naming a topic.
#include "handlers/language.hpp"

#include <cstdint>
#include <string_view>

namespace handlers::understanding {

/// What a word can be beside a topic.
enum class WordKind : std::uint8_t {
  topic,     ///< none of the below: it names something
  function,  ///< holds the sentence together
  frame      ///< asking, answering, greeting, working with, being responsible, time, politeness
};

/// `word` in the spelling of the index.
WordKind kind_of(std::string_view word);

/// How many of the words are typical of each language; 0 if they don't tell.
int danish_evidence(std::string_view word);
int english_evidence(std::string_view word);

}  // namespace handlers::understanding
