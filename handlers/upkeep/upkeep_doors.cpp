#include "handlers/access.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/facts.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <charconv>
#include <utility>

namespace handlers {
namespace {

/// A choice of a pick list: who taps is the author, and everything is looked up again.
Sections choose(const cards::Button& button, const Acting& acting) {
  const auto& context = acting.context;
  auto proposal = proposal_in(button);
  if (!proposal || acting.sender == store::no_index) {
    return one_line(context.texts.say(proposal ? "upkeep.you_unknown" : "card.too_old"));
  }
  const auto receiver = person_at(proposal->receiver, context);
  if (proposal->kind == store::ProposalKind::add) {
    const bool names_nobody = proposal->receiver != 0 && receiver == store::no_index;
    const bool may = receiver == store::no_index || receiver == acting.sender ||
                     may_assign(receiver, acting.turn.sender, context);
    if (proposal->text.empty() || names_nobody) {
      return one_line(context.texts.say("card.too_old"));
    }
    return may ? submit(std::move(*proposal), acting) : one_line(assign_refusal(receiver, context));
  }
  if (proposal->kind == store::ProposalKind::assign && receiver != acting.sender &&
      receiver != store::no_index && !may_assign(receiver, acting.turn.sender, context)) {
    return one_line(assign_refusal(receiver, context));
  }
  return proposal->kind == store::ProposalKind::correct ? one_line(context.texts.say("card.too_old"))
                                                        : complete_claim(std::move(*proposal), acting);
}

/// An entry can be called wrong as long as the catalogue has it.
bool has_entry(const cards::Button& button, const Context& context) {
  const auto task = task_at(button.task, context);
  const auto person = person_at(button.person, context);
  if (person == store::no_index || task == store::no_index) {
    return false;
  }
  for (const auto& one : context.catalogue().responsibilities_of_person(person)) {
    if (one.task == task) {
      return true;
    }
  }
  return false;
}

Sections report(const cards::Button& button, const Acting& acting) {
  const auto& context = acting.context;
  const auto person = person_at(button.person, context);
  if (person == store::no_index || (button.about == "task" && !has_entry(button, context))) {
    return one_line(context.texts.say("card.too_old"));
  }
  if (button.about == "task" && person == acting.sender) {
    return not_mine(task_at(button.task, context), acting);
  }
  if (button.about == "details") {
    OfferSection which{
        {context.texts.say("upkeep.what_is_wrong_with", {{"person", person_name(context, person)}})}, {}};
    add_fact_buttons(which.offers, "details", button.person, true, context);
    return {std::move(which)};
  }
  store::Proposal proposal;
  proposal.person = button.person;
  proposal.fault = button.about;
  if (button.about == "task") {
    proposal.task = button.task;
  } else if (button.about != "left") {
    return one_line(context.texts.say("card.too_old"));
  }
  return submit(std::move(proposal), acting);
}

}  // namespace

std::optional<Part> act_on_upkeep(const Intent& intent, const Acting& acting) {
  using enum IntentName;
  using Act = Sections (*)(const Intent&, const Acting&);
  static constexpr std::pair<IntentName, Act> doors[] = {{task_transfer, claim},
                                                         {task_assign, assign_task},
                                                         {task_add, handlers::add_task},
                                                         {task_report_wrong, report_fault},
                                                         {catalogue_history, show_history},
                                                         {catalogue_roles, change_roles},
                                                         {proposals_show, show_waiting}};
  for (const auto& [name, door] : doors) {
    if (name == intent.name) {
      Part part;
      part.sections = door(intent, acting);
      return part;
    }
  }
  return std::nullopt;
}

std::optional<Sections> tap_upkeep(const cards::Button& button, const Acting& acting) {
  using enum cards::Verb;
  if (button.verb == propose) {
    return choose(button, acting);
  }
  if (button.verb == cards::Verb::correct) {
    return report(button, acting);
  }
  if (button.verb == correct_form || button.verb == correct_send) {
    return one_line(acting.context.texts.say("upkeep.write_instead"));  // a client without dialogs
  }
  if (button.verb == proposal_yes) {
    return decide(button.item, true, acting, button.person);
  }
  if (button.verb == proposal_no) {
    return button.about == "all" ? refuse_all(button.item, acting) : decide(button.item, false, acting);
  }
  if (button.verb == proposal_withdraw) {
    return withdraw_proposal(button.item, acting);
  }
  return button.verb == task_take_back ? std::optional(take_back(button.item, acting)) : std::nullopt;
}

std::optional<DialogAnswer> upkeep_dialog(const cards::Button& button, const Acting& acting) {
  return fault_form(button, acting);
}

std::optional<Sections> do_pending_proposal(const std::string& pending, bool yes, const Acting& acting) {
  std::int64_t id = 0;
  const auto space = pending.find(' ');
  if (space != std::string::npos) {
    std::from_chars(pending.data() + space + 1, pending.data() + pending.size(), id);
  }
  return decide(id, yes, acting);
}

}  // namespace handlers
