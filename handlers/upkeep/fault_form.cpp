#include "handlers/cards/elements.hpp"
#include "handlers/cards/form.hpp"
#include "handlers/part.hpp"
#include "handlers/section_text.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <algorithm>

namespace handlers {
namespace {

using cards::Field;
using cards::FieldKind;
using cards::FormState;
using store::no_index;

constexpr std::size_t digits_min = 8;

bool is_phone(const cards::Button& button) {
  return button.about == "phone";
}

Field field_of(const cards::Button& button, const Texts& texts) {
  return is_phone(button) ? Field{"number", FieldKind::line, texts.say("upkeep.field_number"), 30}
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

bool is_number(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return static_cast<std::size_t>(digits) >= digits_min &&
         text.find_first_not_of("0123456789 +-()") == std::string_view::npos;
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
  if (is_phone(button)) {
    proposal.text = value;
    if (!is_number(value)) {
      state.faults[field.name] = context.texts.say("upkeep.fault_number");
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
  const bool known =
      person_at(button.person, acting.context) != no_index &&
      (is_phone(button) || (button.about == "better" && task_at(button.task, acting.context) != no_index));
  if (!known) {
    return DialogAnswer{"", "", acting.context.texts.say("card.too_old")};
  }
  return acting.turn.kind == TurnKind::dialog_open ? form({}, button, acting.context)
                                                   : submitted(button, acting);
}

}  // namespace handlers
