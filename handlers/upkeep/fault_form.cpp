#include "handlers/cards/elements.hpp"
#include "handlers/cards/form.hpp"
#include "handlers/part.hpp"
#include "handlers/section_text.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/facts.hpp"
#include "handlers/upkeep/upkeep.hpp"

namespace handlers {
namespace {

using cards::Field;
using cards::FieldKind;
using cards::FormState;
using store::no_index;

Field field_of(const cards::Button& button, const Texts& texts) {
  const auto* fact = fact_of(button.about);
  return fact != nullptr
             ? Field{std::string(fact->fault), FieldKind::line, texts.say(fact->label), fact->characters_max}
             : Field{"name", FieldKind::line, texts.say("upkeep.field_name"), 80};
}

DialogAnswer form(const FormState& state, const cards::Button& opened, const Context& context) {
  const auto& texts = context.texts;
  JsonWriter json;
  cards::begin_card(json, texts.language(), texts.say("upkeep.form"));
  cards::form_field(json, field_of(opened, texts), state);
  cards::begin_actions(json);
  auto send = opened;
  send.verb = cards::Verb::correct_send;
  send.language = texts.language();
  send.nonce = context.nonce;
  json.begin_object().member("type", "Action.Submit").member("title", texts.say("upkeep.button_send"));
  cards::button_data(json, send);
  json.end_object();
  cards::end_actions(json);
  cards::end_card(json);
  return {person_name(context, person_at(opened.person, context)), json.take(), ""};
}

DialogAnswer submitted(const cards::Button& button, const Acting& acting) {
  const auto& context = acting.context;
  const auto field = field_of(button, context.texts);
  FormState state;
  const auto sent = acting.turn.action->data.find(field.name);
  state.values[field.name] = sent == acting.turn.action->data.end() ? "" : sent->second;
  const std::string value(state.value(field.name));
  store::Proposal proposal;
  proposal.fault = button.about;
  proposal.person = button.person;
  if (const auto* fact = fact_of(button.about)) {
    proposal.text = right_value(*fact, value, person_at(button.person, context), context);
    if (proposal.text.empty()) {
      state.faults[field.name] = context.texts.say(fact->refusal);
    }
  } else {
    const auto named = named_in_slot(value, false, acting);
    if (named.person == no_index) {
      state.faults[field.name] =
          named.unclear.empty() ? context.texts.say("upkeep.fault_name") : named.unclear;
    } else {
      proposal.task = button.task;
      proposal.receiver = context.catalogue().person(named.person).id;
      if (proposal.receiver == proposal.person) {
        state.faults[field.name] = context.texts.say(
            "upkeep.has_already", {{"person", person_name(context, named.person)},
                                   {"task", task_title(context, task_at(button.task, context))}});
      }
    }
  }
  if (!state.faults.empty()) {
    return form(state, button, context);
  }
  return {"", "", to_text(submit(std::move(proposal), acting), context)};
}

}  // namespace

std::optional<DialogAnswer> fault_form(const cards::Button& button, const Acting& acting) {
  if (button.verb != cards::Verb::correct_form && button.verb != cards::Verb::correct_send) {
    return std::nullopt;
  }
  const bool known = person_at(button.person, acting.context) != no_index &&
                     (fact_of(button.about) != nullptr ||
                      (button.about == "better" && task_at(button.task, acting.context) != no_index));
  if (!known) {
    return DialogAnswer{"", "", acting.context.texts.say("card.too_old")};
  }
  return acting.turn.kind == TurnKind::dialog_open ? form({}, button, acting.context)
                                                   : submitted(button, acting);
}

}  // namespace handlers
