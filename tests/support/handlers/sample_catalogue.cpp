#include "tests/support/handlers/sample_catalogue.hpp"

namespace tests {
namespace {

using namespace std::chrono_literals;
using store::Day;
using store::Role;

const std::string odd_name =
    "*Stjerne* _under_ [link](https://x.example) <at>Alle</at> #1 `kode` & \"citat\"\nny linje";

struct Builder {
  store::CatalogueBuilder builder;
  std::map<std::string, store::TaskIndex>& tasks;
  std::map<std::string, store::PersonIndex>& people;
  std::map<std::string, store::UnitIndex> units;
  std::int64_t next_id = 1;

  store::Person& person(const std::string& name, const std::string& unit, const std::string& title,
                        const std::string& email, const std::string& phone) {
    if (units.find(unit) == units.end()) {
      units[unit] = builder.add_unit({next_id++, unit, store::no_index});
    }
    store::Person person;
    person.id = next_id++;
    person.name = name;
    person.email = email;
    person.phone = phone;
    person.title = title;
    person.unit = units[unit];
    people[name] = builder.add_person(person);
    return builder.person(people[name]);
  }

  struct Hand {
    std::string name;
    Role role = Role::responsible;
    store::OptionalDay confirmed = {};
    store::OptionalDay from = {};
    store::OptionalDay to = {};
  };

  void task(const std::string& title, const std::vector<Hand>& hands, const std::string& kle = "") {
    store::Task task;
    task.id = next_id++;
    task.title = title;
    task.kle = kle;
    tasks[title] = builder.add_task(task);
    for (const auto& hand : hands) {
      store::Responsibility responsibility;
      responsibility.task = tasks[title];
      responsibility.person = people.at(hand.name);
      responsibility.role = hand.role;
      responsibility.from = hand.from;
      responsibility.to = hand.to;
      responsibility.confirmed = hand.confirmed;
      builder.add_responsibility(responsibility);
    }
  }
};

void add_people(Builder& all) {
  all.person("Birthe Noer", "Plan og Byg", "Afdelingsleder", "birthe.noer@sundkoebing.example",
             "+45 99 00 17 00");
  all.person("Karen Vestergaard", "Byggesag", "Byggesagsbehandler", "karen.vestergaard@sundkoebing.example",
             "+45 99 00 01 00")
      .leader = all.people["Birthe Noer"];
  auto& soeren = all.person("Søren Lykkegaard", "Byggesag", "Byggesagsbehandler",
                            "soeren.lykkegaard@sundkoebing.example", "+45 99 00 02 00");
  soeren.leader = all.people["Birthe Noer"];
  soeren.stand_in = all.people["Karen Vestergaard"];
  soeren.absence = store::Absence{Day{2026y / 3 / 23}, Day{2026y / 3 / 29}};
  auto& vera = all.person("Vera Kjær", "Byggesag", "Arkitekt", "vera.kjaer@sundkoebing.example", "");
  vera.leader = all.people["Birthe Noer"];
  vera.absence = store::Absence{Day{2026y / 3 / 25}, Day{2026y / 3 / 25}};
  all.person("Aase Ørum", "Miljø", "Miljøsagsbehandler", "aase.oerum@sundkoebing.example", "+45 99 00 03 00");
  all.person("Mads Thorup", "Vej og Trafik", "Vejingeniør", "mads.thorup@sundkoebing.example",
             "+45 99 00 06 00");
  all.person("Pia Holm", "Vej og Trafik", "Vejjurist", "pia.holm@sundkoebing.example", "+45 99 00 07 00");
  all.person("Ida Lund", "Plan", "Planlægger", "ida.lund@sundkoebing.example", "+45 99 00 14 00");
  all.person("Mette Sand", "Kommunikation", "Kommunikationskonsulent", "mette.sand@sundkoebing.example",
             "+45 99 00 11 00");
  all.person("Mette Friis", "HR", "HR-konsulent", "mette.friis@sundkoebing.example", "+45 99 00 12 00");
  auto& henrik = all.person("Henrik Møller", "Byggesag", "Biolog", "henrik.moeller@sundkoebing.example",
                            "+45 99 00 15 00");
  henrik.left = Day{2026y / 2 / 28};
  henrik.leader = all.people["Birthe Noer"];
  all.person("Borgerservice", "Borgerservice", "", "borgerservice@sundkoebing.example", "+45 99 00 16 00")
      .contact_point = true;
  all.person("Én indgang", "Borgerservice", "", "en.indgang@sundkoebing.example", "+45 99 00 00 00")
      .contact_point = true;
  all.person(odd_name, "A*B & C", std::string(300, 'T') + " slut", "mærkelig+adr_esse@sundkoebing.example",
             "+45 (99) 00-18.00");
}

void add_tasks(Builder& all) {
  const Day confirmed{2026y / 3 / 3};
  const Day stale{2025y / 3 / 1};
  all.task("Byggetilladelser til enfamiliehuse", {{"Karen Vestergaard", Role::responsible, confirmed}},
           "02.34.02");
  all.task("Byggetilladelser til erhverv", {{"Søren Lykkegaard", Role::responsible, confirmed}});
  all.task("Byggeforening", {{"Vera Kjær"}});
  all.task("Husdyrgodkendelser", {{"Aase Ørum", Role::responsible, confirmed}});
  all.task("Gylletanke", {{"Aase Ørum", Role::responsible, confirmed}});
  all.task("Landbrugstilsyn", {{"Aase Ørum", Role::responsible, stale}});
  all.task("Vejvedligeholdelse", {{"Mads Thorup"}});
  all.task("Private fællesveje", {{"Pia Holm"}});
  all.task("Vejskilte", {{"Pia Holm"}});
  all.task("Klimaplan", {{"Mads Thorup"}, {"Aase Ørum"}, {"Ida Lund", Role::coordinator, confirmed}});
  all.task("Vandløb", {{"Henrik Møller"}});
  all.task("Åbeskyttelse", {{"Henrik Møller"}, {"Pia Holm", Role::stand_in}});
  all.task("Gravetilladelser", {{"Mads Thorup", Role::responsible, {}, {}, Day{2026y / 3 / 24}},
                                {"Pia Holm", Role::responsible, {}, Day{2026y / 3 / 25}, {}}});
  all.task("Pas og kørekort", {{"Borgerservice"}});
  all.task("Opgaven *uden* [link](https://x.example) <at>Alle</at> # 1. `kode` \\ ~~væk~~", {{odd_name}});
  all.task(std::string(150, 'L') + " " + std::string(149, 'g'),
           {{"Karen Vestergaard", Role::responsible, confirmed}});
}

}  // namespace

store::Day frozen_today() {
  return Day{2026y / 3 / 25};
}

SampleCatalogue::SampleCatalogue() {
  Builder all{{}, tasks_, people_, {}, 1};
  add_people(all);
  add_tasks(all);
  finder_ = std::make_unique<store::Finder>(all.builder.build());
}

handlers::Context SampleCatalogue::context(handlers::Language language) const {
  return {finder(), policy, handlers::Texts::in(language), frozen_today(), handlers::Scope::personal,
          "nonce"};
}

}  // namespace tests
