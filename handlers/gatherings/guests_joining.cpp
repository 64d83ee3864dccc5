#include "handlers/delivery.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/guest_list.hpp"
#include "handlers/gatherings/guests.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/planning_people.hpp"
#include "handlers/gatherings/planning_send.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/pending.hpp"
#include "store/text/fold.hpp"

#include <utility>

namespace handlers {
namespace {

using store::GatheringState;
using store::no_index;

/// Colleagues who can be invited; whoever invites comes anyway, a mailbox cannot come.
GuestIds can_come(const std::vector<store::PersonIndex>& people, const Acting& acting) {
  GuestIds ids;
  for (const auto person : people) {
    if (can_be_named(person, acting)) {
      ids.push_back(acting.context.catalogue().person(person).id);
    }
  }
  return ids;
}

/// Those who are new to it are invited from now on; nobody is told yet. Returns them.
GuestIds put_on(const GatheringAtHand& at_hand, const GuestIds& people, std::vector<std::string>& notes,
                const Acting& acting) {
  GuestIds added;
  for (const auto person : invitable(people, at_hand.network, acting.database(), acting.context, notes)) {
    if (acting.context.catalogue().person_by_id(person) == no_index) {
      continue;
    }
    if (at_hand.network.for_one) {
      const auto members = store::members_of(acting.database(), at_hand.network.id).size();
      if (members > named_people_max) {
        break;
      }
      store::add_member(acting.transaction(), at_hand.network.id, person);
    }
    if (store::invite(acting.transaction(), at_hand.gathering.id, person, "added")) {
      added.push_back(person);
    }
  }
  acting.outcome.changed_data = acting.outcome.changed_data || !added.empty();
  return added;
}

/// All who were named are on the list, or could not come.
std::string nobody_new(const GuestIds& people, const Context& context) {
  return people.empty() ? context.texts.say("plan.nobody_to_send")
                        : context.texts.say("plan.invited_already", {{"people", names_of(people, context)}});
}

/// "til mødet": one that there is, and no new one.
bool says_the_meeting(std::string_view text) {
  const auto folded = store::fold(text);
  return folded.find("til mødet") != std::string::npos || folded.find("to the meeting") != std::string::npos;
}

}  // namespace

Sections invite_now(const GatheringAtHand& at_hand, const GuestIds& people, std::vector<std::string> notes,
                    const Acting& acting) {
  const auto& [gathering, network] = at_hand;
  const auto& context = acting.context;
  for (const auto person : put_on(at_hand, people, notes, acting)) {
    send_invitation(gathering, network, person, acting.outcome, acting.services, context, acting.turn.now);
    notes.push_back(context.texts.say("plan.invited_too", {{"person", names_of({person}, context)}}));
  }
  if (notes.empty()) {
    notes.push_back(nobody_new(people, context));
  }
  refresh({gathering, network, acting.outcome, acting.services, context, acting.turn.now});
  return {TextSection{std::move(notes), {}}};
}

Sections ask_to_invite(const GatheringAtHand& at_hand, const GuestIds& people, std::vector<std::string> notes,
                       const Acting& acting) {
  const auto& [gathering, network] = at_hand;
  const auto& context = acting.context;
  const auto& texts = context.texts;
  if (gathering.state == GatheringState::draft) {
    put_on(at_hand, people, notes, acting);
    return show_draft(gathering, acting, std::move(notes));
  }
  const auto may_come = invitable(people, network, acting.database(), context, notes);
  GuestIds fresh;
  GuestIds unreached;
  for (const auto person : may_come) {
    if (invitation_of(person, at_hand, acting)) {
      continue;
    }
    fresh.push_back(person);
    const auto index = context.catalogue().person_by_id(person);
    if (!address_of(index, gathering.tenant, acting.database(), context)) {
      unreached.push_back(person);
    }
  }
  if (fresh.empty()) {
    if (!may_come.empty() || notes.empty()) {
      notes.push_back(nobody_new(may_come, context));
    }
    return {TextSection{std::move(notes), {}}};
  }
  notes.push_back(texts.say("guests.invite_ask", {{"people", names_of(fresh, context)},
                                                  {"gathering", title_and_when(at_hand, context)}}));
  const auto counts = store::count_answers(acting.database(), gathering.id);
  if (gathering.capacity > 0 && (counts.accepted >= gathering.capacity || counts.waiting > 0)) {
    notes.push_back(texts.say("guests.full"));
  }
  if (!unreached.empty()) {
    notes.push_back(texts.say("plan.unreached", {{"people", names_of(unreached, context)}}));
  }
  const auto pending = write_guests("guests-invite", gathering.id, fresh);
  set_gathering_focus(acting, gathering.id, network.id, pending);
  return {OfferSection{std::move(notes),
                       yes_or_no(pending, texts.say("guests.button_invite"), texts.say("button.no"))}};
}

std::optional<Sections> invite_more(const store::Gathering& gathering, const PlanPhrase& phrase,
                                    const Acting& acting) {
  auto network = store::find_network(acting.database(), gathering.network);
  if (phrase.invitees.empty() || !phrase.kind.empty() || !phrase.when.empty() || !network) {
    return std::nullopt;
  }
  const GatheringAtHand at_hand{gathering, std::move(*network)};
  if (!networks_named(phrase, acting).empty() || !may_change_list(at_hand, acting)) {
    return std::nullopt;
  }
  const auto named = people_named(phrase.invitees, acting.sender, acting.context);
  const auto people = can_come(named.people, acting);
  auto notes = not_understood(named, acting.context);
  const bool at_once = at_hand.network.for_one && gathering.state == GatheringState::invited;
  return at_once ? invite_now(at_hand, people, std::move(notes), acting)
                 : ask_to_invite(at_hand, people, std::move(notes), acting);
}

std::optional<Sections> invite_to_planned(const PlanPhrase& phrase, const Acting& acting) {
  const bool named = networks_named(phrase, acting).size() == 1;
  if (phrase.invitees.empty() || !(named || says_the_meeting(acting.text))) {
    return std::nullopt;
  }
  auto meant = gatherings_meant(
      phrase,
      [&](const GatheringAtHand& one) {
        const bool same_time = !phrase.when.start || *phrase.when.start == start_of(one.gathering).of_day;
        const bool about = named || phrase.topic.empty() || one.network.for_one;
        return may_change_list(one, acting) && same_time && about &&
               may_be_called(one, phrase.kind, acting.context);
      },
      acting);
  const auto people = people_named(phrase.invitees, acting.sender, acting.context);
  auto notes = not_understood(people, acting.context);
  const auto ids = can_come(people.people, acting);
  if (meant.empty() || (ids.empty() && notes.empty())) {
    return std::nullopt;
  }
  if (ids.empty()) {
    return Sections{TextSection{std::move(notes), {}}};
  }
  return meant.size() == 1 ? ask_to_invite(meant.front(), ids, std::move(notes), acting)
                           : ask_which_list(meant, "guests-pick-invite", ids, acting);
}

}  // namespace handlers
