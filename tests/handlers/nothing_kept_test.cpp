// What people write is not kept: every byte of the data file is searched for it.
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

std::string reply(tests::Conversation& conversation, const std::string& text) {
  auto turn = conversation.turn(handlers::TurnKind::message);
  turn.text = text;
  return conversation.send(turn).replies.at(0).text;
}

/// The data file and its write-ahead log, as they lie on the disk.
std::string bytes_of(const tests::Conversation& conversation) {
  std::string bytes;
  for (const auto* ending : {"", "-wal"}) {
    auto file = conversation.database_file();
    file += ending;
    std::ifstream stream(file, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(stream), {});
  }
  return bytes;
}

}  // namespace

TEST_CASE("privacy: no personal number and no word of a message is in the data file") {
  tests::Conversation conversation;
  for (const auto* text : {
           "hvem har husdyrgodkendelser? Min nabo Zebulon har cpr 010190-1234",
           "010190-1234 har klaget over rotter, hvem ringer jeg til? Xylofonfabrikken",
           "0101901234 Kvindemosevej",
           "er Karen sygemeldt? Hun har vist hjertekvababbelse",
           "hvad fejler Karen? Snurretopsyge?",
           "hvem har flyvedrager og trylledrikke?",
           "why is Karen away? hippopotamus fever?",
           "who has the quetzalcoatlus permits?",
           "hvad er hendes nummer, din wombatnisse",
           "tak for hjælpen, grammofonven",
       }) {
    reply(conversation, text);
  }
  const auto bytes = bytes_of(conversation);
  REQUIRE(bytes.find("Husdyrgodkendelser") != std::string::npos);  // the search itself works
  REQUIRE(bytes.find("question_log") != std::string::npos);
  for (const auto* word :
       {"010190", "0101901234", "Zebulon", "Xylofon", "Kvindemose", "kvababbelse", "Snurretop", "flyvedrager",
        "trylledrik", "hippopotamus", "quetzal", "wombat", "grammofon"}) {
    INFO(word);
    CHECK(bytes.find(word) == std::string::npos);
  }
}

TEST_CASE("privacy: a number leads to a warning in either language and never comes back") {
  tests::Conversation conversation;
  const auto danish = reply(conversation, "hvem har rotter? 010190-1234");
  CHECK(danish.rfind("Skriv ikke CPR-numre til mig.", 0) == 0);
  CHECK(danish.find("010190") == std::string::npos);
  const auto english = reply(conversation, "who handles aktindsigt? the citizen is 010190-1234");
  CHECK(english.find("CPR") != std::string::npos);
  CHECK(english.find("010190") == std::string::npos);
}

TEST_CASE("privacy: private and health questions are refused in one line in Danish") {
  tests::Conversation conversation;
  const auto text =
      GENERATE(as<std::string>{}, "er Karen sygemeldt?", "er Søren blevet syg", "hvorfor er Søren væk?",
               "hvad fejler Karen?", "hvad tjener Karen", "hvor gammel er Emil?", "hvor bor Nadia?",
               "hvad er Mads' private mobil?", "er Karen gravid?", "hvor meget får Karen i løn?",
               "diagnose på Karen", "hjemmeadressen til Pia Holm");
  INFO(text);
  const auto answer = reply(conversation, text);
  INFO(answer);
  CHECK(answer.rfind("Private forhold og årsager til fravær fortæller jeg ikke om.", 0) == 0);
  CHECK(answer.find("29. marts") == std::string::npos);
}

TEST_CASE("privacy: private and health questions are refused in one line in English") {
  tests::Conversation conversation;
  const auto text =
      GENERATE(as<std::string>{}, "is Karen sick?", "is Søren on sick leave?", "why is Søren away?",
               "how much does Karen earn?", "how old is Emil?", "where does Nadia live?",
               "what is Karen's salary?", "Karen's private number please", "is Karen pregnant?",
               "the home address of Pia Holm", "has Karen been fired?", "why is Karen off?");
  INFO(text);
  const auto answer = reply(conversation, text);
  INFO(answer);
  CHECK(answer.rfind("I do not tell", 0) == 0);
  CHECK(answer.find("29 March") == std::string::npos);
}
