// PeopleRegister::follow_units(): the files name units by words only, so a unit that is called something else
// looks like one that went and one that came.
#include "store/detail/people_register.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <map>

namespace store::detail {

namespace {

constexpr int together_min = 2;  // one person who moves is just that

void add_line(std::string& lines, std::string_view line) {
  if (!line.empty()) lines.append(lines.empty() ? "" : "\n").append(line);
}

/// The lines whose folded form is not `folded`.
std::string without(std::string_view lines, std::string_view folded) {
  std::string kept;
  for (std::size_t begin = 0; begin < lines.size();) {
    const auto end = std::min(lines.find('\n', begin), lines.size());
    if (const auto line = lines.substr(begin, end - begin); fold(line) != folded) add_line(kept, line);
    begin = end + 1;
  }
  return kept;
}

}  // namespace

/// A unit that nobody is in any more, and where most of its people are now.
struct PeopleRegister::Departure {
  std::uint32_t from = no_index;
  std::uint32_t to = no_index;
  int people = 0;
};

std::vector<PeopleRegister::Departure> PeopleRegister::departures() const {
  std::vector<int> before(units_.size(), 0), after(units_.size(), 0);
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> moves;
  for (const PersonRecord& person : people_) {
    if (person.unit_before != no_index) ++before[person.unit_before];
    if (!person.in_people && !person.in_catalogue) continue;
    if (person.unit == no_index) continue;
    ++after[person.unit];
    if (person.unit_before != no_index) ++moves[{person.unit_before, person.unit}];
  }
  std::vector<Departure> found;
  for (const auto& [move, count] : moves)
    if (after[move.first] == 0 && count >= together_min && count * 2 > before[move.first])
      found.push_back({move.first, move.second, count});
  // Of several that went into a new one, the largest is the one that was renamed.
  std::stable_sort(found.begin(), found.end(),
                   [](const Departure& a, const Departure& b) { return a.people > b.people; });
  return found;
}

std::vector<std::string> PeopleRegister::follow_units() {
  std::vector<std::string> notes;
  for (const Departure& departure : departures()) {
    UnitRecord& from = units_[departure.from];
    UnitRecord& to = units_[departure.to];
    add_line(to.former_names, from.former_names);
    add_line(to.former_names, from.name);
    to.changed = true;
    from.over = true;
    const std::string followers = std::to_string(departure.people) + " people";
    if (to.id != 0) {
      notes.push_back("The unit '" + from.name + "' has become part of '" + to.name + "' (" + followers +
                      "): settings that name it are about '" + to.name + "' now.");
      continue;
    }
    to.id = from.id;
    for (PersonRecord& person : people_)
      if (person.unit_before == departure.from && person.unit == departure.to) person.moved = false;
    notes.push_back("The unit '" + from.name + "' is called '" + to.name + "' now (" + followers +
                    "): settings that name it go on to hold.");
  }
  // A name that is in use again belongs to the unit that bears it now.
  for (const UnitRecord& named : units_) {
    if (named.over) continue;
    for (UnitRecord& unit : units_) {
      if (unit.former_names.empty()) continue;
      std::string kept = without(unit.former_names, named.name_folded);
      unit.changed |= kept != unit.former_names;
      unit.former_names = std::move(kept);
    }
  }
  return notes;
}

}  // namespace store::detail
