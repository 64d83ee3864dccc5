#include "handlers/gatherings/planning_dialog.hpp"

#include "handlers/access.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/moving.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_draft.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/part.hpp"
#include "handlers/reply.hpp"
#include "handlers/section_text.hpp"
#include "handlers/time/zone.hpp"
#include "store/conversations.hpp"

#include <charconv>
#include <cstdio>

namespace handlers {
namespace {

using cards::Field;
using cards::FieldKind;
using cards::FormState;

constexpr int capacity_max = 100'000;

std::vector<Field> fields_of(const Texts& texts) {
  return {{"day", FieldKind::day, texts.say("plan.field_day")},
          {"start", FieldKind::time, texts.say("plan.field_start")},
          {"end", FieldKind::time, texts.say("plan.field_end")},
          {"place", FieldKind::line, texts.say("plan.field_place"), 120},
          {"capacity", FieldKind::number, texts.say("plan.field_capacity")},
          {"answer_by", FieldKind::day, texts.say("plan.field_answer_by")},
          {"chair", FieldKind::line, texts.say("plan.field_chair"), 80},
          {"minutes", FieldKind::line, texts.say("plan.field_minutes"), 80},
          {"case", FieldKind::line, texts.say("plan.field_case"), 40, "24.10.07-G20-4-15"},
          {"agenda", FieldKind::text, texts.say("plan.field_agenda"), 4000}};
}

std::string clock(std::chrono::minutes of_day) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(of_day.count() / 60 % 24),
                static_cast<int>(of_day.count() % 60));
  return text;
}

std::optional<std::chrono::minutes> read_clock(std::string_view text) {
  const auto time = read_local_time("2026-01-01T" + std::string(text.substr(0, 5)));
  return time ? std::optional(time->of_day) : std::nullopt;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos
             ? std::string()
             : std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::int64_t person_in(FormState& state, const std::string& field, const Context& context) {
  const auto name = trimmed(state.value(field));
  if (name.empty()) {
    return 0;
  }
  const auto people = people_called(name, context);
  if (people.size() == 1) {
    return context.catalogue().person(people.front()).id;
  }
  state.faults[field] =
      context.texts.say(people.empty() ? "person.unknown" : "plan.fault_which", {{"name", name}});
  return 0;
}

void read_times(FormState& state, Wish& wish, const Context& context, store::Instant now) {
  const auto& texts = context.texts;
  wish.day = read_day(state.value("day"));
  wish.start = read_clock(state.value("start"));
  const auto end = read_clock(state.value("end"));
  if (!wish.day) {
    state.faults["day"] = texts.say("plan.fault_day");
  }
  if (!wish.start) {
    state.faults["start"] = texts.say("plan.fault_time");
  }
  if (!end) {
    state.faults["end"] = texts.say("plan.fault_time");
  }
  if (!wish.day || !wish.start || !end) {
    return;
  }
  if (*end <= *wish.start) {
    state.faults["end"] = texts.say("plan.fault_end");
    return;
  }
  wish.length = *end - *wish.start;
  if (to_instant({*wish.day, *wish.start}, context.policy.zone).instant <= now) {
    state.faults["day"] = texts.say("plan.fault_past");
  }
}

void read_deadline(FormState& state, Wish& wish, const Context& context) {
  const auto text = state.value("answer_by");
  wish.answer_by = read_day(text);
  if (!text.empty() && !wish.answer_by) {
    state.faults["answer_by"] = context.texts.say("plan.fault_day");
  } else if (wish.answer_by && wish.day && (*wish.answer_by > *wish.day || *wish.answer_by < context.today)) {
    state.faults["answer_by"] = context.texts.say("plan.fault_answer_by");
  }
}

DialogAnswer form(const FormState& state, const store::Gathering& gathering, const Acting& acting) {
  const auto network = store::find_network(acting.database(), gathering.network);
  return {cards::capped(network ? gathering_title(gathering, *network, acting.context) : "", 60),
          form_card(state, gathering, version_of(gathering), acting.context), ""};
}

/// The gathering that a form is about, if the sender may change it; else the refusal.
struct Opened {
  std::optional<store::Gathering> gathering;
  DialogAnswer refusal;
};

Opened opened(const cards::Button& button, const Acting& acting) {
  Opened opened;
  opened.gathering = store::find_gathering(acting.database(), button.item);
  const auto network =
      opened.gathering ? store::find_network(acting.database(), opened.gathering->network) : std::nullopt;
  if (!network) {
    opened.refusal.message = acting.context.texts.say("card.too_old");
  } else if (!may_change(*opened.gathering, *network, acting)) {
    opened.refusal.message = coordinator_refusal(*network, acting.context);
  } else if (opened.gathering->state == store::GatheringState::cancelled ||
             opened.gathering->state == store::GatheringState::dropped) {
    opened.refusal.message = acting.context.texts.say(
        "cancel.already", {{"title", gathering_title(*opened.gathering, *network, acting.context)}});
  }
  return opened;
}

/// The preview in the conversation shows the draft as it is now.
void refresh_preview(const store::Gathering& gathering, const Acting& acting) {
  const auto network = store::find_network(acting.database(), gathering.network).value();
  const auto context = in_language(language_of_code(gathering.language), acting.context);
  std::vector<std::string> notes;
  if (const auto why = day_off_in_words(start_of(gathering).day, context); !why.empty()) {
    notes.push_back(context.texts.say("move.day_off", {{"why", why}}));
  }
  auto reply = make_reply(preview_sections(gathering, network, acting.sender, acting.database(), context,
                                           acting.turn.now, std::move(notes)),
                          context);
  const auto copy = store::latest_copy(acting.database(), gathering.id, 0, store::CopyKind::status);
  const auto there = copy && copy->state == store::CopyState::sent
                         ? store::find_conversation(acting.database(), copy->tenant, copy->conversation)
                         : std::nullopt;
  if (!there) {
    acting.outcome.replies.push_back(std::move(reply));
    return;
  }
  reply.update_activity = copy->activity;
  acting.outcome.notices.push_back({*there, std::move(reply)});
}

}  // namespace

FormState form_of(const store::Gathering& gathering, const Context& context) {
  FormState state;
  const auto start = start_of(gathering);
  state.values["day"] = to_string(start.day);
  state.values["start"] = clock(start.of_day);
  state.values["end"] = clock(end_of(gathering).of_day);
  state.values["place"] = gathering.place;
  state.values["capacity"] = gathering.capacity == 0 ? "" : std::to_string(gathering.capacity);
  state.values["answer_by"] = gathering.answer_by == store::Instant{}
                                  ? ""
                                  : to_string(local_day(gathering.answer_by, context.policy.zone));
  state.values["chair"] = person_by_id(gathering.chair, context);
  state.values["minutes"] = person_by_id(gathering.minutes, context);
  state.values["case"] = gathering.case_number;
  state.values["agenda"] = gathering.agenda;
  return state;
}

std::string form_card(const FormState& state, const store::Gathering& gathering, const std::string& version,
                      const Context& context) {
  JsonWriter json;
  cards::begin_card(json, context.texts.language(), context.texts.say("plan.form"));
  if (const auto fault = state.faults.find(""); fault != state.faults.end()) {
    cards::form_fault(json, fault->second);
  }
  for (const auto& field : fields_of(context.texts)) {
    cards::form_field(json, field, state);
  }
  cards::begin_actions(json);
  cards::Button save;
  save.verb = cards::Verb::gathering_save;
  save.language = context.texts.language();
  save.item = gathering.id;
  save.about = version;
  save.nonce = context.nonce;
  json.begin_object().member("type", "Action.Submit").member("title", context.texts.say("plan.button_save"));
  cards::button_data(json, save);
  json.end_object();
  cards::end_actions(json);
  cards::end_card(json);
  return json.take();
}

Wish read_form(FormState& state, const store::Gathering& gathering, const Context& context,
               store::Instant now) {
  auto wish = wish_of(gathering, context);
  read_times(state, wish, context, now);
  read_deadline(state, wish, context);
  wish.place = cards::capped(trimmed(state.value("place")), 120);
  wish.agenda = cards::capped(trimmed(state.value("agenda")), 4000);
  const auto capacity = trimmed(state.value("capacity"));
  int number = 0;
  const auto read = std::from_chars(capacity.data(), capacity.data() + capacity.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == capacity.data() + capacity.size();
  if (!capacity.empty() && (!whole || number < 1 || number > capacity_max)) {
    state.faults["capacity"] = context.texts.say("plan.fault_capacity");
  }
  wish.capacity = capacity.empty() ? 0 : number;
  wish.chair = person_in(state, "chair", context);
  wish.minutes = person_in(state, "minutes", context);
  wish.case_number = trimmed(state.value("case"));
  if (!wish.case_number.empty() && !is_case_number(wish.case_number)) {
    state.faults["case"] = context.texts.say("plan.case_number", {{"number", wish.case_number}});
  }
  return wish;
}

namespace {

DialogAnswer submitted(const cards::Button& button, store::Gathering gathering, const Acting& acting) {
  const auto& context = acting.context;
  FormState state;
  for (const auto& field : fields_of(context.texts)) {
    const auto found = acting.turn.action->data.find(field.name);
    state.values[field.name] = found == acting.turn.action->data.end() ? "" : found->second;
  }
  const auto wish = read_form(state, gathering, context, acting.turn.now);
  if (button.about != version_of(gathering)) {
    state.faults[""] = context.texts.say("plan.fault_changed");
  }
  if (!state.faults.empty()) {
    return form(state, gathering, acting);
  }
  if (gathering.state != store::GatheringState::draft) {
    return {"", "", to_text(change_gathering(wish, false, acting), context)};
  }
  if (!change_draft(wish, gathering, acting)) {
    state.faults[""] = context.texts.say("plan.fault_changed");
    return form(state, store::find_gathering(acting.database(), gathering.id).value(), acting);
  }
  acting.outcome.changed_data = true;
  refresh_preview(gathering, acting);
  return {};
}

}  // namespace

std::optional<DialogAnswer> gathering_dialog(const cards::Button& button, const Acting& acting) {
  if (button.verb != cards::Verb::gathering_edit && button.verb != cards::Verb::gathering_save) {
    return std::nullopt;
  }
  auto about = opened(button, acting);
  if (!about.refusal.message.empty()) {
    return about.refusal;
  }
  return acting.turn.kind == TurnKind::dialog_open
             ? form(form_of(*about.gathering, acting.context), *about.gathering, acting)
             : submitted(button, std::move(*about.gathering), acting);
}

}  // namespace handlers
