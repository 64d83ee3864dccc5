#include "store/text/function_words.hpp"

#include <catch2/catch.hpp>

using store::is_function_word;
using store::Spoken;

TEST_CASE("function words: a word of one language may name something in the other") {
  CHECK(is_function_word("dog", Spoken::danish));
  CHECK_FALSE(is_function_word("dog", Spoken::english));
  CHECK(is_function_word("it", Spoken::english));
  CHECK_FALSE(is_function_word("it", Spoken::danish));
  CHECK_FALSE(is_function_word("it"));
  CHECK(is_function_word("dog"));
}

TEST_CASE("function words: small words of both languages name nothing in either") {
  for (const Spoken spoken : {Spoken::undecided, Spoken::danish, Spoken::english}) {
    CHECK(is_function_word("og", spoken));
    CHECK(is_function_word("the", spoken));
    CHECK(is_function_word("v", spoken));
    CHECK_FALSE(is_function_word("9", spoken));
    CHECK_FALSE(is_function_word("vej", spoken));
  }
}
