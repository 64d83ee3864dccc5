#include "handlers/gatherings/planning_send.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/moving.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/sentences.hpp"
#include "store/reminders.hpp"

namespace handlers {
namespace {

using store::GatheringState;

/// A draft no more: what it is by now.
Sections what_it_is(const store::Gathering& gathering, const store::Network& network, const Acting& acting) {
  const auto title = gathering_title(gathering, network, acting.context);
  switch (gathering.state) {
    case GatheringState::draft:
      return show_draft(gathering, acting);
    case GatheringState::cancelled:
      return one_line(acting.context.texts.say("cancel.already", {{"title", title}}));
    case GatheringState::dropped:
      return one_line(acting.context.texts.say("plan.dropped", {{"title", title}}));
    case GatheringState::planned:
    case GatheringState::invited:
      break;
  }
  auto sections = one_line(acting.context.texts.say("plan.sent_already", {{"title", title}}));
  for (auto& section : status_sections(gathering, network, acting.database(), acting.context)) {
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace

Sections show_draft(const store::Gathering& gathering, const Acting& acting, std::vector<std::string> notes) {
  const auto network = store::find_network(acting.database(), gathering.network);
  set_gathering_focus(acting, gathering.id, gathering.network, "");
  return preview_sections(gathering, *network, acting.sender, acting.database(), acting.context,
                          acting.turn.now, std::move(notes));
}

Tapped tapped_draft(const cards::Button& button, const Acting& acting) {
  const auto& texts = acting.context.texts;
  Tapped tapped;
  tapped.gathering = store::find_gathering(acting.database(), button.item);
  tapped.network =
      tapped.gathering ? store::find_network(acting.database(), tapped.gathering->network) : std::nullopt;
  if (!tapped.network) {
    tapped.refusal = one_line(texts.say("card.too_old"));
  } else if (!may_change(*tapped.gathering, *tapped.network, acting)) {
    tapped.refusal = one_line(coordinator_refusal(*tapped.network, acting.context));
  } else if (tapped.gathering->state != GatheringState::draft) {
    tapped.refusal = what_it_is(*tapped.gathering, *tapped.network, acting);
  } else if (button.about != version_of(*tapped.gathering)) {
    tapped.refusal = show_draft(*tapped.gathering, acting, {texts.say("plan.changed_since")});
  }
  return tapped;
}

Sections send_draft(const cards::Button& button, const Acting& acting) {
  auto [gathering, network, refusal] = tapped_draft(button, acting);
  if (!refusal.empty()) {
    return refusal;
  }
  const auto& context = acting.context;
  if (gathering->starts <= acting.turn.now) {
    return show_draft(*gathering, acting, {context.texts.say("plan.past_by_now")});
  }
  invite_members(*gathering, *network, acting.transaction(), context, acting.turn.now);
  take_left_out(*gathering, acting.transaction(), acting.turn.now);
  if (invited_people(*gathering, acting.database(), context).empty()) {
    return show_draft(*gathering, acting, {context.texts.say("plan.nobody_to_send")});
  }
  if (!store::change_state(acting.transaction(), gathering->id, GatheringState::invited, acting.turn.now)) {
    return what_it_is(store::find_gathering(acting.database(), gathering->id).value(), *network, acting);
  }
  acting.outcome.changed_data = true;
  store::withdraw_reminders_of_gathering(acting.transaction(), gathering->id, acting.turn.now);
  const auto invited = store::find_gathering(acting.database(), gathering->id).value();
  set_gathering_focus(acting, invited.id, network->id, "");
  auto sections =
      send_invitations(invited, *network, acting.outcome, acting.services, context, acting.turn.now);
  if (invited.series != 0) {
    const auto made = make_instances(invited, *network, acting.transaction(), context, acting.turn.now);
    if (made > 0) {
      sections.push_back(TextSection{
          {counted(static_cast<std::size_t>(made), "series.made_one", "series.made", context.texts)}, {}});
    }
  }
  return sections;
}

Sections drop_draft(const cards::Button& button, const Acting& acting) {
  // Whatever the card shows of it: it is to be forgotten.
  const auto gathering = store::find_gathering(acting.database(), button.item);
  auto current = button;
  current.about = gathering ? version_of(*gathering) : "";
  const auto tapped = tapped_draft(current, acting);
  return tapped.refusal.empty() ? call_off(tapped.gathering->id, "", false, acting) : tapped.refusal;
}

}  // namespace handlers
