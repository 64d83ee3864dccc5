#include "handlers/understanding/names.hpp"

#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace handlers::understanding {
namespace {

/// What units are called beside their name.
bool is_unit_word(std::string_view letters) {
  static constexpr std::array<std::string_view, 19> words{
      "afdelingen", "afdeling",      "enheden",  "enhed",   "teamet",    "team",        "kontoret",
      "kontor",     "forvaltningen", "centeret", "centret", "sektionen", "afdelingens", "afdelings",
      "department", "unit",          "office",   "section", "division"};
  return std::find(words.begin(), words.end(), letters) != words.end();
}

}  // namespace

bool names_person(const store::Finder& finder, std::string_view text) {
  return !finder.find_people(text, 1).empty();
}

bool names_colleague(const store::Finder& finder, std::string_view text) {
  const auto people = finder.find_people(text, 3);
  return std::any_of(people.begin(), people.end(), [&](store::PersonIndex person) {
    return !finder.catalogue().person(person).contact_point;
  });
}

bool is_first_name(const store::Finder& finder, std::string_view word) {
  const auto people = finder.find_people(word, 3);
  return std::any_of(people.begin(), people.end(), [&](store::PersonIndex person) {
    const std::string_view name = finder.catalogue().person(person).name;
    return store::letters_of(name.substr(0, name.find(' '))) == store::letters_of(word);
  });
}

std::string person_called(const store::Finder& finder, std::string_view text) {
  const auto people = finder.find_people(text, 2);
  return people.size() == 1 ? std::string(finder.catalogue().person(people.front()).name) : std::string(text);
}

bool spells_name(const store::Finder& finder, std::string_view letters) {
  store::Words name;
  for (const auto person : finder.find_people(store::to_utf8(letters), 3)) {
    name.read(finder.catalogue().person(person).name);
    for (std::size_t i = 0; i < name.size(); ++i) {
      const bool genitive =
          letters.size() == name[i].size() + 1 && letters.ends_with('s') && letters.starts_with(name[i]);
      if (name[i] == letters || genitive) return true;
    }
  }
  return false;
}

bool names_network_itself(std::string_view letters) {
  static constexpr std::array<std::string_view, 5> kinds{"netv\xE6rk", "network", "grupp", "group", "forum"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return letters.find(kind) != std::string_view::npos; });
}

namespace {

/// "jobcentret", "jobcenter".
bool other_form(std::string_view a, std::string_view b) {
  const auto same =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const auto shorter = std::min(a.size(), b.size());
  return same >= 6 && same + 2 >= shorter && std::max(a.size(), b.size()) - same <= 3;
}

/// What a noun may end in: "vejen" and "vejenes" are of "vej", "vejret" is not.
bool is_ending(std::string_view letters) {
  static constexpr std::array<std::string_view, 19> endings{"s",   "n",   "t",   "r",   "e",  "en", "et",
                                                            "er",  "es",  "ne",  "ns",  "ts", "rs", "ens",
                                                            "ets", "ers", "ene", "rne", "nes"};
  return std::find(endings.begin(), endings.end(), letters) != endings.end();
}

/// How well the words name the unit: 0 not, 1 some of its words, 2 all of them.
int names(const store::Words& said, std::string_view unit) {
  thread_local store::Words name;
  name.read(unit);
  std::size_t found = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (store::is_function_word(said[i]) || is_unit_word(said[i])) continue;
    bool any = false;
    for (std::size_t j = 0; j < name.size(); ++j) {
      any = any || name[j] == said[i] ||
            (said[i].starts_with(name[j]) && is_ending(said[i].substr(name[j].size()))) ||
            (name[j].starts_with(said[i]) && said[i].size() >= 5) || other_form(said[i], name[j]);
    }
    if (!any) return 0;
    ++found;
  }
  std::size_t own = 0;
  for (std::size_t j = 0; j < name.size(); ++j) own += store::is_function_word(name[j]) ? 0 : 1;
  return found == 0 ? 0 : found >= own ? 2 : 1;
}

}  // namespace

bool names_unit(const store::Finder& finder, std::string_view text) {
  store::Words said;
  said.read(text);
  const auto units = finder.catalogue().units();
  return std::any_of(units.begin(), units.end(),
                     [&](const store::Unit& unit) { return names(said, unit.name) > 0; });
}

std::string unit_called(const store::Finder& finder, std::string_view text) {
  store::Words said;
  said.read(text);
  std::string_view best;
  int quality = 0;
  bool several = false;
  for (const store::Unit& unit : finder.catalogue().units()) {
    const int fits = names(said, unit.name);
    several = fits == quality ? several || fits > 0 : several;
    if (fits <= quality) continue;
    quality = fits;
    best = unit.name;
    several = false;
  }
  return std::string(quality == 0 || several ? text : best);
}

bool names_title(std::string_view letters) {
  static constexpr std::array<std::string_view, 9> endings{"chef",          "chefen",   "direkt\xF8r",
                                                           "direkt\xF8ren", "leder",    "lederen",
                                                           "inspekt\xF8r",  "director", "manager"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return letters.ends_with(ending) && letters.size() > ending.size();
  });
}

bool names_network(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kinds{"netv",  // "netværk", "netverk", "netvaerk"
                                                         "network",
                                                         "grupp",
                                                         "group",
                                                         "forum",
                                                         "koordinering",
                                                         "udvalg",
                                                         "committee",
                                                         "r\xE5"
                                                         "det"};
  const std::string letters = store::letters_of(text);
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return letters.find(kind) != std::string::npos; });
}

bool names_public_body(const store::Finder& finder, std::string_view text) {
  const std::string letters = store::letters_of(text);
  return letters.find(' ') == std::string::npos && !names_network_itself(letters) &&
         finder.knows_word(letters);
}

}  // namespace handlers::understanding
