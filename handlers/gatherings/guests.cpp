#include "handlers/gatherings/guests.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/guest_list.hpp"
#include "handlers/gatherings/planning.hpp"

namespace handlers {

using store::GatheringState;
using store::no_index;

std::optional<Sections> do_pending_guests(const std::string& pending, bool yes, const Acting& acting) {
  const auto form = read_guests(pending);
  const auto& texts = acting.context.texts;
  const auto at_hand = load_at_hand(form.gathering, acting.database());
  if (!at_hand || at_hand->gathering.state != GatheringState::invited ||
      at_hand->gathering.ends <= acting.turn.now) {
    return one_line(texts.say("card.too_old"));
  }
  if (!may_change_list(*at_hand, acting)) {
    return one_line(coordinator_refusal(at_hand->network, acting.context));
  }
  const bool invites = form.word == "guests-invite";
  if (!yes) {
    return one_line(texts.say(invites ? "guests.not_invited" : "guests.kept"));
  }
  return invites ? invite_now(*at_hand, form.people, {}, acting)
                 : take_off_now(*at_hand, form.people, acting);
}

std::optional<Sections> tap_guests(const cards::Button& button, const Acting& acting) {
  const auto form = read_guests(button.about);
  const bool invites = form.word == "guests-pick-invite";
  if (button.verb != cards::Verb::yes || !(invites || form.word == "guests-pick-remove")) {
    return std::nullopt;
  }
  const auto at_hand = load_at_hand(form.gathering, acting.database());
  if (!at_hand) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  if (!may_change_list(*at_hand, acting)) {
    return one_line(coordinator_refusal(at_hand->network, acting.context));
  }
  GuestIds people;
  for (const auto person : form.people) {
    if (acting.context.catalogue().person_by_id(person) != no_index) {
      people.push_back(person);
    }
  }
  return invites ? ask_to_invite(*at_hand, people, {}, acting) : ask_to_take_off(*at_hand, people, acting);
}

}  // namespace handlers
