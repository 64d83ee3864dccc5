#pragma once
#include <string_view>

namespace store {

/// True for the words that hold a sentence together and name nothing ("af", "til", "the"), Danish and
/// English, in the index's spelling. They carry no weight in a question and none in a title.
bool is_function_word(std::string_view word);

}  // namespace store
