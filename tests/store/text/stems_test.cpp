#include "store/text/stems.hpp"

#include "store/text/words.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

std::string stem(std::string_view word) {
  store::Stemmer stemmer;
  return store::to_utf8(stemmer.danish(store::letters_of(word)));
}

}  // namespace

TEST_CASE("stems: the forms of a Danish word have one stem") {
  CHECK(stem("byggetilladelserne") == stem("byggetilladelse"));
  CHECK(stem("godkendelsen") == stem("godkendelser"));
  CHECK(stem("tilskuddene") == stem("tilskud"));
  CHECK(stem("virksomheder") == stem("virksomheden"));
  CHECK(stem("vejene") == stem("vej"));
  CHECK(stem("boligerne") == stem("bolig"));
}

TEST_CASE("stems: the neuter of an adjective is no other word") {
  CHECK(stem("grønt") == stem("grønne"));
  CHECK(stem("kommunalt") == stem("kommunale"));
  CHECK(stem("socialt") == stem("social"));
  CHECK(stem("administrativt") == stem("administrative"));
  CHECK(stem("asfalt") == "asfalt");
  CHECK(stem("salt") == "salt");
  CHECK(stem("byggefelt") == "byggefelt");
}

TEST_CASE("stems: -itet is no article") {
  CHECK(stem("aktivitet") == stem("aktiviteter"));
  CHECK(stem("faciliteterne") == stem("facilitet"));
  CHECK(stem("universitetet") == stem("universiteter"));
}

TEST_CASE("stems: -lig and -ig make other words") {
  CHECK(stem("vejrlig") != stem("vejret"));
  CHECK(stem("årlig") != stem("år"));
}

TEST_CASE("stems: words that change their vowel know each other") {
  CHECK(store::other_number("barn") == store::letters_of("børn"));
  CHECK(store::other_number(store::letters_of("bøg")) == "bog");
  CHECK(store::other_number("vej").empty());
}

TEST_CASE("stems: English") {
  store::Stemmer stemmer;
  CHECK(stemmer.english("permits") == "permit");
}

TEST_CASE("stems: endings are those that are taken off") {
  CHECK(store::is_danish_ending(""));
  CHECK(store::is_danish_ending("erne"));
  CHECK_FALSE(store::is_danish_ending("plan"));
}

TEST_CASE("stems: what was asked for before makes no difference") {
  const std::string words = "snerydningerne for boligerne i afdelingen med 16 bogstaver og flere";
  store::Stemmer used;
  for (int again = 0; again < 2; ++again) {
    for (std::size_t begin = 0; begin < words.size(); begin += 7) {
      for (std::size_t end = begin; end <= words.size(); ++end) {
        const auto word = std::string_view(words).substr(begin, end - begin);
        store::Stemmer fresh;
        REQUIRE(used.danish(word) == fresh.danish(word));
        REQUIRE(used.danish(used.danish(word)) == fresh.danish(std::string(fresh.danish(word))));
      }
    }
  }
}
