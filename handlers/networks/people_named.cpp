#include "handlers/networks/people_named.hpp"

#include "handlers/contacts.hpp"
#include "handlers/part.hpp"
#include "store/text/fold.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>

namespace handlers {
namespace {

using store::PersonIndex;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n.!?\"'";
  const auto first = text.find_first_not_of(marks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(marks) - first + 1);
}

/// "Karen, Ole og Pia" apart.
std::vector<std::string_view> names_in(std::string_view text) {
  constexpr std::array<std::string_view, 6> joints{",", ";", "\n", " og ", " and ", " & "};
  std::vector<std::string_view> names;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t length = 0;
    for (const auto joint : joints) {
      if (const auto at = text.find(joint); at < end) {
        end = at;
        length = joint.size();
      }
    }
    if (const auto name = trimmed(text.substr(0, end)); !name.empty()) {
      names.push_back(name);
    }
    text.remove_prefix(std::min(text.size(), end + length));
  }
  return names;
}

std::vector<std::string> stems_of(std::string_view text) {
  store::Words words;
  words.read(text);
  store::Stemmer stemmer;
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < words.size(); ++i) {
    stems.emplace_back(stemmer.danish(words[i]));
  }
  return stems;
}

/// "kommunaldirektøren": whoever has the title.
std::vector<PersonIndex> people_titled(std::string_view said, const Context& context) {
  const auto wanted = stems_of(said);
  std::vector<PersonIndex> found;
  const auto people = context.catalogue().people();
  for (PersonIndex i = 0; i < people.size() && !wanted.empty(); ++i) {
    if (people[i].title.empty() || has_left(people[i], context.today)) {
      continue;
    }
    const auto title = stems_of(people[i].title);
    if (std::all_of(wanted.begin(), wanted.end(), [&](const std::string& stem) {
          return std::find(title.begin(), title.end(), stem) != title.end();
        })) {
      found.push_back(i);
    }
  }
  return found;
}

}  // namespace

PeopleNamed people_named(std::string_view text, PersonIndex me, const Context& context) {
  PeopleNamed named;
  const auto add = [&](PersonIndex person) {
    if (std::find(named.people.begin(), named.people.end(), person) == named.people.end()) {
      named.people.push_back(person);
    }
  };
  for (const auto name : names_in(text)) {
    const auto folded = store::fold(name);
    if (me != store::no_index && (folded == "mig" || folded == "jeg" || folded == "me" || folded == "i" ||
                                  folded == "mig selv" || folded == "myself")) {
      add(me);
      continue;
    }
    auto people = people_called(name, context);
    if (people.empty()) {
      people = people_titled(name, context);
    }
    if (people.size() == 1) {
      add(people.front());
    } else {
      (people.empty() ? named.unknown : named.several).emplace_back(name);
    }
  }
  return named;
}

std::vector<std::string> not_understood(const PeopleNamed& named, const Context& context) {
  std::vector<std::string> lines;
  for (const auto& name : named.unknown) {
    lines.push_back(context.texts.say("person.unknown", {{"name", name}}));
  }
  for (const auto& name : named.several) {
    lines.push_back(context.texts.say("network.several_people", {{"name", name}}));
  }
  return lines;
}

}  // namespace handlers
