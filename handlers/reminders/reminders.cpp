// The door: own reminders, reminders of gatherings, and who wants less.
#include "handlers/acting.hpp"
#include "handlers/reminders/gathering_reminders.hpp"
#include "handlers/reminders/mutes.hpp"
#include "handlers/reminders/own_reminders.hpp"
#include "store/text/fold.hpp"

namespace handlers {
namespace {

Part part_of(Sections sections) {
  Part part;
  part.sections = std::move(sections);
  return part;
}

std::optional<Sections> on_reminder(const Intent& intent, const Acting& acting) {
  const auto want = intent.slot("want");
  if (want == "list") {
    return show_own_reminders(acting);
  }
  if (want == "delete") {
    return delete_own_reminders(intent, acting);
  }
  if (auto changed = change_gathering_reminders(intent, acting)) {
    return changed;
  }
  return set_own_reminder(intent, acting);
}

Sections on_mute(const Intent& intent, const Acting& acting) {
  if (intent.slot("want") == "list") {
    return show_mutes(acting);
  }
  // "slå beskeder fra X til igen": what is said last counts.
  const auto folded = store::fold(acting.text);
  const bool again =
      folded.ends_with(" til igen") || folded.ends_with(" back on") || folded.ends_with(" on again");
  return intent.slot("off") == "yes" || again ? unmute_messages(intent, acting)
                                              : mute_messages(intent, acting);
}

}  // namespace

std::optional<Part> act_on_reminders(const Intent& intent, const Acting& acting) {
  if (acting.turn.sender.guest) {
    return std::nullopt;
  }
  if (intent.name == IntentName::mute) {
    return part_of(on_mute(intent, acting));
  }
  if (intent.name == IntentName::reminder_set) {
    if (auto sections = on_reminder(intent, acting)) {
      return part_of(std::move(*sections));
    }
  }
  return std::nullopt;
}

std::optional<Sections> tap_reminders(const cards::Button& button, const Acting& acting) {
  if (button.verb == cards::Verb::reminder_withdraw) {
    return withdraw_own_reminder(button.item, acting);
  }
  if (button.verb == cards::Verb::unmute) {
    return unmute_topic(button.about, acting);
  }
  return std::nullopt;
}

}  // namespace handlers
