// Words that share but a short stem: the vowel is long in one and short in the other.
#include "store/search/vowel_lengths.hpp"

#include <catch2/catch.hpp>

using store::search::are_other_words;
using store::search::Form;
using store::search::form_of;
using store::search::is_verb_only;
using store::search::may_be_other_words;

TEST_CASE("vowel lengths: a consonant is doubled behind a short vowel") {
  CHECK(form_of("bane", "ban") == Form::in_e);
  CHECK(form_of("banerne", "ban") == Form::long_);
  CHECK(form_of("banner", "ban") == Form::doubled);
  CHECK(form_of("tallet", "tal") == Form::doubled);
  CHECK(form_of("tal", "tal") == Form::plain);
  CHECK(form_of("veje", "vej") == Form::plain);            // a j is never doubled
  CHECK(form_of("kontrollen", "kontrol") == Form::plain);  // long words seldom share a stem
}

TEST_CASE("vowel lengths: which forms are of one word") {
  CHECK(are_other_words(Form::in_e, Form::doubled));
  CHECK(are_other_words(Form::doubled, Form::long_));
  CHECK_FALSE(are_other_words(Form::in_e, Form::long_));
  CHECK_FALSE(are_other_words(Form::plain, Form::doubled));
  CHECK_FALSE(are_other_words(Form::plain, Form::long_));
  CHECK(may_be_other_words(Form::plain, Form::in_e));
  CHECK_FALSE(may_be_other_words(Form::in_e, Form::plain));
}

TEST_CASE("vowel lengths: forms that only a verb has") {
  CHECK(is_verb_only("fyres", "fyr"));
  CHECK(is_verb_only("fyrede", "fyr"));
  CHECK_FALSE(is_verb_only("fyret", "fyr"));
  CHECK_FALSE(is_verb_only("fyr", "fyr"));
  CHECK_FALSE(is_verb_only("kontrolles", "kontrol"));
}
