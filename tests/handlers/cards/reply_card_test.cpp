// Every kind of card, in both languages, against approved copies in tests/golden/cards. After a wanted
// change: INDGANG_UPDATE_GOLDEN=1 build/asan/tests_handlers "[golden]", then read the difference.
#include "handlers/cards/reply_card.hpp"

#include "handlers/confirming/round_cards.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/planning_dialog.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/subscribing.hpp"
#include "handlers/part.hpp"
#include "handlers/reply.hpp"
#include "handlers/section_text.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "handlers/welcome.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

using namespace handlers;

namespace {

const std::string folder = INDGANG_SOURCE_DIR "/tests/golden/cards/";

const tests::SampleCatalogue& sample() {
  static const tests::SampleCatalogue catalogue;
  return catalogue;
}

std::vector<store::TaskIndex> tasks(std::initializer_list<const char*> titles) {
  std::vector<store::TaskIndex> found;
  for (const auto* title : titles) {
    found.push_back(sample().task(title));
  }
  return found;
}

std::vector<store::TaskIndex> odd_tasks() {
  std::vector<store::TaskIndex> found;
  for (store::TaskIndex task = 0; task < sample().catalogue().task_count(); ++task) {
    const auto title = sample().catalogue().task(task).title;
    if (title.size() > 200 || title.find('*') != std::string_view::npos) {
      found.push_back(task);
    }
  }
  return found;
}

store::Instant frozen_now_plus(int days) {
  return tests::frozen_now + std::chrono::hours{24 * days};
}

using Make = std::function<std::string(const Context&)>;

Make card_of(std::vector<Section> sections) {
  return [=](const Context& context) { return make_reply(sections, context).card; };
}

std::string asked_what_is_wrong(const Context& context) {
  const auto task = sample().task("Husdyrgodkendelser");
  const auto person = sample().person("Aase Ørum");
  const Reported reported{sample().catalogue().task(task).id, sample().catalogue().person(person).id};
  const std::vector<Section> sections{which_fault(task, person, context), TaskSection{{task}, false, false}};
  return cards::reply_card(sections, context, to_text(sections, context), reported);
}

/// A personal card of a gathering with everything that it can have.
Make invitation(store::AnswerState state, int place = 0, bool reconfirm = false, bool cancelled = false) {
  return [=](const Context& here) {
    auto policy = here.policy;
    policy.public_url = "https://indgang.sundkoebing.example";
    const Context context{here.finder, policy, here.texts, here.today, here.scope, here.nonce};
    const auto id = [](const char* name) { return sample().catalogue().person(sample().person(name)).id; };
    store::Network network;
    network.name = "Virksomhedsnetværket";
    store::Gathering gathering;
    gathering.id = 7;
    gathering.kind = "plenum";
    set_times(gathering, read_local_time("2026-04-16T13:00").value(),
              read_local_time("2026-04-16T15:30").value(), policy.zone);
    gathering.place = "mødelokale 1";
    gathering.agenda = "Velkomst\n*Fælles* svar";
    gathering.case_number = "24.10.07-G20-4-15";
    gathering.chair = id("Birthe Noer");
    gathering.minutes = id("Ida Lund");
    gathering.answer_by = frozen_now_plus(14);
    gathering.state = cancelled ? store::GatheringState::cancelled : store::GatheringState::invited;
    gathering.cancel_reason = cancelled ? "lokalet er optaget" : "";
    store::Invitation one;
    one.gathering = gathering.id;
    one.person = id("Pia Holm");
    one.state = state;
    one.reconfirm = reconfirm;
    one.reason = "member";
    one.token = "0123456789abcdef0123456789abcdef";
    return make_reply({invitation_card(gathering, network, one, place, context)}, context).card;
  };
}

/// An overview with every line that it can have.
Make overview() {
  return [](const Context& context) {
    const auto task = sample().task("Vandløb");
    const auto pia = sample().person("Pia Holm");
    Overview all;
    all.of = sample().person("Birthe Noer");
    all.leader.emplace();
    all.leader->coverage.people = 12;
    all.leader->coverage.entries = 40;
    all.leader->coverage.unconfirmed.assign(3, {task, pia});
    all.leader->coverage.vacant.assign(1, {task});
    all.leader->coverage.single.assign(7, {task, pia});
    all.leader->coverage.leavers.assign(
        5, {sample().person("Henrik Møller"), store::Day{std::chrono::year(2026) / 2 / 28}, 2});
    all.leader->questions = 2;
    all.leader->without_owner = {{"drager *og* trolde", 5}, {"Vandløb", 3}};
    OwnPeopleThere there;
    there.network.name = "Virksomhedsnetværket";
    there.gathering.kind = "plenum";
    set_times(there.gathering, read_local_time("2026-04-16T13:00").value(),
              read_local_time("2026-04-16T15:30").value(), context.policy.zone);
    there.invited = 4;
    there.coming = 3;
    all.leader->gatherings = {there};
    all.networks = {{there.network, there.gathering, {.invited = 4, .accepted = 12}},
                    {there.network, {}, {}}};
    all.owner = OwnerPart{2, 1, 3, 1, 9};
    all.changes = {2, 3, 1, 1};
    all.range = {100, 107};
    auto sections = sections_of(all, context);
    store::Subscription subscription;
    subscription.even_if_none = true;
    sections.push_back(settings_section(subscription, context));
    return make_reply(std::move(sections), context).card;
  };
}

std::string form(const Context& context, bool with_faults) {
  store::Gathering gathering;
  gathering.id = 12;
  gathering.capacity = 50;
  gathering.place = "Mødelokale 1 *nord*";
  gathering.agenda = "1. Velkomst\n2. Messen";
  gathering.case_number = "24.10.07-G20-4-15";
  gathering.chair = sample().catalogue().person(sample().person("Aase Ørum")).id;
  set_times(gathering, {store::Day{std::chrono::year(2026) / 4 / 16}, std::chrono::hours(13)},
            {store::Day{std::chrono::year(2026) / 4 / 16}, std::chrono::hours(15)}, context.policy.zone);
  auto state = form_of(gathering, context);
  if (with_faults) {
    state.values["end"] = "12:00";
    state.values["chair"] = "Hubert";
    state.values["case"] = "2026/123";
    state.values["capacity"] = "mange";
    state.values["answer_by"] = "2026-05-01";
    read_form(state, gathering, context, tests::frozen_now);
  }
  return form_card(state, gathering, "v1", context);
}

Make round_card(const char* name, store::RoundState step) {
  return [=](const Context& context) {
    return make_reply(ask_sections(17, sample().person(name), step, context), context).card;
  };
}

std::string round_leader(const Context& context) {
  return make_reply(unreached_sections(
                        17, {sample().person("Karen Vestergaard"), sample().person("Ida Lund")}, context),
                    context)
      .card;
}

std::vector<std::pair<std::string, Make>> kinds() {
  const auto odd = odd_tasks();
  return {
      {"answer", card_of({TaskSection{tasks({"Byggetilladelser til enfamiliehuse"}), false, false}})},
      {"round", round_card("Karen Vestergaard", store::RoundState::asked)},
      {"round_last_reminder", round_card("Karen Vestergaard", store::RoundState::reminded_again)},
      {"round_no_tasks", round_card("Birthe Noer", store::RoundState::asked)},
      {"round_leader", round_leader},
      {"invitation", invitation(store::AnswerState::invited)},
      {"invitation_accepted", invitation(store::AnswerState::accepted)},
      {"invitation_waiting", invitation(store::AnswerState::waiting, 3)},
      {"invitation_moved", invitation(store::AnswerState::accepted, 0, true)},
      {"invitation_cancelled", invitation(store::AnswerState::accepted, 0, false, true)},
      {"answer_phone", card_of({TaskSection{tasks({"Husdyrgodkendelser"}), true, false}})},
      {"answer_two_tasks", card_of({TaskSection{tasks({"Husdyrgodkendelser"}), false, false},
                                    TaskSection{tasks({"Gylletanke"}), false, false}})},
      {"answer_two_questions", card_of({TaskSection{tasks({"Husdyrgodkendelser"}), false, false},
                                        ChoiceSection{tasks({"Vejskilte", "Private fællesveje"}), "veje"}})},
      {"answer_stand_in", card_of({TaskSection{tasks({"Byggetilladelser til erhverv"}), false, false}})},
      {"answer_away", card_of({TaskSection{tasks({"Byggeforening"}), false, false}})},
      {"answer_vacant", card_of({TaskSection{tasks({"Vandløb"}), false, false}})},
      {"answer_vacant_stand_in", card_of({TaskSection{tasks({"Åbeskyttelse"}), false, false}})},
      {"answer_stale", card_of({TaskSection{tasks({"Landbrugstilsyn"}), false, false}})},
      {"answer_several", card_of({TaskSection{tasks({"Klimaplan"}), false, false}})},
      {"answer_contact_point", card_of({TaskSection{tasks({"Pas og kørekort"}), false, false}})},
      {"answer_odd", card_of({TaskSection{{odd.front()}, false, false}})},
      {"answer_long", card_of({TaskSection{{odd.back()}, false, false}})},
      {"answer_wrong_what", asked_what_is_wrong},
      {"answer_unsure", card_of({TaskSection{tasks({"Vejskilte"}), false, true}})},
      {"answer_cpr", card_of({TextSection{{Texts::in(Language::danish).say("reply.cpr")}, {}},
                              TaskSection{tasks({"Husdyrgodkendelser"}), false, false}})},
      {"pick", card_of({ChoiceSection{tasks({"Vejvedligeholdelse", "Private fællesveje", "Vejskilte",
                                             "Byggetilladelser til erhverv", "Vandløb"}),
                                      "veje"}})},
      {"pick_in_doubt",
       card_of({ChoiceSection{tasks({"Vejvedligeholdelse", "Private fællesveje", "Vejskilte"}),
                              "veje med karruseller", true}})},
      {"pick_odd",
       card_of({ChoiceSection{odd, "*veje* <at>Alle</at> [x](https://x.example) " + std::string(200, 'v')}})},
      {"pick_person",
       card_of({PersonChoiceSection{{sample().person("Mette Sand"), sample().person("Mette Friis")},
                                    "Mette",
                                    IntentName::tasks_of_person}})},
      {"none", card_of({NoneSection{"drager", tasks({"Vejskilte", "Vandløb", "Klimaplan"})}})},
      {"none_asked", card_of({NoneSection{"drager", tasks({"Vejskilte"}), "Sendt."}})},
      {"offers", card_of({OfferSection{
                     {"Hvem har »drager«?", "En kollega har spurgt, og jeg fandt ingen."},
                     {{"Det er Vejskilte", {cards::Verb::answer_question, Language::danish, 3, 0, "", "", 7}},
                      {"Afvis", {cards::Verb::dismiss_question, Language::danish, 0, 0, "", "", 7}}}}})},
      {"overview", overview()},
      {"none_bare", card_of({NoneSection{"", {}}})},
      {"person",
       [](const Context& context) {
         return make_reply(
                    about_person(IntentName::tasks_of_person, sample().person("Aase Ørum"), context).sections,
                    context)
             .card;
       }},
      {"leader",
       [](const Context& context) {
         return make_reply(about_person(IntentName::leader_of_person, sample().person("Vera Kjær"), context)
                               .sections,
                           context)
             .card;
       }},
      {"form", [](const Context& context) { return form(context, false); }},
      {"form_faults", [](const Context& context) { return form(context, true); }},
      {"help",
       card_of({TextSection{{"Jeg finder den kollega, der har en opgave."}, {"Hvem har vejskilte?"}}})},
      {"welcome", [](const Context& context) { return welcome(context).card; }},
      {"welcome_shared",
       [](Context context) {
         context.scope = Scope::channel;
         return welcome(context).card;
       }},
  };
}

std::string read(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("cards: each kind is as approved, in both languages", "[golden]") {
  const bool update = std::getenv("INDGANG_UPDATE_GOLDEN") != nullptr;
  for (const auto& [name, make] : kinds()) {
    for (const auto language : {Language::danish, Language::english}) {
      const auto path = folder + name + (language == Language::danish ? ".da.json" : ".en.json");
      INFO(path);
      const auto card = make(sample().context(language));
      REQUIRE(nlohmann::ordered_json::accept(card));
      const auto pretty = nlohmann::ordered_json::parse(card).dump(1) + "\n";
      if (update) {
        std::ofstream(path) << pretty;
      }
      CHECK(pretty == read(path));
    }
  }
}

TEST_CASE("cards: no approved copy is left over", "[golden]") {
  std::set<std::string> expected;
  for (const auto& [name, make] : kinds()) {
    expected.insert(name + ".da.json");
    expected.insert(name + ".en.json");
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path());
    CHECK(expected.count(entry.path().filename().string()) == 1);
  }
}

TEST_CASE("cards: words alone need no card") {
  CHECK(make_reply({TextSection{{"Det var så lidt."}, {}}}, sample().context()).card.empty());
}

TEST_CASE("cards: no catalogue and no question makes a card too big for Teams") {
  store::CatalogueBuilder builder;
  const std::string long_text(5000, '*');
  const auto unit = builder.add_unit({1, long_text, store::no_index});
  std::vector<store::PersonIndex> people;
  const std::string email = std::string(200, 'a') + "+@sundkoebing.example";
  for (std::int64_t id = 1; id <= 40; ++id) {
    store::Person person;
    person.id = std::int64_t{9'000'000'000'000'000'000} + id;
    person.name = person.title = long_text;
    person.email = email;
    person.phone = "+45 99 00 01 00";
    person.unit = unit;
    people.push_back(builder.add_person(person));
  }
  std::vector<Section> sections;
  std::vector<store::TaskIndex> all;
  for (std::int64_t id = 1; id <= 25; ++id) {
    store::Task task;
    task.id = std::int64_t{9'000'000'000'000'000'000} + id;
    task.title = long_text;
    all.push_back(builder.add_task(task));
    for (const auto person : people) {
      store::Responsibility responsibility;
      responsibility.task = all.back();
      responsibility.person = person;
      builder.add_responsibility(responsibility);
    }
  }
  const store::Finder finder(builder.build());
  const Policy policy;
  const Context context{finder,          policy, Texts::in(Language::danish), tests::frozen_today(),
                        Scope::personal, "nonce"};
  const std::string topic(100'000, '_');
  const auto worst = GENERATE_COPY(0, 1, 2);
  if (worst == 0) {
    for (const auto task : all) {
      sections.push_back(TaskSection{{task}, true, false});
    }
  } else if (worst == 1) {
    sections.assign(25, ChoiceSection{all, topic});
  } else {
    sections.assign(25, NoneSection{topic, all});
  }
  const auto card = make_reply(sections, context).card;
  // Teams counts UTF-16 units, about 100 KB in all; half of 80 KB of bytes is on the safe side of it.
  CHECK(card.size() < 40'000);
  CHECK(nlohmann::json::accept(card));
}
