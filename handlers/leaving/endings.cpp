#include "handlers/leaving/endings.hpp"

#include "handlers/access.hpp"
#include "handlers/acting.hpp"
#include "handlers/contacts.hpp"
#include "handlers/leaving/receivers.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/working_days.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/catalogue_edits.hpp"
#include "store/endings.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using store::Ending;
using store::no_index;
using store::PersonIndex;
using store::ToldOf;

constexpr int told_before = 10;          ///< working days
constexpr std::size_t told_at_once = 5;  ///< in one message; the others come the next day
constexpr std::size_t receivers_offered = 2;

/// Who has the task on the day after, and then goes on.
std::vector<PersonIndex> takers(const Ending& ending, const Context& context) {
  std::vector<PersonIndex> people;
  const auto& catalogue = context.catalogue();
  for (const auto& one : catalogue.responsibilities_of(task_at(ending.task, context))) {
    const auto& known = catalogue.person(one.person);
    const bool has_it = known.id != ending.person && one.role != store::Role::stand_in &&
                        (!one.from || *one.from <= ending.last_day + std::chrono::days{1}) &&
                        (!one.to || *one.to > ending.last_day) &&
                        (!known.left || *known.left > ending.last_day + std::chrono::days{1});
    if (has_it && std::find(people.begin(), people.end(), one.person) == people.end()) {
      people.push_back(one.person);
    }
  }
  return people;
}

Offer offer(cards::Verb verb, std::string title, const Ending& ending) {
  Offer made{std::move(title), {}};
  made.button.verb = verb;
  made.button.task = ending.task;
  made.button.person = ending.person;
  return made;
}

/// Whoever has the neighbouring tasks takes it from the day after.
void add_receivers(OfferSection& section, const Ending& ending, PersonIndex person, const Context& there) {
  for (const auto receiver :
       receivers_for(task_at(ending.task, there), given_on_by(person, there), receivers_offered, there)) {
    store::Proposal proposal;
    proposal.kind = store::ProposalKind::transfer;
    proposal.task = ending.task;
    proposal.person = ending.person;
    proposal.receiver = there.catalogue().person(receiver).id;
    proposal.from = ending.last_day + std::chrono::days{1};
    section.offers.push_back({there.texts.say("upkeep.button_to", {{"person", person_name(there, receiver)}}),
                              propose_button(proposal)});
  }
}

OfferSection section_of(const Ending& ending, bool own, const Context& there) {
  const auto& texts = there.texts;
  const auto person = person_at(ending.person, there);
  const auto name = person_name(there, person);
  const auto title = task_title(there, task_at(ending.task, there));
  const auto last = day(there, ending.last_day);
  const auto after = takers(ending, there);
  OfferSection section;
  section.lines = {own ? texts.say("ending.own", {{"task", title}, {"day", last}})
                       : texts.say("ending.leader", {{"person", name}, {"task", title}, {"day", last}}),
                   after.empty() ? texts.say("ending.nobody")
                                 : texts.say("ending.taken", {{"people", names_of(after, there)}})};
  section.offers = {offer(
      cards::Verb::ending_on,
      own ? texts.say("ending.button_on") : texts.say("ending.button_on_for", {{"person", name}}), ending)};
  if (after.empty()) {
    add_receivers(section, ending, person, there);
  }
  section.offers.push_back(offer(cards::Verb::ending_off, texts.say("ending.button_off"), ending));
  return section;
}

/// Can be asked today: the others are asked when they are back.
bool is_at_hand(PersonIndex person, const DueRun& run) {
  return works_here(person, run.context) &&
         !away_to(run.context.catalogue().person(person), run.context.today) &&
         !is_muted(person, "reminders", run.database(), run.context, run.now);
}

/// Whoever answers for the person and can be asked today; no_index if nobody can.
PersonIndex helper_for(PersonIndex person, const DueRun& run) {
  const auto all = who_confirms_for(person, run.context);
  const auto found =
      std::find_if(all.begin(), all.end(), [&](PersonIndex one) { return is_at_hand(one, run); });
  return found == all.end() ? no_index : *found;
}

void tell(const std::map<PersonIndex, std::vector<Ending>>& shares, ToldOf told, DueRun& run) {
  for (const auto& person_and_theirs : shares) {
    std::vector<Ending> theirs;
    for (const auto& ending : person_and_theirs.second) {
      if (theirs.size() < told_at_once && store::claim_ending(run.transaction(), ending, told)) {
        theirs.push_back(ending);
      }
    }
    if (theirs.empty()) {
      continue;
    }
    tell_person(person_and_theirs.first, run.outcome, run.services, run.context,
                [&](const Context& there) -> Sections {
                  Sections sections;
                  for (const auto& ending : theirs) {
                    sections.push_back(section_of(ending, told == ToldOf::person, there));
                  }
                  return sections;
                });
  }
}

/// The entry of a button, if it ends still.
std::optional<Ending> ending_of(const cards::Button& button, const Acting& acting) {
  for (const auto& one : store::assignments(acting.database(), button.task, button.person)) {
    if (one.role != store::Role::stand_in && one.to) {
      return Ending{one.task, one.person, one.role, *one.to};
    }
  }
  return std::nullopt;
}

/// Goes on for good; whoever has it asks the leader, as when a task is taken.
Sections go_on(const Ending& ending, const Acting& acting) {
  store::Proposal proposal;
  proposal.kind = store::ProposalKind::assign;
  proposal.task = ending.task;
  proposal.receiver = ending.person;
  return submit(std::move(proposal), acting);
}

}  // namespace

void tell_of_endings(DueRun& run) {
  const auto& context = run.context;
  std::map<PersonIndex, std::vector<Ending>> own;
  std::map<PersonIndex, std::vector<Ending>> led;
  const auto until = add_working_days(context.today, told_before, context.policy.calendar);
  for (const auto& ending : store::endings(run.database(), context.today, until)) {
    const auto person = person_at(ending.person, context);
    if (person == no_index || task_at(ending.task, context) == no_index) {
      continue;
    }
    if (is_at_hand(person, run)) {
      own[person].push_back(ending);
    }
    const auto helper = takers(ending, context).empty() ? helper_for(person, run) : no_index;
    if (helper != no_index) {
      led[helper].push_back(ending);
    }
  }
  tell(own, ToldOf::person, run);
  tell(led, ToldOf::leader, run);
  store::forget_endings(run.transaction(), context.today);
}

std::optional<Sections> tap_endings(const cards::Button& button, const Acting& acting) {
  if (button.verb != cards::Verb::ending_on && button.verb != cards::Verb::ending_off) {
    return std::nullopt;
  }
  const auto& context = acting.context;
  const auto person = person_at(button.person, context);
  const auto task = task_at(button.task, context);
  if (person == no_index || task == no_index ||
      store::assignments(acting.database(), button.task, button.person).empty()) {
    return one_line(context.texts.say("card.too_old"));
  }
  if (person != acting.sender && !may_assign(person, acting.turn.sender, context)) {
    return one_line(assign_refusal(person, context));
  }
  const auto name = person_name(context, person);
  const auto ending = ending_of(button, acting);
  if (!ending) {
    return one_line(
        context.texts.say("ending.goes_on", {{"person", name}, {"task", task_title(context, task)}}));
  }
  return button.verb == cards::Verb::ending_on
             ? go_on(*ending, acting)
             : one_line(context.texts.say("ending.ends", {{"person", name},
                                                          {"task", task_title(context, task)},
                                                          {"day", day(context, ending->last_day)}}));
}

}  // namespace handlers
