#pragma once
// Intents and buttons that change something: networks, gatherings, reminders, mutes. One door for each way
// in.
#include "handlers/cards/card_action.hpp"
#include "handlers/dispatch.hpp"
#include "handlers/part.hpp"
#include "store/conversation_focus.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// One turn, as the functions behind these doors get it. References outlive it.
struct Acting {
  const Turn& turn;
  const Services& services;
  const Context& context;
  Outcome& outcome;  ///< takes notices and changed_data; replies are made from the returned sections
  std::string text;  ///< the whole message, without personal numbers; empty for a button
  store::PersonIndex sender = store::no_index;
  std::vector<store::PersonIndex> named = {};  ///< by earlier answers of the same message

  store::Transaction& transaction() const { return services.transaction; }
  store::Database& database() const { return services.transaction.database(); }
};

/// True for the intents of the doors below.
bool needs_the_store(IntentName);

/// Whichever of the doors below knows the intent.
std::optional<Part> act(const Intent&, const Acting&);

/// help.
std::optional<Part> act_on_help(const Intent&, const Acting&);
/// handlers/networks/: my_networks, network_*.
std::optional<Part> act_on_networks(const Intent&, const Acting&);
/// handlers/gatherings/plan*: gathering_*.
std::optional<Part> act_on_gatherings(const Intent&, const Acting&);
/// handlers/gatherings/answers*: rsvp, rsvp_status, rsvp_nudge.
std::optional<Part> act_on_answers(const Intent&, const Acting&);
/// handlers/confirming/: task_confirm.
std::optional<Part> act_on_confirming(const Intent&, const Acting&);
/// handlers/reminders/: reminder_set, mute.
std::optional<Part> act_on_reminders(const Intent&, const Acting&);
/// handlers/overviews/: gap_report, digest_subscribe, digest_show.
std::optional<Part> act_on_overviews(const Intent&, const Acting&);
/// handlers/own_data: privacy_export, privacy_delete.
std::optional<Part> act_on_privacy(const Intent&, const Acting&);

/// handlers/leaving/: person_leaves, and task_report_wrong of somebody who has left, by who may arrange it.
std::optional<Part> act_on_leaving(const Intent&, const Acting&);
/// handlers/upkeep/: task_transfer, task_assign, task_add, task_report_wrong, catalogue_history,
/// catalogue_roles, proposals_show.
std::optional<Part> act_on_upkeep(const Intent&, const Acting&);

using Sections = std::vector<Section>;

/// One sentence without buttons.
Sections one_line(std::string);

/// The same for buttons; the sections take the place of the card that was tapped. Nothing: not one of theirs.
std::optional<Sections> tap_networks(const cards::Button&, const Acting&);
std::optional<Sections> tap_gatherings(const cards::Button&, const Acting&);
std::optional<Sections> tap_answers(const cards::Button&, const Acting&);
std::optional<Sections> tap_leaving(const cards::Button&, const Acting&);
std::optional<Sections> tap_endings(const cards::Button&, const Acting&);
std::optional<Sections> tap_rounds(const cards::Button&, const Acting&);
std::optional<Sections> tap_nudge(const cards::Button&, const Acting&);
std::optional<Sections> tap_reminders(const cards::Button&, const Acting&);
std::optional<Sections> tap_upkeep(const cards::Button&, const Acting&);
std::optional<Sections> tap_overviews(const cards::Button&, const Acting&);

/// A dialog was opened, or sent (`acting.turn.kind` says which). Nothing: not one of theirs.
std::optional<DialogAnswer> gathering_dialog(const cards::Button&, const Acting&);
std::optional<DialogAnswer> round_dialog(const cards::Button&, const Acting&);
std::optional<DialogAnswer> upkeep_dialog(const cards::Button&, const Acting&);

/// What waits for a yes in this conversation (store/conversation_focus.hpp) is done or dropped, if the
/// message is a yes or a no; nothing otherwise. handlers/pending.cpp finds the function by the first word of
/// `pending`.
/// `focus` is the conversation's, and afterwards what became of it.
std::optional<Reply> hear_pending(const Acting&, std::optional<store::ConversationFocus>& focus);
std::optional<Sections> do_pending(const std::string& pending, bool yes, const Acting&);
/// Of these: an approver's yes or no (handlers/upkeep/).
std::optional<Sections> do_pending_proposal(const std::string& pending, bool yes, const Acting&);

}  // namespace handlers
