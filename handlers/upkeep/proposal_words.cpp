#include "handlers/access.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/leaving/receivers.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/facts.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace handlers {
namespace {

using store::no_index;
using store::Proposal;
using store::ProposalKind;

constexpr std::size_t title_bytes_in_button = 120;
constexpr std::size_t receivers_offered = 2;

std::string name_at(std::int64_t id, const Context& context) {
  const auto person = person_at(id, context);
  return person == no_index ? context.texts.say("upkeep.somebody") : person_name(context, person);
}

std::string title_of(const Proposal& proposal, const Context& context) {
  const auto task = task_at(proposal.task, context);
  return task == no_index ? cards::capped(proposal.text, Shown::title_characters) : task_title(context, task);
}

/// The receiver has the task already, until some day.
bool has_until(const Proposal& proposal, const Context& context) {
  const auto task = task_at(proposal.task, context);
  const auto receiver = person_at(proposal.receiver, context);
  const auto all = task == no_index ? std::span<const store::Responsibility>{}
                                    : context.catalogue().responsibilities_of(task);
  return std::any_of(all.begin(), all.end(), [&](const store::Responsibility& one) {
    return one.person == receiver && one.to && *one.to >= context.today && one.role != store::Role::stand_in;
  });
}

std::string new_task_in_words(const Proposal& proposal, const Context& context) {
  const auto& texts = context.texts;
  auto line = texts.say("upkeep.change_add", {{"task", title_of(proposal, context)}});
  const auto list = [&](std::string_view key, const std::vector<std::string>& items) {
    if (!items.empty()) {
      std::string all;
      for (const auto& item : items) {
        all += (all.empty() ? "" : ", ") + item;
      }
      line += " " + texts.say(key, {{"list", cards::capped(all, Shown::title_characters)}});
    }
  };
  list("upkeep.change_kle", proposal.kle);
  list("upkeep.change_keywords", proposal.keywords);
  if (proposal.receiver != 0) {
    line += " " + texts.say("upkeep.change_add_to", {{"person", name_at(proposal.receiver, context)},
                                                     {"days", days_in_words(proposal, context)}});
  }
  return line;
}

std::string correction_in_words(const Proposal& proposal, const Context& context) {
  const auto& texts = context.texts;
  const auto person = name_at(proposal.person, context);
  const auto task = title_of(proposal, context);
  if (proposal.fault == "left") {
    return texts.say("upkeep.change_left", {{"person", person}});
  }
  if (const auto* fact = fact_of(proposal.fault)) {
    return proposal.text.empty()
               ? texts.say(fact->change_wrong, {{"person", person}})
               : texts.say(fact->change, {{"person", person},
                                          {"value", cards::capped(proposal.text, fact->characters_max)}});
  }
  if (proposal.fault == "better" || (proposal.fault == "task" && proposal.receiver != 0)) {
    return texts.say("upkeep.change_better",
                     {{"receiver", name_at(proposal.receiver, context)}, {"task", task}, {"person", person}});
  }
  return proposal.fault == "task"
             ? texts.say("upkeep.change_not", {{"person", person}, {"task", task}, {"days", ""}})
             : texts.say("upkeep.change_details", {{"person", person}});
}

Offer offer_of(cards::Verb verb, std::string title, std::int64_t proposal) {
  Offer offer{std::move(title), {}};
  offer.button.verb = verb;
  offer.button.item = proposal;
  return offer;
}

void add_value_wanted(OfferSection& section, const Proposal& proposal, const Context& context) {
  const auto* fact = fact_of(proposal.fault);
  section.lines.push_back(context.texts.say(fact == nullptr ? "upkeep.ask_which" : fact->ask));
  add_fact_buttons(section.offers, proposal.fault, proposal.person, false, context);
}

/// Who may have it instead: whoever has the neighbouring tasks, and may be given it by the approver.
void add_receivers(OfferSection& section, const Proposal& proposal, store::PersonIndex approver,
                   const Context& context) {
  const auto task = task_at(proposal.task, context);
  const auto person = person_at(proposal.person, context);
  if (!is_given_up(proposal) || task == no_index || person == no_index || approver == person ||
      approver == no_index) {
    return;
  }
  const auto sender = as_sender(approver, context.catalogue());
  for (const auto receiver : receivers_for(task, given_on_by(person, context), receivers_offered, context)) {
    if (may_assign(receiver, sender, context)) {
      auto offer = offer_of(
          cards::Verb::proposal_yes,
          context.texts.say("upkeep.button_to", {{"person", person_name(context, receiver)}}), proposal.id);
      offer.button.person = context.catalogue().person(receiver).id;
      section.offers.push_back(std::move(offer));
    }
  }
}

std::string day_or_dash(store::OptionalDay day) {
  return day ? to_string(*day) : "-";
}

std::string_view next_word(std::string_view& rest) {
  const auto word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  return word;
}

}  // namespace

std::string days_in_words(const Proposal& proposal, const Context& context) {
  const auto& texts = context.texts;
  if (proposal.from && proposal.to) {
    return " " + texts.say("upkeep.from_to",
                           {{"from", day(context, *proposal.from)}, {"to", day(context, *proposal.to)}});
  }
  if (proposal.from && *proposal.from > context.today) {
    return " " + texts.say("upkeep.from", {{"from", day(context, *proposal.from)}});
  }
  return proposal.to ? " " + texts.say("upkeep.to", {{"to", day(context, *proposal.to)}}) : "";
}

std::string change_in_words(const Proposal& proposal, const Context& context) {
  const auto& texts = context.texts;
  const auto receiver = name_at(proposal.receiver, context);
  const auto person = name_at(proposal.person, context);
  const auto days = days_in_words(proposal, context);
  switch (proposal.kind) {
    case ProposalKind::transfer:
      if (proposal.receiver == 0) {
        return texts.say("upkeep.change_not",
                         {{"person", person}, {"task", title_of(proposal, context)}, {"days", days}});
      }
      return proposal.person == 0
                 ? texts.say("upkeep.change_assign",
                             {{"person", receiver}, {"task", title_of(proposal, context)}, {"days", days}})
                 : texts.say("upkeep.change_transfer", {{"receiver", receiver},
                                                        {"task", title_of(proposal, context)},
                                                        {"person", person},
                                                        {"days", days}});
    case ProposalKind::assign:
      return texts.say(has_until(proposal, context) ? "upkeep.change_goes_on" : "upkeep.change_assign",
                       {{"person", receiver}, {"task", title_of(proposal, context)}, {"days", days}});
    case ProposalKind::add:
      return new_task_in_words(proposal, context);
    case ProposalKind::correct:
      return correction_in_words(proposal, context);
  }
  return {};
}

bool is_given_up(const Proposal& proposal) {
  return proposal.receiver == 0 && (proposal.kind == ProposalKind::transfer ||
                                    (proposal.kind == ProposalKind::correct && proposal.fault == "task"));
}

OfferSection question(const Proposal& proposal, const std::vector<Proposal>& rivals,
                      store::PersonIndex approver, Language language, const Desk& desk) {
  const auto& texts = Texts::in(language);
  const Context context{desk.context.finder, desk.context.policy, texts,
                        desk.context.today,  Scope::personal,     desk.context.nonce};
  OfferSection section;
  if (!rivals.empty()) {
    section.lines.push_back(texts.say("upkeep.ask_rivals", {{"task", title_of(proposal, context)}}));
    section.lines.push_back(texts.say("upkeep.until_then"));
    for (const auto& one : rivals) {
      section.offers.push_back(offer_of(cards::Verb::proposal_yes, name_at(one.receiver, context), one.id));
    }
    auto none = offer_of(cards::Verb::proposal_no, texts.say("upkeep.button_none"), proposal.id);
    none.button.about = "all";
    section.offers.push_back(std::move(none));
    return section;
  }
  const auto said = store::supporters(desk.database(), proposal.id);
  const auto author = name_of(proposal.author, context);
  section.lines.push_back(texts.say("upkeep.ask", {{"change", change_in_words(proposal, context)}}));
  section.lines.push_back(
      said.size() > 1 ? texts.say("upkeep.said_by_several", {{"count", std::to_string(said.size())}})
                      : texts.say("upkeep.said_by",
                                  {{"person", author.empty() ? texts.say("upkeep.somebody") : author}}));
  if (needs_value(proposal)) {
    add_value_wanted(section, proposal, context);
  } else {
    section.offers.push_back(offer_of(cards::Verb::proposal_yes, texts.say("button.yes"), proposal.id));
    add_receivers(section, proposal, approver, context);
  }
  section.offers.push_back(offer_of(cards::Verb::proposal_no, texts.say("button.no"), proposal.id));
  return section;
}

Sections ask_for_value(const Proposal& proposal, const Context& context) {
  OfferSection section;
  add_value_wanted(section, proposal, context);
  return {std::move(section)};
}

std::string names_of(const std::vector<store::PersonIndex>& people, const Context& context) {
  std::vector<std::string> names;
  for (const auto person : people) {
    names.push_back(person_name(context, person));
  }
  return joined(names, context.texts);
}

std::string approvers_in_words(const Proposal& proposal, const Context& context) {
  return names_of(approvers(proposal, context), context);
}

cards::Button propose_button(const Proposal& proposal) {
  cards::Button button;
  button.verb = cards::Verb::propose;
  button.task = proposal.task;
  button.person = proposal.person;
  const auto* kind = proposal.kind == ProposalKind::transfer ? "transfer"
                     : proposal.kind == ProposalKind::assign ? "assign"
                     : proposal.kind == ProposalKind::add    ? "add"
                                                             : "correct";
  button.about = std::string(kind) + " " + (proposal.fault.empty() ? "-" : proposal.fault) + " " +
                 std::to_string(proposal.receiver) + " " + day_or_dash(proposal.from) + " " +
                 day_or_dash(proposal.to) + " " + proposal.text.substr(0, title_bytes_in_button);
  return button;
}

std::optional<Proposal> proposal_in(const cards::Button& button) {
  std::string_view rest = button.about;
  const auto kind = next_word(rest);
  const auto fault = next_word(rest);
  const auto receiver = next_word(rest);
  Proposal proposal;
  proposal.kind = kind == "transfer" ? ProposalKind::transfer
                  : kind == "assign" ? ProposalKind::assign
                  : kind == "add"    ? ProposalKind::add
                                     : ProposalKind::correct;
  if (proposal.kind == ProposalKind::correct) {
    constexpr std::array<std::string_view, 2> at_once{"task", "left"};
    if (std::find(at_once.begin(), at_once.end(), fault) == at_once.end()) {
      return std::nullopt;
    }
    proposal.fault = fault;
  }
  const auto [end, error] =
      std::from_chars(receiver.data(), receiver.data() + receiver.size(), proposal.receiver);
  if (error != std::errc() || end != receiver.data() + receiver.size()) {
    return std::nullopt;
  }
  proposal.from = read_day(next_word(rest));
  proposal.to = read_day(next_word(rest));
  if (proposal.from && proposal.to && *proposal.to < *proposal.from) {
    return std::nullopt;
  }
  proposal.text = rest;
  proposal.task = button.task;
  proposal.person = button.person;
  return proposal;
}

}  // namespace handlers
