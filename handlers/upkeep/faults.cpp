#include "handlers/contacts.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/upkeep/facts.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::Proposal;
using store::ProposalKind;
using store::TaskIndex;

constexpr std::size_t tasks_read = 10;
constexpr std::size_t tasks_shown = 3;

Offer fault_offer(cards::Verb verb, std::string title, std::string_view fault, TaskIndex task,
                  PersonIndex person, const Context& context) {
  Offer offer{std::move(title), {}};
  offer.button.verb = verb;
  offer.button.task = task == no_index ? 0 : context.catalogue().task(task).id;
  offer.button.person = context.catalogue().person(person).id;
  offer.button.about = fault;
  return offer;
}

void add_faults_of_person(OfferSection& section, TaskIndex task, PersonIndex person, const Context& context) {
  section.offers.push_back(fault_offer(cards::Verb::correct, context.texts.say("upkeep.button_left"), "left",
                                       task, person, context));
  section.offers.push_back(fault_offer(cards::Verb::correct_form, context.texts.say("upkeep.button_phone"),
                                       "phone", task, person, context));
  section.offers.push_back(fault_offer(cards::Verb::correct, context.texts.say("upkeep.button_details"),
                                       "details", task, person, context));
}

/// The number that is said, with at least eight digits; empty if none is.
std::string number_in(std::string_view text) {
  std::string number;
  std::size_t digits = 0;
  for (const char c : std::string(text) + "x") {
    const bool digit = c >= '0' && c <= '9';
    if (digit || (c == ' ' && !number.empty()) || (c == '+' && number.empty())) {
      number += c;
      digits += digit ? 1 : 0;
    } else if (digits >= 8) {
      break;
    } else {
      number.clear();
      digits = 0;
    }
  }
  number.erase(number.find_last_not_of(' ') + 1);
  return digits >= 8 ? number : "";
}

/// "Min titel er specialkonsulent", "Emils mail er ...": what was said to be right, if anything was.
std::string said_value(const Fact& fact, const Intent& intent, const Acting& acting) {
  switch (fact.field) {
    case store::PersonField::phone:
      return number_in(acting.text);
    case store::PersonField::email: {
      const auto at = acting.text.find('@');
      if (at == std::string::npos) {
        return {};
      }
      const auto begin = acting.text.find_last_of(" \t\n:<(", at);
      const auto first = begin == std::string::npos ? 0 : begin + 1;
      const auto word = acting.text.substr(first, acting.text.find_first_of(" \t\n,;>)", at) - first);
      return word.substr(0, word.find_last_not_of(".!?") + 1);
    }
    case store::PersonField::title:
      return std::string(intent.slot("value"));
    case store::PersonField::unit:
      break;
  }
  return std::string(intent.slot("unit").empty() ? intent.slot("value") : intent.slot("unit"));
}

/// A person, but no task: the tasks that the person has.
OfferSection which_fault_of(PersonIndex person, const Context& context) {
  OfferSection section;
  section.lines.push_back(
      context.texts.say("upkeep.what_is_wrong_with", {{"person", person_name(context, person)}}));
  for (const auto& one : context.catalogue().responsibilities_of_person(person)) {
    if (section.offers.size() < tasks_shown) {
      section.offers.push_back(
          fault_offer(cards::Verb::correct,
                      context.texts.say("upkeep.button_has_not", {{"task", task_title(context, one.task)}}),
                      "task", one.task, person, context));
    }
  }
  add_faults_of_person(section, no_index, person, context);
  return section;
}

/// Of the tasks that the words may mean, the one that the person has; else the surest.
TaskIndex task_of_person(std::string_view words, PersonIndex person, store::Spoken spoken,
                         const Context& context) {
  const auto found = context.finder.find(words, tasks_read, spoken);
  for (const auto& hit : found.hits) {
    const auto all = context.catalogue().responsibilities_of(hit.task);
    if (std::any_of(all.begin(), all.end(),
                    [&](const store::Responsibility& one) { return one.person == person; })) {
      return hit.task;
    }
  }
  return person == no_index && found.confidence == store::Confidence::sure ? found.hits.front().task
                                                                           : no_index;
}

/// "Det er forkert" after an answer: about what was answered.
Sections about_the_last(const Acting& acting) {
  const auto& context = acting.context;
  const auto memory = recall(acting.turn, acting.services);
  const auto task = memory.tasks.empty() ? no_index : task_at(memory.tasks.front(), context);
  const auto person = memory.people.empty() ? no_index : person_at(memory.people.front(), context);
  if (person == no_index || !works_here(person, context)) {
    return one_line(context.texts.say("upkeep.how_to_report"));
  }
  return {task == no_index ? which_fault_of(person, context) : which_fault(task, person, context)};
}

/// A fact about a person is wrong, or is this now.
Sections report_fact(std::string_view field, PersonIndex person, const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  store::Proposal proposal;
  proposal.fault = field;
  proposal.person = context.catalogue().person(person).id;
  if (const auto* fact = fact_of(field)) {
    const auto said = said_value(*fact, intent, acting);
    proposal.text = right_value(*fact, said, person, context);
    if (proposal.text.empty() && !said.empty()) {
      return one_line(context.texts.say(fact->refusal));
    }
  }
  return needs_value(proposal) && person == acting.sender ? ask_for_value(proposal, context)
                                                          : submit(std::move(proposal), acting);
}

Sections somebody_else(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto better = named_in_slot(intent.slot("to"), false, acting);
  if (!better.unclear.empty()) {
    return one_line(better.unclear);
  }
  auto person =
      holder_in_slot(intent.slot("person"), intent.slot("task"), true, intent.spoken, acting).person;
  auto task = task_of_person(intent.slot("task"), person, intent.spoken, context);
  const auto holders = holders_of(task, context).here;
  if (task != no_index && person == no_index && holders.size() == 1) {
    person = holders.front();
  }
  if (task == no_index || person == no_index) {
    return one_line(context.texts.say("upkeep.how_to_report"));
  }
  Proposal proposal;
  proposal.fault = "better";
  proposal.task = context.catalogue().task(task).id;
  proposal.person = context.catalogue().person(person).id;
  proposal.receiver = context.catalogue().person(better.person).id;
  return person == better.person
             ? one_line(context.texts.say("upkeep.has_already", {{"person", person_name(context, person)},
                                                                 {"task", task_title(context, task)}}))
             : submit(std::move(proposal), acting);
}

}  // namespace

OfferSection which_fault(TaskIndex task, PersonIndex person, const Context& context) {
  OfferSection section;
  section.lines.push_back(context.texts.say("upkeep.what_is_wrong", {{"person", person_name(context, person)},
                                                                     {"task", task_title(context, task)}}));
  section.offers.push_back(fault_offer(cards::Verb::correct, context.texts.say("upkeep.button_not_task"),
                                       "task", task, person, context));
  add_faults_of_person(section, task, person, context);
  section.offers.push_back(fault_offer(cards::Verb::correct_form, context.texts.say("upkeep.button_better"),
                                       "better", task, person, context));
  return section;
}

Sections not_mine(TaskIndex task, const Acting& acting) {
  Proposal proposal;
  proposal.kind = ProposalKind::transfer;
  proposal.task = acting.context.catalogue().task(task).id;
  proposal.person = acting.context.catalogue().person(acting.sender).id;
  return submit(std::move(proposal), acting);
}

Sections report_fault(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  if (!intent.slot("to").empty()) {
    return somebody_else(intent, acting);
  }
  const auto words = without_days(intent.slot("task"), acting);
  const auto named = holder_in_slot(intent.slot("person"), words, false, intent.spoken, acting);
  if (!named.unclear.empty()) {
    return one_line(named.unclear);
  }
  const auto field = intent.slot("field");
  auto person = named.person;
  if (person == no_index && !field.empty()) {  // "hendes titel er forkert"
    const auto memory = recall(acting.turn, acting.services);
    person = memory.people.size() == 1 ? person_at(memory.people.front(), context) : no_index;
  }
  if (person == no_index) {
    return about_the_last(acting);
  }
  Proposal proposal;
  proposal.person = context.catalogue().person(person).id;
  if (intent.slot("left") == "yes") {
    proposal.fault = "left";
  } else if (!field.empty()) {
    return report_fact(field, person, intent, acting);
  } else {
    const auto task = task_of_person(words, named.person, intent.spoken, context);
    if (task == no_index) {
      return {which_fault_of(named.person, context)};
    }
    if (named.person == acting.sender) {
      return not_mine(task, acting);
    }
    proposal.fault = "task";
    proposal.task = context.catalogue().task(task).id;
  }
  return submit(std::move(proposal), acting);
}

}  // namespace handlers
