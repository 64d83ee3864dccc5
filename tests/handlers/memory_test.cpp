#include "handlers/memory.hpp"

#include "store/question_log.hpp"
#include "tests/support/handlers/conversation.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"
#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

using handlers::IntentName;
using handlers::Language;
using handlers::understanding::read_message;

namespace {

handlers::Turn message(const tests::Conversation& conversation, const std::string& text) {
  auto turn = conversation.turn(handlers::TurnKind::message);
  turn.text = text;
  return turn;
}

std::string reply(tests::Conversation& conversation, const std::string& text) {
  return conversation.send(message(conversation, text)).replies.at(0).text;
}

}  // namespace

TEST_CASE("follow-ups: phrases of both languages are known") {
  const store::Finder finder(tests::small_catalogue());
  const auto [text, intent, language] = GENERATE(table<std::string, IntentName, Language>({
      {"og hvem er vikar?", IntentName::who_covers, Language::danish},
      {"hvem er vikaren i dag?", IntentName::who_covers, Language::danish},
      {"Hvem er hendes stedfortræder", IntentName::who_covers, Language::danish},
      {"hvem dækker for ham?", IntentName::who_covers, Language::danish},
      {"hvad er hans nummer", IntentName::tasks_of_person, Language::danish},
      {"hvad er deres telefonnummer?", IntentName::tasks_of_person, Language::danish},
      {"og hendes mail?", IntentName::tasks_of_person, Language::danish},
      {"hvad er mailen?", IntentName::tasks_of_person, Language::danish},
      {"hvordan får jeg fat i hende?", IntentName::tasks_of_person, Language::danish},
      {"hvem er hans leder?", IntentName::leader_of_person, Language::danish},
      {"hvem er hendes nærmeste chef?", IntentName::leader_of_person, Language::danish},
      {"er han på arbejde i dag?", IntentName::availability, Language::danish},
      {"hvornår er hun tilbage?", IntentName::availability, Language::danish},
      {"hvad laver hun ellers?", IntentName::tasks_of_person, Language::danish},
      {"ring til ham i morgen kl 9", IntentName::reminder_set, Language::danish},
      {"mind mig om at ringe til hende i morgen", IntentName::reminder_set, Language::danish},
      {"nej, den anden", IntentName::find_person, Language::danish},
      {"nr. 3", IntentName::find_person, Language::danish},
      {"hvad er hendes private nummer?", IntentName::sensitive_refuse, Language::danish},
      {"who is the stand-in?", IntentName::who_covers, Language::english},
      {"who's her substitute?", IntentName::who_covers, Language::english},
      {"what's her number?", IntentName::tasks_of_person, Language::english},
      {"what is his email address?", IntentName::tasks_of_person, Language::english},
      {"who is their manager?", IntentName::leader_of_person, Language::english},
      {"is she at work today?", IntentName::availability, Language::english},
      {"when is he back?", IntentName::availability, Language::english},
      {"what else does she do?", IntentName::tasks_of_person, Language::english},
      {"call him tomorrow", IntentName::reminder_set, Language::english},
      {"the second one", IntentName::find_person, Language::english},
      {"her home address?", IntentName::sensitive_refuse, Language::english},
  }));
  INFO(text);
  const auto found = handlers::follow_up_in(read_message(text), finder, Language::danish);
  REQUIRE(found);
  CHECK(found->intent.name == intent);
  CHECK(found->language == language);
}

TEST_CASE("follow-ups: a message with a topic of its own is none") {
  const store::Finder finder(tests::small_catalogue());
  const auto text = GENERATE(as<std::string>{}, "hvem har rotter?", "hvem er vikar for Søren?",
                             "hvem er vikar på skoleindskrivning?", "og gylletanke?", "hvad laver Karen?",
                             "hvem er Karens leder?", "er Søren på arbejde?", "byggetilladelser",
                             "hvem har lokalplaner, og hvad er hendes nummer?", "hej", "tak", "",
                             "who handles rats?", "who is Karen's manager?", "vikarer", "hvem har 09.13.01?");
  INFO(text);
  CHECK_FALSE(handlers::follow_up_in(read_message(text), finder, Language::danish));
}

TEST_CASE("follow-ups: a number alone is in the language of the conversation") {
  const store::Finder finder(tests::small_catalogue());
  store::ConversationMemory memory;
  CHECK(handlers::follow_up("2", read_message("2"), memory, finder, Language::danish)->language ==
        Language::danish);
  memory.language = "en";
  CHECK(handlers::follow_up("2", read_message("2"), memory, finder, Language::danish)->language ==
        Language::english);
}

TEST_CASE("memory: questions with a topic get the same answer with and without one") {
  tests::Conversation with;
  const auto text = GENERATE(as<std::string>{}, "hvem har rotter?", "hvem er vikar for Søren?", "gylletanke",
                             "hvad laver Karen?", "who handles BBR?", "hvem har drager?");
  tests::Conversation without;
  reply(with, "hvem har lokalplaner?");
  CHECK(reply(with, text) == reply(without, text));
}

TEST_CASE("memory: what has gone from the catalogue is asked for, not guessed") {
  const tests::SampleCatalogue sample;
  const auto context = sample.context();
  store::ConversationMemory memory;
  memory.tasks = {987654};
  memory.people = {987654};
  memory.task_choices = {987654};
  for (const auto* text : {"hvem er vikar?", "hvad er hendes nummer?", "hvem er hendes leder?"}) {
    const auto found =
        handlers::follow_up(text, read_message(text), memory, sample.finder(), Language::danish);
    REQUIRE(found);
    const auto part = handlers::answer_follow_up(*found, memory, context);
    REQUIRE(part.sections.size() == 1);
    const auto& asked = std::get<handlers::TextSection>(part.sections.front()).lines.front();
    const bool cover = found->intent.name == handlers::IntentName::who_covers;
    CHECK(asked.rfind(cover ? "Hvem eller hvilken opgave" : "Hvem mener du?", 0) == 0);
  }
}

TEST_CASE("memory: after a follow-up and an answer nothing needs a flush") {
  tests::Conversation conversation;
  reply(conversation, "hvem har lokalplaner?");
  CHECK_FALSE(conversation.send(message(conversation, "hvem er hendes leder?")).changed_data);
}

TEST_CASE("question log: what was asked of the catalogue is counted, anything else is not") {
  tests::Conversation conversation;
  reply(conversation, "hvem har lokalplaner?");
  reply(conversation, "hvem har veje");
  reply(conversation, "hvem har drager?");
  reply(conversation, "er Karen på arbejde?");
  reply(conversation, "tak");
  reply(conversation, "hvordan bliver vejret?");
  reply(conversation, "er Karen sygemeldt");
  const auto rows = store::logged_questions(conversation.database());
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].question.intent == "availability");
  CHECK(rows[1].question.outcome == store::QuestionOutcome::choose);
  CHECK(rows[1].question.task == 0);
  CHECK(rows[2].question.outcome == store::QuestionOutcome::none);
  CHECK(rows[3].question.outcome == store::QuestionOutcome::sure);
  CHECK(rows[3].question.task != 0);
  for (const auto& row : rows) CHECK(row.question.day == tests::frozen_today());
}

TEST_CASE("question log: with a policy of 0 days nothing is counted") {
  tests::Conversation conversation;
  conversation.policy.question_log_days = 0;
  reply(conversation, "hvem har lokalplaner?");
  CHECK(store::logged_questions(conversation.database()).empty());
}
