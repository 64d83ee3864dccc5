#include "handlers/acting.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/cards/form.hpp"
#include "handlers/confirming/round_answers.hpp"
#include "handlers/confirming/round_cards.hpp"
#include "handlers/confirming/round_days.hpp"
#include "handlers/contacts.hpp"
#include "handlers/part.hpp"
#include "handlers/section_text.hpp"
#include "handlers/sentences.hpp"

namespace handlers {
namespace {

using cards::Field;
using cards::FieldKind;
using cards::FormState;
using cards::Verb;
using store::PersonIndex;

constexpr const char* field_to = "to";
constexpr std::size_t fields_max = 100;

/// One toggle.
struct Line {
  std::string field;
  store::TaskIndex task;
  PersonIndex person;
};

std::vector<Line> lines_of_form(const Asked& asked, const Context& context) {
  std::vector<Line> lines;
  for (const auto& one : asked.open) {
    for (const auto task : tasks_today(one.person, context)) {
      if (lines.size() < fields_max) {
        lines.push_back({"keep_" + std::to_string(one.round.person) + "_" +
                             std::to_string(context.catalogue().task(task).id),
                         task, one.person});
      }
    }
  }
  return lines;
}

std::string label(const Line& line, bool several, const Context& context) {
  const auto title = task_title(context, line.task);
  return several ? context.texts.say("round.person",
                                     {{"person", person_name(context, line.person)}, {"tasks", title}})
                 : title;
}

DialogAnswer form(const FormState& state, const Asked& asked, std::int64_t round, const Context& context) {
  JsonWriter json;
  cards::begin_card(json, context.texts.language(), context.texts.say("round.form_how"));
  cards::text_block(json, context.texts.say("round.form_how"));
  for (const auto& line : lines_of_form(asked, context)) {
    cards::form_field(json, {line.field, FieldKind::toggle, label(line, asked.open.size() > 1, context)},
                      state);
  }
  cards::form_field(json, {field_to, FieldKind::line, context.texts.say("round.field_to"), 80}, state);
  cards::begin_actions(json);
  cards::Button save;
  save.verb = Verb::round_save;
  save.language = context.texts.language();
  save.item = round;
  save.about = list_version(asked.people(), context);
  save.nonce = context.nonce;
  json.begin_object().member("type", "Action.Submit").member("title", context.texts.say("round.button_save"));
  cards::button_data(json, save);
  json.end_object();
  cards::end_actions(json);
  cards::end_card(json);
  return {context.texts.say("round.form"), json.take(), ""};
}

FormState all_kept(const Asked& asked, const Context& context) {
  FormState state;
  for (const auto& line : lines_of_form(asked, context)) {
    state.values[line.field] = "true";
  }
  return state;
}

FormState sent(const Asked& asked, const Acting& acting) {
  auto state = all_kept(asked, acting.context);
  for (auto& [field, value] : state.values) {
    const auto found = acting.turn.action->data.find(field);
    value = found == acting.turn.action->data.end() ? "true" : found->second;
  }
  const auto to = acting.turn.action->data.find(field_to);
  state.values[field_to] = to == acting.turn.action->data.end() ? "" : cards::capped(to->second, 80);
  return state;
}

DialogAnswer submitted(const cards::Button& button, const Asked& asked, const Acting& acting) {
  const auto& context = acting.context;
  if (button.about != list_version(asked.people(), context)) {
    return {"", "", context.texts.say("round.form_changed")};
  }
  auto state = sent(asked, acting);
  PersonIndex to = store::no_index;
  const std::string name(state.value(field_to));
  if (name.find_first_not_of(" \t\r\n") != std::string::npos) {
    const auto people = people_called(name, context);
    if (people.size() != 1) {
      state.faults[field_to] =
          context.texts.say(people.empty() ? "person.unknown" : "plan.fault_which", {{"name", name}});
      return form(state, asked, button.item, context);
    }
    to = people.front();
  }
  std::vector<HandedBack> back;
  for (const auto& line : lines_of_form(asked, context)) {
    if (state.value(line.field) == "false") {
      back.push_back({line.task, line.person, to});
    }
  }
  if (back.empty()) {
    return {"", "", to_text(thanks_for(asked, confirm_all(asked.open, acting), context), context)};
  }
  return {"", "", to_text(correct(asked.open, back, acting), context)};
}

}  // namespace

std::optional<DialogAnswer> round_dialog(const cards::Button& button, const Acting& acting) {
  if (button.verb != Verb::round_edit && button.verb != Verb::round_save) {
    return std::nullopt;
  }
  const auto asked = asked_about(button.item, acting);
  if (!asked.instead.empty()) {
    return DialogAnswer{"", "", to_text(asked.instead, acting.context)};
  }
  return acting.turn.kind == TurnKind::dialog_open
             ? form(all_kept(asked, acting.context), asked, button.item, acting.context)
             : submitted(button, asked, acting);
}

}  // namespace handlers
