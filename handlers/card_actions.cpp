#include "handlers/card_actions.hpp"

#include "handlers/acting.hpp"
#include "handlers/cards/card_action.hpp"
#include "handlers/cards/reply_card.hpp"
#include "handlers/cards/shown_sections.hpp"
#include "handlers/confirming/nudge.hpp"
#include "handlers/contacts.hpp"
#include "handlers/learning.hpp"
#include "handlers/open_questions.hpp"
#include "handlers/part.hpp"
#include "handlers/reply.hpp"
#include "handlers/section_text.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;

/// The same answer in the form that waits for it.
Outcome in_form(const CardAction& action, Reply reply) {
  Outcome outcome;
  if (!action.execute) {
    outcome.replies.push_back(std::move(reply));
  } else if (reply.card.empty()) {
    outcome.invoke = InvokeAnswer{200, "", std::move(reply.text)};
  } else {
    outcome.invoke = InvokeAnswer{200, std::move(reply.card), ""};
  }
  return outcome;
}

/// What a function of this folder did, which answers as to a message, as the answer to a tap.
Outcome in_form(const CardAction& action, Outcome done) {
  auto outcome = in_form(action, std::move(done.replies.front()));
  outcome.notices = std::move(done.notices);
  outcome.changed_data = done.changed_data;
  return outcome;
}

Outcome say(const CardAction& action, std::string sentence) {
  return in_form(action, Reply{std::move(sentence), "", ""});
}

/// Only these wait for a person to be picked; anything else in the button is forged.
std::optional<IntentName> person_question(std::string_view name) {
  for (const auto intent : {IntentName::tasks_of_person, IntentName::who_covers, IntentName::availability,
                            IntentName::leader_of_person, IntentName::people_of_leader}) {
    if (name == to_string(intent)) {
      return intent;
    }
  }
  return std::nullopt;
}

Outcome picked_task(const Turn& turn, const cards::Button& button, const Context& context,
                    const Services& services) {
  const auto& action = *turn.action;
  const auto task = context.catalogue().task_by_id(button.task);
  if (task == no_index) {
    return say(action, context.texts.say("card.too_old"));
  }
  auto outcome = in_form(action, make_reply({TaskSection{{task}, false, false}}, context));
  count_pick(turn, task, button.about, context, services, outcome);
  nudge_stale({task}, turn, context, services, outcome);
  return outcome;
}

Outcome picked_person(const CardAction& action, const cards::Button& button, const Context& context) {
  const auto person = context.catalogue().person_by_id(button.person);
  const auto question = person_question(button.about);
  if (person == no_index || !question || has_left(context.catalogue().person(person), context.today)) {
    return say(action, context.texts.say("card.too_old"));
  }
  return in_form(action, make_reply(about_person(*question, person, context).sections, context));
}

/// An entry can be called wrong as long as the catalogue has it.
bool has_role(const store::Catalogue& catalogue, store::TaskIndex task, store::PersonIndex person,
              store::Day today) {
  const auto all = catalogue.responsibilities_of(task);
  return std::any_of(all.begin(), all.end(), [&](const store::Responsibility& responsibility) {
    return responsibility.person == person || stand_in_of(catalogue, responsibility.person, today) == person;
  });
}

/// What may be wrong, above the same answer; that entry's button is gone, so that it cannot be tapped twice.
Reply asked_what(const cards::Button& button, store::TaskIndex task, store::PersonIndex person,
                 const Context& context) {
  auto sections = cards::unpack(button.about, context.catalogue());
  const bool shows_task = std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
    const auto* shown = std::get_if<TaskSection>(&section);
    return shown != nullptr &&
           std::find(shown->tasks.begin(), shown->tasks.end(), task) != shown->tasks.end();
  });
  if (!shows_task) {
    sections = {TaskSection{{task}, false, false}};
  }
  sections.insert(sections.begin(), which_fault(task, person, context));
  const auto text = to_text(sections, context);
  return {text, cards::reply_card(sections, context, text, Reported{button.task, button.person}), ""};
}

Outcome wrong_person(const Turn& turn, const cards::Button& button, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto task = catalogue.task_by_id(button.task);
  const auto person = catalogue.person_by_id(button.person);
  const bool known =
      task != no_index && person != no_index && has_role(catalogue, task, person, context.today);
  if (!known) {
    return say(*turn.action, context.texts.say("card.too_old"));
  }
  auto reply = asked_what(button, task, person, context);
  if (!turn.action->execute) {
    reply = make_reply({which_fault(task, person, context)}, context);  // a submit adds a message
  }
  return in_form(*turn.action, std::move(reply));
}

/// What an invoke is answered with is seen by the one who tapped alone. If it is a copy of something, the
/// message itself becomes that copy: others and other devices see it, and it is edited later.
void keep_tapped(const Turn& turn, const Services& services, Outcome& done) {
  auto& reply = done.replies.front();
  if (!reply.copy || !turn.action->execute || turn.replied_to.empty()) {
    return;
  }
  if (auto here = store::find_conversation(services.transaction.database(), turn.tenant, turn.conversation)) {
    auto kept = reply;
    kept.update_activity = turn.replied_to;
    done.notices.push_back({std::move(*here), std::move(kept)});
  }
}

/// Networks, gatherings, reminders: whoever knows the verb answers.
Outcome tap(const Turn& turn, const cards::Button& button, const Context& context, const Services& services) {
  Outcome done;
  const Acting acting{turn, services, context,
                      done, "",       sender_in_catalogue(turn.sender, context.catalogue())};
  std::optional<Sections> sections;
  for (const auto door : {tap_networks, tap_gatherings, tap_answers, tap_reminders, tap_leaving, tap_endings,
                          tap_rounds, tap_nudge, tap_upkeep, tap_overviews}) {
    if (!sections) {
      sections = door(button, acting);
    }
  }
  if (!sections && (button.verb == cards::Verb::yes || button.verb == cards::Verb::no)) {
    sections = do_pending(button.about, button.verb == cards::Verb::yes, acting);
  }
  if (!sections) {
    return say(*turn.action, context.texts.say("card.too_old"));
  }
  done.replies.push_back(make_reply(std::move(*sections), context));
  keep_tapped(turn, services, done);
  return in_form(*turn.action, std::move(done));
}

}  // namespace

Outcome act_on_card(const Turn& turn, const std::string& nonce, const Services& services) {
  const auto button = cards::parse_button(*turn.action);
  const auto language = cards::button_language(*turn.action).value_or(language_of_locale(turn.locale));
  const auto& texts = Texts::in(language);
  if (!button) {
    return say(*turn.action, texts.say("card.too_old"));
  }
  const Context context{
      services.finder, services.policy, texts, local_day(turn.now, services.policy.zone), turn.scope, nonce};
  switch (button->verb) {
    case cards::Verb::pick:
      return picked_task(turn, *button, context, services);
    case cards::Verb::pick_person:
      return picked_person(*turn.action, *button, context);
    case cards::Verb::wrong_person:
      return wrong_person(turn, *button, context);
    case cards::Verb::ask_owner:
      return in_form(*turn.action, ask_owner(turn, *button, context, services));
    case cards::Verb::answer_question:
      return in_form(*turn.action, answer_question(turn, *button, context, services));
    case cards::Verb::dismiss_question:
      return in_form(*turn.action, dismiss_question(turn, *button, context, services));
    case cards::Verb::learn_word:
    case cards::Verb::decline_word:
      return in_form(*turn.action, decide_word(turn, *button, context, services));
    case cards::Verb::gathering_send:
    case cards::Verb::gathering_leaders:
    case cards::Verb::gathering_edit:
    case cards::Verb::gathering_save:
    case cards::Verb::gathering_drop:
    case cards::Verb::gathering_answers:
    case cards::Verb::gathering_nudge:
    case cards::Verb::gathering_announce:
    case cards::Verb::gathering_file:
    case cards::Verb::rsvp:
    case cards::Verb::leader_approve:
    case cards::Verb::leader_leave_out:
    case cards::Verb::network_join:
    case cards::Verb::network_leave:
    case cards::Verb::network_open_again:
    case cards::Verb::reminder_withdraw:
    case cards::Verb::unmute:
    case cards::Verb::overview_list:
    case cards::Verb::overview_setting:
    case cards::Verb::confirm_entry:
    case cards::Verb::deny_entry:
    case cards::Verb::leaver_all:
    case cards::Verb::leaver_each:
    case cards::Verb::leaver_stays:
    case cards::Verb::leaver_give:
    case cards::Verb::leaver_vacant:
    case cards::Verb::ending_on:
    case cards::Verb::ending_off:
    case cards::Verb::round_confirm:
    case cards::Verb::round_edit:
    case cards::Verb::round_save:
    case cards::Verb::round_not_me:
    case cards::Verb::round_none_mine:
    case cards::Verb::round_show:
    case cards::Verb::round_have_none:
    case cards::Verb::round_missing:
    case cards::Verb::correct:
    case cards::Verb::correct_form:
    case cards::Verb::correct_send:
    case cards::Verb::propose:
    case cards::Verb::proposal_yes:
    case cards::Verb::proposal_no:
    case cards::Verb::proposal_withdraw:
    case cards::Verb::task_take_back:
    case cards::Verb::yes:
    case cards::Verb::no:
      return tap(turn, *button, context, services);
  }
  return say(*turn.action, texts.say("card.too_old"));
}

Outcome act_on_dialog(const Turn& turn, const std::string& nonce, const Services& services) {
  Outcome outcome;
  const auto language = turn.action
                            ? cards::button_language(*turn.action).value_or(language_of_locale(turn.locale))
                            : language_of_locale(turn.locale);
  const Context context{services.finder,     services.policy,
                        Texts::in(language), local_day(turn.now, services.policy.zone),
                        turn.scope,          nonce};
  const auto button = turn.action ? cards::parse_button(*turn.action) : std::nullopt;
  if (!button) {
    outcome.dialog = DialogAnswer{"", "", context.texts.say("card.too_old")};
    return outcome;
  }
  const Acting acting{turn,    services, context,
                      outcome, "",       sender_in_catalogue(turn.sender, context.catalogue())};
  for (const auto door : {gathering_dialog, round_dialog, upkeep_dialog}) {
    if (!outcome.dialog) {
      outcome.dialog = door(*button, acting);
    }
  }
  if (!outcome.dialog) {
    outcome.dialog = DialogAnswer{"", "", context.texts.say("card.too_old")};
  }
  return outcome;
}

}  // namespace handlers
