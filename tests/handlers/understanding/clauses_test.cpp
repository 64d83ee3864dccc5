// Which clause asks, and what it asks about: what is told beside it are circumstances.
#include "handlers/understanding/clauses.hpp"

#include "tests/support/handlers/spoken_message.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using handlers::understanding::clauses_in;
using handlers::understanding::Message;
using handlers::understanding::Stretch;
using store::Spoken;
using tests::message_of;

namespace {

std::string text_of(const Message& message, Stretch part) {
  return std::string(message.between(part.first, part.end - 1));
}

}  // namespace

TEST_CASE("clauses: the one that asks, and what is told beside it") {
  const auto [text, spoken, asking, told, names_matter] =
      GENERATE(table<std::string, Spoken, std::string, std::string, bool>({
          {"min chef er syg, hvem godkender så min ferie", Spoken::danish, "hvem godkender så min ferie",
           "min chef er syg", true},
          {"jeg har købt hus og skal flytte, kan du sige mig hvem der har folkeregisteret", Spoken::danish,
           "kan du sige mig hvem der har folkeregisteret", "jeg har købt hus og skal flytte", true},
          {"det er for dårligt at ingen kan svare på hvem der har gadelygterne", Spoken::danish,
           "hvem der har gadelygterne", "det er for dårligt at ingen kan svare på", true},
          {"fakturaen er ikke betalt, hvem betaler", Spoken::danish, "hvem betaler",
           "fakturaen er ikke betalt", false},
          {"der ligger en død ræv på vejen, hvem henter den", Spoken::danish, "hvem henter den",
           "der ligger en død ræv på vejen", false},
          {"jeg er gravid hvem skal jeg snakke med", Spoken::danish, "hvem skal jeg snakke med",
           "jeg er gravid", false},
          {"hvem har styr på printerne, det er fjerde gang at skærmen går i sort", Spoken::danish,
           "hvem har styr på printerne", "det er fjerde gang at skærmen går i sort", true},
          {"hvem ringer jeg til hvis serveren er nede", Spoken::danish, "hvem ringer jeg til",
           "hvis serveren er nede", false},
          {"hvor afleverer jeg en gammel cykel så andre kan få glæde af den", Spoken::danish,
           "hvor afleverer jeg en gammel cykel", "så andre kan få glæde af den", true},
          {"vi har fået en ansøgning, hvor skal den hen", Spoken::danish, "hvor skal den hen",
           "vi har fået en ansøgning", false},
          {"my kid is moving school, who do I talk to", Spoken::english, "who do I talk to",
           "my kid is moving school", false},
          {"our neighbour burns plastic, who can stop him", Spoken::english, "who can stop him",
           "our neighbour burns plastic", false},
          {"jeg har mistet min nøglebrik, hvem gør jeg opmærksom på det", Spoken::danish,
           "hvem gør jeg opmærksom på det", "jeg har mistet min nøglebrik", false},
          {"printeren er død, hvem skal jeg orientere", Spoken::danish, "hvem skal jeg orientere",
           "printeren er død", false},
          {"jeg fik et afslag, hvem kan hjælpe med en klage", Spoken::danish, "hvem kan hjælpe med en klage",
           "jeg fik et afslag", true},
          {"there are rats behind the school, who should I notify", Spoken::english, "who should I notify",
           "there are rats behind the school", false},
          {"I have a citizen who wants a new roof who do I call about permits", Spoken::english,
           "who do I call about permits", "I have a citizen who wants a new roof", true},
          {"they are having a concert in june, who coordinates the permits", Spoken::english,
           "who coordinates the permits", "they are having a concert in june", false},
      }));
  INFO(text);
  const auto message = message_of(text, spoken);
  const auto clauses = clauses_in(message, {0, message.words.size()});
  REQUIRE(clauses);
  CHECK(text_of(message, clauses->asking) == asking);
  CHECK(text_of(message, clauses->told) == told);
  CHECK(clauses->names_matter == names_matter);
}

TEST_CASE("clauses: a message of one clause, or with nothing told beside it, has none") {
  const auto [text, spoken] = GENERATE(table<std::string, Spoken>({
      {"hvem har snerydning, saltning og grusning", Spoken::danish},
      {"hej, kan du fortælle mig, hvem der har rotter", Spoken::danish},
      {"hvem har de veje, der er private", Spoken::danish},
      {"hvem har rotter, hvem har vejskilte", Spoken::danish},
      {"rotter i kælderen", Spoken::danish},
      {"I am looking for the person who handles permits", Spoken::english},
      {"who handles parking, please, it is urgent", Spoken::english},
  }));
  INFO(text);
  const auto message = message_of(text, spoken);
  CHECK_FALSE(clauses_in(message, {0, message.words.size()}));
}

TEST_CASE("clauses: somebody's story is no topic; what there is, and what somebody asks about, is") {
  const auto [text, story] = GENERATE(table<std::string, bool>({
      {"jeg har brækket benet, hvem melder jeg det til", true},
      {"min kone er indlagt, hvem ringer jeg til", true},
      {"sekretæren er gået hjem, hvem ringer jeg til", true},
      {"der er rotter i kælderen, hvem ringer jeg til", false},
      {"hvem taler man med, hvis det er rotter", false},
      {"hvornår får far en plads på plejehjemmet? hvem kan svare", false},
      {"rotter i min kælder, hvem ringer jeg til", false},
      {"min nabo vil gerne vide noget om rotter, hvem ringer jeg til", false},
      {"jeg har en borger der spørger til rotter, hvem tager det", false},
  }));
  INFO(text);
  const auto message = message_of(text, Spoken::danish);
  const auto clauses = clauses_in(message, {0, message.words.size()});
  REQUIRE(clauses);
  CHECK(clauses->told_of_somebody == story);
}

TEST_CASE("clauses: whether a clause does nothing but ask whom to tell") {
  const auto [text, only_tells, about_all_of_us] = GENERATE(table<std::string, bool, bool>({
      {"min skærm er sort, hvem siger jeg det til", true, false},
      {"min skærm er sort, hvem skal jeg informere om det", true, false},
      {"min skærm er sort, hvem henter den", false, false},
      {"vi er lige flyttet hertil, hvem fortæller os om kommunen", false, true},
      {"vi er lige flyttet hertil, hvem i kommunen siger jeg det til", true, false},
  }));
  INFO(text);
  const auto message = message_of(text, Spoken::danish);
  const auto clauses = clauses_in(message, {0, message.words.size()});
  REQUIRE(clauses);
  CHECK(clauses->only_tells == only_tells);
  CHECK(clauses->about_all_of_us == about_all_of_us);
}
