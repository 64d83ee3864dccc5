#include "handlers/understanding/verb_topic.hpp"

#include "tests/support/handlers/spoken_message.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

namespace {

using namespace handlers::understanding;

Message danish(const std::string& text) {
  Message message = read_message(text);
  read_as(message, store::Spoken::danish);
  return message;
}

Stretch all_of(const Message& message) {
  return {0, message.words.size()};
}

std::string said(const Message& message, const std::optional<Stretch>& part) {
  return part ? std::string(message.between(part->first, part->end - 1)) : "";
}

}  // namespace

TEST_CASE("verb_topic: behind a verb and its subject stands what is asked about") {
  const Message asked = danish("hvor gemmer jeg mailen på sagen");
  CHECK(said(asked, behind_inverted_verb(asked, all_of(asked), {1, 2})) == "mailen på sagen");
  const Message cut = danish("hvor gemmer jeg mailen, og hvem spørger jeg");
  CHECK(said(cut, behind_inverted_verb(cut, all_of(cut), {1, 2})) == "mailen");
  const Message nothing = danish("hvor gemmer jeg den");
  CHECK_FALSE(behind_inverted_verb(nothing, all_of(nothing), {1, 2}));
  const Message noun = danish("hvem har rotter på sagen");
  CHECK_FALSE(behind_inverted_verb(noun, all_of(noun), {2, 3}));
}

TEST_CASE("verb_topic: a particle makes another verb of one that asks") {
  const Message parted = danish("hvordan siger jeg en medarbejder op");
  CHECK(said(parted, verb_with_particle(parted, all_of(parted))) == "siger jeg en medarbejder op");
  const Message far = danish("hvordan siger jeg det til en og det og den op");
  CHECK_FALSE(verb_with_particle(far, all_of(far)));
  const Message marked = danish("jeg siger det, op");
  CHECK_FALSE(verb_with_particle(marked, all_of(marked)));
}

TEST_CASE("verb_topic: what stands behind a but belongs to the topic") {
  const Message told = danish("hun får kontanthjælp men arbejder sort");
  CHECK(said(told, with_objection(told, all_of(told), {2, 3})) == "kontanthjælp men arbejder sort");
  const Message asked = danish("hun får kontanthjælp, men hvem har det");
  CHECK_FALSE(with_objection(asked, all_of(asked), {2, 3}));
  const Message nothing = danish("hun får kontanthjælp");
  CHECK_FALSE(with_objection(nothing, all_of(nothing), {2, 3}));
}

TEST_CASE("verb_topic: an English verb behind its subject may be meant as its noun") {
  const Message park = tests::message_of("where can I park", store::Spoken::english);
  CHECK(noun_of_verb(park, {3, 4}) == "parking");
  const Message move = tests::message_of("how do we move", store::Spoken::english);
  CHECK(noun_of_verb(move, {3, 4}) == "moving");
  const Message noun = tests::message_of("who has the park", store::Spoken::english);
  CHECK(noun_of_verb(noun, {3, 4}).empty());
  CHECK(noun_of_verb(danish("hvor kan jeg parkere"), {3, 4}).empty());
}
