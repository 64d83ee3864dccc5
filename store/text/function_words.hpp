#pragma once
#include <string_view>

namespace store {

/// True for the words that hold a sentence together and name nothing ("af", "til", "the"), in the index's
/// spelling (store/text/words.hpp). They carry no weight in a question and none in a title.
bool is_danish_function_word(std::string_view word);
bool is_english_function_word(std::string_view word);
bool is_function_word(std::string_view word);

}  // namespace store
