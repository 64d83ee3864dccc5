#include "handlers/acting.hpp"
#include "handlers/confirming/round_answers.hpp"
#include "handlers/confirming/round_cards.hpp"
#include "handlers/confirming/round_days.hpp"
#include "handlers/reply.hpp"

namespace handlers {
namespace {

using cards::Verb;
using store::RoundState;

/// The message itself, too: other devices and tomorrow's scrolling show what became of it.
void keep_on_card(const Sections& sections, const Acting& acting) {
  const auto& turn = acting.turn;
  if (turn.scope != Scope::personal || turn.replied_to.empty()) {
    return;
  }
  if (auto here = store::find_conversation(acting.database(), turn.tenant, turn.conversation)) {
    const auto there =
        elsewhere(acting.context, acting.context.texts.language(), *here, acting.outcome.notices.size() + 1);
    auto reply = make_reply(sections, there);
    reply.update_activity = turn.replied_to;
    acting.outcome.notices.push_back({std::move(*here), std::move(reply)});
  }
}

Sections done(Sections sections, const Acting& acting) {
  keep_on_card(sections, acting);
  return sections;
}

/// The list is not the one that the card showed: shown again, before anything is confirmed or handed back.
Sections changed_list(const Asked& asked, const cards::Button& button, const Acting& acting) {
  return full_list_sections(button.item, asked.people(), acting.context.texts.say("round.changed"),
                            acting.context);
}

Sections hand_everything_back(const Asked& asked, const Acting& acting) {
  std::vector<HandedBack> back;
  for (const auto person : asked.people()) {
    for (const auto task : tasks_today(person, acting.context)) {
      back.push_back({task, person});
    }
  }
  return done(correct(asked.open, back, acting), acting);
}

Sections answer_empty(const Asked& asked, bool missing, const Acting& acting) {
  close_round(asked.open.front(), missing ? RoundState::corrected : RoundState::confirmed, acting);
  if (!missing) {
    return done(words_on_card({acting.context.texts.say("round.none_noted")}), acting);
  }
  const bool told = tell_of_missing_tasks(asked.open.front().person, acting);
  std::vector<std::string> lines{acting.context.texts.say(told ? "round.missing_told" : "round.missing")};
  lines.push_back(acting.context.texts.say("round.missing_how"));
  return done(words_on_card(std::move(lines)), acting);
}

}  // namespace

std::optional<Sections> tap_rounds(const cards::Button& button, const Acting& acting) {
  switch (button.verb) {
    case Verb::round_confirm:
    case Verb::round_edit:
    case Verb::round_not_me:
    case Verb::round_none_mine:
    case Verb::round_show:
    case Verb::round_have_none:
    case Verb::round_missing:
      break;
    default:
      return std::nullopt;
  }
  const auto asked = asked_about(button.item, acting);
  if (!asked.instead.empty()) {
    return asked.instead;
  }
  const auto& context = acting.context;
  const bool same = button.about == list_version(asked.people(), context);
  switch (button.verb) {
    case Verb::round_confirm:
      return same ? done(thanks_for(asked, confirm_all(asked.open, acting), context), acting)
                  : changed_list(asked, button, acting);
    case Verb::round_none_mine:
      return asked.by_leader ? changed_list(asked, button, acting)
             : same          ? hand_everything_back(asked, acting)
                             : changed_list(asked, button, acting);
    case Verb::round_not_me:
      return asked.by_leader ? changed_list(asked, button, acting)
                             : not_me_sections(button.item, asked.open.front().person, context);
    case Verb::round_have_none:
    case Verb::round_missing:
      return asked.by_leader || !tasks_today(asked.open.front().person, context).empty()
                 ? changed_list(asked, button, acting)
                 : answer_empty(asked, button.verb == Verb::round_missing, acting);
    default:
      return full_list_sections(button.item, asked.people(), "", context);
  }
}

}  // namespace handlers
