#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace {

std::vector<std::string> words_of(std::string_view text) {
  store::Words words;
  words.read(text);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < words.size(); ++i) all.push_back(store::to_utf8(words[i]));
  return all;
}

}  // namespace

TEST_CASE("words: letters and digits make words, everything else is between them") {
  CHECK(words_of("Pas og kørekort (2 stk.)") ==
        std::vector<std::string>{"pas", "og", "kørekort", "2", "stk"});
  CHECK(words_of("MED-sekretariat, 09.13.01") ==
        std::vector<std::string>{"med", "sekretariat", "09", "13", "01"});
  CHECK(words_of("\xF0\x9F\x98\x80 rotter\xF0\x9F\x98\x80") == std::vector<std::string>{"rotter"});
  CHECK(words_of("Ελλάδα Київ") == std::vector<std::string>{"ελλαδα", "киів"});
  CHECK(words_of(std::string_view("a\0b", 3)) == std::vector<std::string>{"a", "b"});
  CHECK(words_of("\xFF\xFE").empty());
}

TEST_CASE("words: Danish letters are one byte, however they were typed") {
  CHECK(store::letters_of("Æblegrød").size() == 8);
  CHECK(store::letters_of("aeblegroed") == store::letters_of("Æblegrød"));
  CHECK(store::to_utf8(store::letters_of("åbøgæ")) == "åbøgæ");
}

TEST_CASE("words: a mark that ends a phrase is remembered") {
  store::Words words;
  words.read("veje, private og stier");
  CHECK_FALSE(words.after_mark(0));
  CHECK(words.after_mark(1));
  CHECK_FALSE(words.after_mark(2));
}
