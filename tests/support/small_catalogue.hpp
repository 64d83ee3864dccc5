#pragma once
// A small made-up catalogue for tests of finding and understanding.
#include "store/catalogue.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct TaskText {
  std::string_view title;
  std::string_view keywords = {};  // separated by '\n'
  std::string_view description = {};
  std::string_view kle = {};
};

inline const std::vector<TaskText>& small_catalogue_tasks() {
  static const std::vector<TaskText> tasks{
      {"Byggetilladelser", "byggesag\nbyggesagsbehandling\ncarport\ntilbygning", "", "02.34.02"},
      {"Byggetilladelser til erhverv", "etagebyggeri", "", "02.34.04"},
      {"Vejvedligeholdelse", "huller i asfalten\nasfalt", "", "05.01.10"},
      {"Private fællesveje", "grundejerforeninger", "", "05.02.00"},
      {"Vejskilte", "", "Skilte og spejle ved hver vej", "05.04.00"},
      {"Vintertjeneste", "saltning\nsneplov", "", "05.07.08"},
      {"Rottebekæmpelse", "rotter\nskadedyr", "", "09.13.01"},
      {"Spildevand i det åbne land", "nedsivningsanlæg", "", "06.01.05"},
      {"Husdyrgodkendelser", "", "Godkendelse af store staldanlæg", "09.17.60"},
      {"Gylletanke", "", "", "09.17.50"},
      {"Pas og kørekort", "", "", "23.03.00"},
      {"Indkøb og udbud", "", "", "88.00.00"},
      {"Skoleindskrivning", "skolestart\nførste skoledag", "", "17.01.04"},
      {"Specialundervisning", "", "", "17.03.15"},
      {"Hjemmepleje", "", "Personlig pleje og praktisk hjælp til ældre", "27.36.04"},
      {"Genoptræning", "", "", "29.09.00"},
      {"Aktindsigt", "", "", "00.22.04"},
      {"Lokalplaner", "", "", "01.02.05"},
      {"Kystbeskyttelse", "", "", "01.24.00"},
      {"Affaldsgebyrer", "renovation", "", "07.00.00"},
      {"Genbrugspladser", "", "", "07.18.00"},
      {"Tilsyn med svømmebade", "badevand", "", "09.16.00"},
      {"Folkepension", "", "", "32.03.04"},
      {"Flytning og adresse", "folkeregister", "", "23.05.00"},
  };
  return tasks;
}

/// The tasks above in the hands of seven people of one unit, whose leader is the last of them.
inline std::shared_ptr<const store::Catalogue> small_catalogue() {
  static constexpr std::string_view names[] = {"Karen Vestergaard", "Søren Lykkegaard", "Aase Ørum",
                                               "Mads Thorup",       "Mette Sand",       "Mette Friis",
                                               "Birthe Noer"};
  store::CatalogueBuilder builder;
  std::int64_t id = 0;
  std::vector<store::PersonIndex> people;
  for (const std::string_view name : names) {
    store::Person person;
    person.id = ++id;
    person.name = name;
    const std::string email = "p" + std::to_string(id) + "@sundkoebing.example";
    person.email = email;
    people.push_back(builder.add_person(person));
  }
  for (const TaskText& text : small_catalogue_tasks()) {
    store::Task task;
    task.id = ++id;
    task.title = text.title;
    task.keywords = text.keywords;
    task.description = text.description;
    task.kle = text.kle;
    store::Responsibility responsibility;
    responsibility.task = builder.add_task(task);
    responsibility.person = people[responsibility.task % people.size()];
    builder.add_responsibility(responsibility);
  }
  store::Unit unit;
  unit.id = ++id;
  unit.name = "Plan og Byg";
  unit.leader = people.back();
  const store::UnitIndex plan = builder.add_unit(unit);
  for (const store::PersonIndex person : people) builder.person(person).unit = plan;
  return builder.build();
}

}  // namespace tests
