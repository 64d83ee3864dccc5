#include "handlers/understanding/names.hpp"

#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace handlers::understanding {

bool names_person(const store::Finder& finder, std::string_view text) {
  return !finder.find_people(text, 1).empty();
}

bool names_unit(const store::Finder& finder, std::string_view text) {
  store::Words said;
  said.read(text);
  store::Words name;
  const auto units = finder.catalogue().units();
  return std::any_of(units.begin(), units.end(), [&](const store::Unit& unit) {
    name.read(unit.name);
    bool any = false;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (store::is_function_word(said[i])) continue;
      bool found = false;
      for (std::size_t j = 0; j < name.size(); ++j) {
        found = found || name[j] == said[i] ||
                (said[i].starts_with(name[j]) && said[i].size() <= name[j].size() + 3);
      }
      if (!found) return false;
      any = true;
    }
    return any;
  });
}

bool names_network(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kinds{"netv\xE6rk",
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

}  // namespace handlers::understanding
