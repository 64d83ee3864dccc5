#include "handlers/understanding/understand.hpp"

#include "tests/support/handlers/sample_municipality.hpp"
#include "tests/support/questions.hpp"
#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

using handlers::Language;
using handlers::understand;

namespace {

struct Fixture {
  store::Finder finder{tests::small_catalogue()};

  handlers::Understanding read(std::string_view text) const {
    return understand(text, finder, Language::danish);
  }

  std::vector<std::string> names(std::string_view text) const {
    std::vector<std::string> all;
    for (const auto& intent : read(text).intents) all.emplace_back(to_string(intent.name));
    return all;
  }

  /// Title of the best task for the first topic of the text; empty if there is none.
  std::string best(std::string_view text) const {
    const auto understanding = read(text);
    if (understanding.intents.front().name != handlers::IntentName::find_person) return "";
    const auto found = finder.find(understanding.intents.front().slot("task"));
    return found.hits.empty() ? "" : std::string(finder.catalogue().task(found.hits.front().task).title);
  }
};

std::string with_topic(std::string_view frame, std::string_view topic) {
  std::string text(frame);
  text.replace(text.find("{k}"), 3, topic);
  return text;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "understand: the topic is found in every way of asking") {
  for (const auto& task : tests::small_catalogue_tasks()) {
    for (const auto frame : tests::danish_frames) {
      const std::string text = with_topic(frame, task.title);
      CAPTURE(text);
      CHECK(best(text) == task.title);
      CHECK(read(text).language == Language::danish);
    }
    for (const auto frame : tests::english_frames) {
      const std::string text = with_topic(frame, task.title);
      CAPTURE(text);
      CHECK(best(text) == task.title);
      CHECK(understand(text, finder, Language::english).language == Language::english);
    }
  }
}

TEST_CASE_METHOD(Fixture, "understand: questions that no colleague has get no answer") {
  int answered = 0;
  for (const auto question : tests::other_questions) {
    const std::string task = best(question);
    if (!task.empty()) WARN(question << " -> " << task);
    answered += task.empty() ? 0 : 1;
  }
  CHECK(answered * 20 <= static_cast<int>(std::size(tests::other_questions)));
}

TEST_CASE_METHOD(Fixture, "understand: small words around the topic change nothing") {
  const auto before = GENERATE("", "hej! ", "Hej, det haster lidt. ", "undskyld jeg forstyrrer, ",
                               "\xF0\x9F\x98\x80 ", "<at>Opgavebot</at> ");
  const auto after =
      GENERATE("", "?", " tak", " :-)", ", det haster lidt", "\n\nVenlig hilsen", " \xF0\x9F\x99\x8F");
  const std::string text = std::string(before) + "hvem har rottebekæmpelse" + after;
  CAPTURE(text);
  CHECK(best(text) == "Rottebekæmpelse");
}

TEST_CASE_METHOD(Fixture, "understand: topics with 'og' stay whole, two topics are two") {
  CHECK(read("hvem har pas og kørekort?").intents.front().slots.size() == 1);
  CHECK(read("hvem tager sig af indkøb og udbud").intents.front().slots.size() == 1);
  const auto two = read("hvem har husdyrgodkendelser og gylletanke?").intents;
  REQUIRE(two.size() == 1);
  REQUIRE(two.front().slots.size() == 2);
  CHECK(two.front().slots[0].value == "husdyrgodkendelser");
  CHECK(two.front().slots[1].value == "gylletanke");
  CHECK(names("hvem har lokalplaner, og kan du minde mig om at ringe til hende i morgen") ==
        Names{"find_person", "reminder_set"});
}

TEST_CASE("understand: words of asking that belong to the topic, and those that don't") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Pleje og vedligeholdelse af parker"});
  builder.add_task({.id = 2, .title = "Vedligeholdelse af veje"});
  builder.add_task({.id = 3, .title = "Hygiejniske forhold", .keywords = "luksustelte"});
  builder.add_task({.id = 4, .title = "Fravær fra skole", .keywords = "lignende"});
  const store::Finder finder(builder.build());
  const auto [text, topic] = GENERATE(table<const char*, const char*>({
      {"hvem har pleje og vedligeholdelse af parker?", "pleje og vedligeholdelse af parker"},
      {"ved du hvem der har med hygiejniske forhold at gøre?", "hygiejniske forhold"},
      {"hvem tager sig af KL medlemskab hos os", "KL medlemskab"},
      {"hvem har brandsyn i små luksustelte el.lign?", "brandsyn i små luksustelte el.lign"},
  }));
  CAPTURE(text);
  CHECK(understand(text, finder, Language::danish).intents.front().slot("task") == topic);
}

TEST_CASE_METHOD(Fixture, "understand: what is wanted of the answer") {
  CHECK(read("der er set rotter ved skolen, hvem ringer man til?").intents.front().slot("want") == "phone");
  CHECK(read("hvem skal jeg maile om lokalplaner").intents.front().slot("want") == "mail");
  CHECK(read("hvem har ikke længere lokalplaner").intents.front().slot("negated") == "yes");
  CHECK(read("hvem har 09.13.01?").intents.front().slot("kle") == "09.13.01");
  CHECK(read("09.17").intents.front().slot("kle") == "09.17");
}

TEST_CASE_METHOD(Fixture, "understand: people") {
  const auto [text, name, person] = GENERATE(table<const char*, const char*, const char*>({
      {"Hvilke opgaver har Mette?", "tasks_of_person", "Mette"},
      {"hvad laver Åase", "tasks_of_person", "Aase Ørum"},
      {"what does Karen do?", "tasks_of_person", "Karen Vestergaard"},
      {"Mads Thorup", "tasks_of_person", "Mads Thorup"},
      {"er Karen på arbejde i dag?", "availability", "Karen Vestergaard"},
      {"is Karen in today", "availability", "Karen Vestergaard"},
      {"hvem er vikar for Søren", "who_covers", "Søren Lykkegaard"},
      {"who is standing in for Soren this week", "who_covers", "Søren Lykkegaard"},
      {"hvem er Karens leder", "leader_of_person", "Karen Vestergaard"},
      {"hvem er Birthe Noers medarbejdere", "people_of_leader", "Birthe Noer"},
      {"hvad er Mads' private mobil", "sensitive_refuse", "Mads Thorup"},
      {"er Karen sygemeldt", "sensitive_refuse", "Karen Vestergaard"},
  }));
  CAPTURE(text);
  const auto intents = read(text).intents;
  REQUIRE(intents.size() == 1);
  CHECK(to_string(intents.front().name) == name);
  CHECK(intents.front().slot("person") == person);
}

TEST_CASE_METHOD(Fixture, "understand: everything else that people say") {
  const auto [text, name] = GENERATE(table<const char*, const char*>({
      {"hvem er leder af Plan og Byg", "leader_of_unit"},
      {"vis mine netværk", "my_networks"},
      {"hvem sidder i juranetværket", "network_members"},
      {"meld mig ind i klimanetværket", "network_join"},
      {"meld mig ud af kommunikationsnetværket", "network_leave"},
      {"opret et netværk for nye ledere", "network_create"},
      {"luk projektledernetværket", "network_close"},
      {"hvornår er næste møde i juranetværket", "gathering_info"},
      {"opret plenum for juranetværket torsdag kl 13", "gathering_create"},
      {"flyt mødet til fredag", "gathering_move"},
      {"aflys fredagens møde", "gathering_cancel"},
      {"jeg kommer", "rsvp"},
      {"I'm in", "rsvp"},
      {"hvem har ikke svaret endnu?", "rsvp_status"},
      {"ryk dem der mangler", "rsvp_nudge"},
      {"mind mig om referatet på fredag", "reminder_set"},
      {"remind me on 4/5", "reminder_set"},
      {"stop påmindelser", "mute"},
      {"lav speeddating til get-together, 6 runder", "pairing_plan"},
      {"saml svarene fra plenum", "report_answers"},
      {"jeg har overtaget rottebekæmpelse efter Karen", "task_transfer"},
      {"tildel gylletanke til Mads", "task_assign"},
      {"tilføj opgaven ladestandere", "task_add"},
      {"jeg bekræfter mine opgaver", "task_confirm"},
      {"det er forkert", "task_report_wrong"},
      {"vis opgaver uden ansvarlig", "gap_report"},
      {"send mig en ugentlig oversigt", "digest_subscribe"},
      {"hvad har du gemt om mig?", "privacy_export"},
      {"please delete my data", "privacy_delete"},
      {"hej", "help"},
      {"hjælp", "help"},
      {"hvad kan du?", "help"},
      {"tak", "thanks"},
      {"mange tak for hjælpen!", "thanks"},
      {"thanks a lot", "thanks"},
      {"tell me a joke about mayors", "out_of_domain"},
      {"' OR 1=1 --", "out_of_domain"},
      {"", "out_of_domain"},
      {"????", "out_of_domain"},
  }));
  CAPTURE(text);
  CHECK(names(text) == Names{name});
}

TEST_CASE_METHOD(Fixture, "understand: language by the words, else as the client has it") {
  CHECK(read("who handles husdyrgodkendelser").language == Language::english);
  CHECK(understand("hvem har BBR", finder, Language::english).language == Language::danish);
  CHECK(understand("BBR", finder, Language::english).language == Language::english);
  CHECK(understand("BBR", finder, Language::danish).language == Language::danish);
}

TEST_CASE_METHOD(Fixture, "understand: words that both languages have are read in that of the question") {
  CHECK(read("it problemer").language == Language::danish);
  CHECK(read("who do I talk to about dog licences").intents.front().slot("task") == "dog licences");
  CHECK(read("hvem har it-drift").intents.front().slot("task") == "it-drift");
  CHECK(read("hvem har p-pladser").intents.front().slot("task") == "p-pladser");
  CHECK(read("send en e-mail til hvem?").intents.front().slot("task").empty());
  CHECK(read("livestock").language == Language::english);
  CHECK(understand("' OR 1=1 --", finder, Language::danish).language == Language::danish);
  CHECK(understand("' OR 1=1 --", finder, Language::english).language == Language::english);
}

TEST_CASE_METHOD(Fixture, "understand: my own manager") {
  for (const char* text : {"hvem er min leder?", "hvem er min nærmeste chef", "who is my manager?",
                           "who's my boss", "who do I report to?"}) {
    CAPTURE(text);
    const auto understanding = read(text);
    REQUIRE(understanding.intents.size() == 1);
    CHECK(understanding.intents.front().name == handlers::IntentName::leader_of_person);
    CHECK(understanding.intents.front().slot("person") == "me");
  }
}

TEST_CASE_METHOD(Fixture, "understand: any bytes of any length give an intent") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 200; i > 0; --i) text += static_cast<char>(random() % 256);
    CHECK(!read(text).intents.empty());
  }
  CHECK(!read(std::string(10'000'000, 'a')).intents.empty());
  CHECK(!read(std::string(1'000'000, '\0')).intents.empty());
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "hvem ";
  CHECK(!read(words).intents.empty());
  words.clear();
  for (int i = 0; i < 1000; ++i) words += "og, ";
  CHECK(!read(words).intents.empty());
}

TEST_CASE_METHOD(tests::SampleMunicipality,
                 "understand: what is said in passing or denied is answered as a guess") {
  for (const auto* text : {"vi ses i kantinen", "det var en god film i går", "min far drikker kun te",
                           "mit barn bliver ikke slået", "vi er ikke hjemløse"}) {
    CAPTURE(text);
    CHECK(ask(text).confidence != store::Confidence::sure);
  }
}

TEST_CASE_METHOD(tests::SampleMunicipality,
                 "understand: complaints about the world are none about the catalogue") {
  for (const auto* text : {"det er forkert at jeg har fået en p-bøde", "pyt, det var ikke så vigtigt",
                           "det er ikke til at holde ud med den larm"}) {
    CAPTURE(text);
    CHECK(ask(text).understanding.intents.front().name != handlers::IntentName::task_report_wrong);
  }
  CHECK(ask("det er forkert").understanding.intents.front().name == handlers::IntentName::task_report_wrong);
  CHECK(ask("i don't want to disturb you but who handles fences").understanding.intents.front().name ==
        handlers::IntentName::find_person);
}

TEST_CASE_METHOD(tests::SampleMunicipality, "understand: how somebody is, is no colleague's name") {
  for (const auto* text : {"min nabo er kristen", "min nabo er brun", "jeg er høj"}) {
    CAPTURE(text);
    CHECK(ask(text).understanding.intents.front().name != handlers::IntentName::availability);
  }
}

TEST_CASE_METHOD(tests::SampleMunicipality, "understand: who somebody is leads to no suspicion") {
  for (const auto* text : {"min nabo er fra Polen", "min nabo er flink", "jeg er en kvinde på 34",
                           "min kollega er fra et andet land"}) {
    CAPTURE(text);
    const auto answer = ask(text);
    CHECK(answer.confidence != store::Confidence::sure);
    for (const auto* task : {"Uhygiejniske forhold", "Ulovligt byggeri", "Mener du Krisecenter"})
      CHECK(answer.reply.text.find(task) == std::string::npos);
  }
  CHECK(ask("min nabo har rotter").reply.text.find("Rottebekæmpelse") != std::string::npos);
}

TEST_CASE_METHOD(tests::SampleMunicipality, "understand: who writes is not what is asked") {
  const auto away = ask("jeg er på ferie fra mandag, hvem har vintertjeneste imens").understanding.intents;
  REQUIRE(away.size() == 1);
  CHECK(away.front().name == handlers::IntentName::find_person);
  const auto leads =
      ask("jeg er leder i et dagtilbud og skal bruge hjælp til arbejdspladsvurdering").understanding;
  CHECK(leads.intents.front().name == handlers::IntentName::find_person);
  CHECK(ask("jeg er på ferie fra mandag").understanding.intents.front().name ==
        handlers::IntentName::availability);
}
