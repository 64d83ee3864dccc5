#include "handlers/access.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::Proposal;
using store::ProposalKind;
using store::TaskIndex;

constexpr std::size_t tasks_read = 10;
constexpr std::size_t near_shown = 3;

bool holds(TaskIndex task, PersonIndex person, const Context& context) {
  const auto holders = holders_of(task, context);
  const auto in = [&](const std::vector<PersonIndex>& people) {
    return std::find(people.begin(), people.end(), person) != people.end();
  };
  return in(holders.here) || in(holders.left);
}

Offer choice(std::string title, const Proposal& proposal) {
  return {std::move(title), propose_button(proposal)};
}

std::int64_t id_at(PersonIndex person, const Context& context) {
  return person == no_index ? 0 : context.catalogue().person(person).id;
}

/// The tasks that the words may mean. One, if they are clear or only one of them is `person`'s.
struct Meant {
  std::vector<TaskIndex> tasks;
  bool sure = false;
};

Meant meant_by(std::string_view words, store::Spoken spoken, PersonIndex person, const Context& context) {
  const auto found = context.finder.find(words, tasks_read, spoken);
  Meant meant;
  for (const auto& hit : found.hits) {
    const bool same = store::fold(context.catalogue().task(hit.task).title) == store::fold(words);
    if (same) {
      return {{hit.task}, true};
    }
    meant.tasks.push_back(hit.task);
  }
  std::vector<TaskIndex> theirs;
  std::copy_if(meant.tasks.begin(), meant.tasks.end(), std::back_inserter(theirs),
               [&](TaskIndex task) { return person != no_index && holds(task, person, context); });
  if (theirs.size() == 1) {
    return {std::move(theirs), true};
  }
  if (found.confidence == store::Confidence::sure) {
    return {{meant.tasks.front()}, true};
  }
  if (meant.tasks.empty()) {
    for (const auto& hit : found.near) {
      meant.tasks.push_back(hit.task);
    }
  }
  return meant;
}

/// F2: the nearest tasks, or a new one.
Sections which_task(const Meant& meant, const std::string& words, Proposal proposal, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto shown = cards::capped(words, Shown::topic_characters);
  OfferSection section;
  section.lines.push_back(
      texts.say(meant.tasks.empty() ? "upkeep.no_task" : "upkeep.which_task", {{"task", shown}}));
  for (std::size_t i = 0; i < std::min(meant.tasks.size(), near_shown); ++i) {
    proposal.task = acting.context.catalogue().task(meant.tasks[i]).id;
    section.offers.push_back(choice(task_title(acting.context, meant.tasks[i]), proposal));
  }
  if (proposal.receiver != 0) {
    Proposal fresh;
    fresh.kind = ProposalKind::add;
    fresh.text = new_title(words);
    fresh.receiver = proposal.receiver;
    fresh.from = proposal.from;
    fresh.to = proposal.to;
    section.offers.push_back(choice(texts.say("upkeep.button_new", {{"task", new_title(shown)}}), fresh));
  }
  return {std::move(section)};
}

/// Several have it: after whom, or beside them?
Sections which_holder(Proposal proposal, const std::vector<PersonIndex>& holders, const Acting& acting) {
  const auto& context = acting.context;
  OfferSection section;
  section.lines.push_back(context.texts.say("upkeep.which_holder",
                                            {{"task", task_title(context, task_at(proposal.task, context))},
                                             {"people", names_of(holders, context)}}));
  proposal.kind = ProposalKind::transfer;
  for (const auto holder : holders) {
    if (section.offers.size() < Shown::choices - 1) {
      proposal.person = id_at(holder, context);
      section.offers.push_back(choice(
          context.texts.say("upkeep.button_instead", {{"person", person_name(context, holder)}}), proposal));
    }
  }
  proposal.kind = ProposalKind::assign;
  proposal.person = 0;
  section.offers.push_back(choice(
      holders.size() == 1
          ? context.texts.say("upkeep.button_beside_one", {{"person", person_name(context, holders.front())}})
          : context.texts.say("upkeep.button_beside"),
      proposal));
  return {std::move(section)};
}

/// "Søren" of "... mens Søren er væk"; empty if nothing is said like that.
std::string_view said_while(std::string_view text) {
  for (const auto& [lead, verbs] : {std::pair{std::string_view("mens "), std::string_view(" er ")},
                                    {"imens ", " er "},
                                    {"mens ", " holder "},
                                    {"while ", " is "}}) {
    const auto at = text.find(lead);
    const auto end = at == std::string_view::npos ? at : text.find(verbs, at);
    if (end != std::string_view::npos) {
      return text.substr(at + lead.size(), end - at - lead.size());
    }
  }
  return {};
}

/// The days on which the only colleague of that name is away from today on, as far as is known.
std::optional<store::Absence> absence_of(std::string_view name, const Context& context) {
  const auto people = people_called(name, context);
  const auto absence = people.size() == 1 ? context.catalogue().person(people.front()).absence : std::nullopt;
  return absence && absence->to >= context.today ? absence : std::nullopt;
}

std::vector<PersonIndex> without(std::vector<PersonIndex> people, PersonIndex person) {
  std::erase(people, person);
  return people;
}

}  // namespace

std::string new_title(std::string_view words) {
  auto title = cards::capped(words, Shown::title_characters);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  } else if (title.size() > 1 && title[0] == '\xC3' && static_cast<unsigned char>(title[1]) >= 0xA0) {
    title[1] = static_cast<char>(title[1] - 0x20);  // æ, ø, å
  }
  return title;
}

Sections complete_claim(Proposal proposal, const Acting& acting) {
  const auto& context = acting.context;
  const auto task = task_at(proposal.task, context);
  const auto receiver = person_at(proposal.receiver, context);
  auto person = person_at(proposal.person, context);
  if (task == no_index || (proposal.receiver != 0 && receiver == no_index)) {
    return one_line(context.texts.say("card.too_old"));
  }
  const auto holders = holders_of(task, context);
  const bool has_it = std::find(holders.here.begin(), holders.here.end(), receiver) != holders.here.end();
  if (receiver != no_index && has_it && person == no_index) {
    return one_line(context.texts.say("upkeep.has_already", {{"person", person_name(context, receiver)},
                                                             {"task", task_title(context, task)}}));
  }
  if (person != no_index && !holds(task, person, context)) {
    const auto others = without(holders.here, receiver);
    if (others.empty() || receiver == no_index) {
      return one_line(context.texts.say("upkeep.not_holder", {{"person", person_name(context, person)},
                                                              {"task", task_title(context, task)}}));
    }
    return which_holder(proposal, others, acting);
  }
  if (person == no_index && proposal.kind == ProposalKind::transfer) {
    const auto& people = holders.here.empty() ? holders.left : holders.here;
    if (people.size() > 1) {
      return which_holder(proposal, people, acting);
    }
    person = people.empty() ? no_index : people.front();
    proposal.person = id_at(person, context);
  }
  return submit(std::move(proposal), acting);
}

Sections claim(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto words = without_days(intent.slot("task"), acting);
  const auto receiver = named_in_slot(intent.slot("to"), false, acting);
  const auto person = holder_in_slot(intent.slot("from"), words, true, intent.spoken, acting);
  for (const auto& one : {receiver, person}) {
    if (!one.unclear.empty()) {
      return one_line(one.unclear);
    }
  }
  if (words.empty() || (receiver.person == no_index && person.person == no_index)) {
    return one_line(context.texts.say("upkeep.how_to_claim"));
  }
  if (acting.sender == no_index) {
    return one_line(context.texts.say("upkeep.you_unknown"));
  }
  Proposal proposal;
  proposal.kind = ProposalKind::transfer;
  proposal.receiver = id_at(receiver.person, context);
  proposal.person = id_at(person.person, context);
  add_days(proposal, intent);
  const auto meant = meant_by(words, intent.spoken, person.person, context);
  if (!meant.sure) {
    return which_task(meant, words, std::move(proposal), acting);
  }
  proposal.task = context.catalogue().task(meant.tasks.front()).id;
  return complete_claim(std::move(proposal), acting);
}

Sections assign_task(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto words = without_days(intent.slot("task"), acting);
  const auto receiver = named_in_slot(intent.slot("person"), false, acting);
  if (!receiver.unclear.empty()) {
    return one_line(receiver.unclear);
  }
  if (words.empty() || receiver.person == no_index) {
    return one_line(context.texts.say("upkeep.how_to_assign"));
  }
  if (receiver.person != acting.sender && !may_assign(receiver.person, acting.turn.sender, context)) {
    return one_line(assign_refusal(receiver.person, context));
  }
  Proposal proposal;
  proposal.kind = ProposalKind::assign;
  proposal.receiver = id_at(receiver.person, context);
  add_days(proposal, intent);
  if (const auto away = said_while(acting.text); !away.empty() && !proposal.to) {
    const auto days = absence_of(away, context);
    if (!days) {
      return one_line(
          context.texts.say("upkeep.while_when", {{"person", person_name(context, receiver.person)}}));
    }
    proposal.from = std::max(days->from, context.today);
    proposal.to = days->to;
  }
  const auto meant = meant_by(words, intent.spoken, no_index, context);
  if (!meant.sure) {
    return which_task(meant, words, std::move(proposal), acting);
  }
  proposal.task = context.catalogue().task(meant.tasks.front()).id;
  auto others = without(holders_of(meant.tasks.front(), context).here, receiver.person);
  std::erase_if(others, [&](PersonIndex one) { return !may_assign(one, acting.turn.sender, context); });
  return others.empty() ? complete_claim(std::move(proposal), acting)
                        : which_holder(std::move(proposal), others, acting);
}

}  // namespace handlers
