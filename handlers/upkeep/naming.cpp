#include "handlers/contacts.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

constexpr std::size_t tasks_read = 3;

/// Whoever is called exactly so; else whoever the name fits. Those who work here before those who have left.
std::vector<PersonIndex> called(std::string_view name, bool leavers, const Context& context) {
  auto here = people_called(name, context);
  if (!here.empty() || !leavers) {
    return here;
  }
  auto all = context.finder.find_people(name);
  const auto folded = store::fold(name);
  std::vector<PersonIndex> exact;
  std::copy_if(all.begin(), all.end(), std::back_inserter(exact), [&](PersonIndex person) {
    return store::fold(context.catalogue().person(person).name) == folded;
  });
  return exact.empty() ? all : exact;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n.,:;!?";
  const auto first = text.find_first_not_of(marks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(marks) - first + 1);
}

/// "fra" of "fra 1/5" is left when the day is gone.
std::string_view without_last_link(std::string_view words) {
  constexpr std::string_view links[] = {"fra",  "til", "den", "pr", "og",    "med",  "fra og med",
                                        "from", "to",  "on",  "as", "as of", "until"};
  for (bool found = true; found;) {
    found = false;
    for (const auto link : links) {
      if (words.size() > link.size() && words.ends_with(link) &&
          words[words.size() - link.size() - 1] == ' ') {
        words = trimmed(words.substr(0, words.size() - link.size()));
        found = true;
      }
    }
  }
  return words;
}

}  // namespace

Named named_in_slot(std::string_view name, bool leavers, const Acting& acting) {
  const auto& context = acting.context;
  if (name.empty()) {
    return {};
  }
  if (name == "me") {
    return {acting.sender, acting.sender == no_index ? context.texts.say("upkeep.you_unknown") : ""};
  }
  auto people = called(name, leavers, context);
  if (people.empty()) {
    return {no_index, context.texts.say("person.unknown", {{"name", name}})};
  }
  if (people.size() == 1) {
    return {people.front(), ""};
  }
  std::vector<std::string> names;
  for (const auto person : people) {
    names.push_back(person_with_title(context, person));
  }
  return {no_index, context.texts.say("upkeep.which_person",
                                      {{"name", name}, {"people", joined(names, context.texts)}})};
}

Named holder_in_slot(std::string_view name, std::string_view words, bool leavers, store::Spoken spoken,
                     const Acting& acting) {
  const auto named = named_in_slot(name, leavers, acting);
  if (named.unclear.empty() || words.empty()) {
    return named;
  }
  const auto& context = acting.context;
  const auto found = context.finder.find(words, tasks_read, spoken);
  auto people = called(name, leavers, context);
  std::erase_if(people, [&](PersonIndex person) {
    const auto entries = context.catalogue().responsibilities_of_person(person);
    return std::none_of(entries.begin(), entries.end(), [&](const store::Responsibility& entry) {
      return std::any_of(found.hits.begin(), found.hits.end(),
                         [&](const auto& hit) { return hit.task == entry.task; });
    });
  });
  return people.size() == 1 ? Named{people.front(), ""} : named;
}

std::string without_days(std::string_view words, const Acting& acting) {
  const auto when = parse_when(words, local_time(acting.turn.now, acting.context.policy.zone),
                               acting.context.texts.language(), acting.context.policy.calendar);
  std::string rest(words);
  for (auto range = when.taken.rbegin(); range != when.taken.rend(); ++range) {
    const bool is_a_day =
        rest.find_first_of("0123456789", range->begin) < range->end;  // "mandag" may belong to a title
    if (is_a_day) {
      rest.erase(range->begin, range->end - range->begin);
    }
  }
  return std::string(without_last_link(trimmed(rest)));
}

void add_days(store::Proposal& proposal, const Intent& intent) {
  proposal.from = read_day(intent.slot("valid_from"));
  proposal.to = read_day(intent.slot("valid_to"));
  if (proposal.from && proposal.to && *proposal.to < *proposal.from) {
    proposal.to = {};
  }
}

Holders holders_of(store::TaskIndex task, const Context& context) {
  Holders holders;
  if (task == no_index) {
    return holders;
  }
  for (const auto& one : context.catalogue().responsibilities_of(task)) {
    const bool now = (!one.from || *one.from <= context.today) && (!one.to || *one.to >= context.today);
    auto& people = works_here(one.person, context) ? holders.here : holders.left;
    if (now && one.role != store::Role::stand_in &&
        std::find(people.begin(), people.end(), one.person) == people.end()) {
      people.push_back(one.person);
    }
  }
  return holders;
}

}  // namespace handlers
