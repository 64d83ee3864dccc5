#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/guest_list.hpp"
#include "handlers/gatherings/guests.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_send.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

using store::AnswerState;
using store::GatheringState;
using store::no_index;

/// Who gets the places that become free, in the order of the waiting list.
GuestIds next_on_the_list(const GatheringAtHand& at_hand, const GuestIds& leaving, const Acting& acting) {
  const auto counts = store::count_answers(acting.database(), at_hand.gathering.id);
  const auto places = [&] {
    const auto freed = std::count_if(leaving.begin(), leaving.end(), [&](std::int64_t person) {
      const auto invitation = invitation_of(person, at_hand, acting);
      return invitation && invitation->state == AnswerState::accepted;
    });
    return at_hand.gathering.capacity - counts.accepted + static_cast<int>(freed);
  }();
  auto waiting = store::invitations_of(acting.database(), at_hand.gathering.id);
  std::erase_if(waiting, [&](const store::Invitation& one) {
    return one.state != AnswerState::waiting ||
           std::find(leaving.begin(), leaving.end(), one.person) != leaving.end();
  });
  std::sort(waiting.begin(), waiting.end(),
            [](const auto& one, const auto& other) { return one.queue < other.queue; });
  GuestIds next;
  for (const auto& one : waiting) {
    if (static_cast<int>(next.size()) < places) {
      next.push_back(one.person);
    }
  }
  return next;
}

/// Nobody was told of a draft: they are simply not on it any more.
Sections take_off_draft(const GatheringAtHand& at_hand, const GuestIds& people, const Acting& acting) {
  const auto& [gathering, network] = at_hand;
  for (const auto person : people) {
    const auto invitation = invitation_of(person, at_hand, acting);
    if (network.for_one) {
      store::remove_member(acting.transaction(), network.id, person);
    }
    if (network.for_one || (invitation && invitation->reason == "added")) {
      store::remove_invitation(acting.transaction(), gathering.id, person, acting.turn.now);
    } else {
      store::set_approval(acting.transaction(), gathering.id, person, store::Approval::left_out);
    }
  }
  acting.outcome.changed_data = true;
  return show_draft(
      gathering, acting,
      {acting.context.texts.say("guests.off_draft", {{"people", names_of(people, acting.context)}})});
}

}  // namespace

Sections ask_to_take_off(const GatheringAtHand& at_hand, GuestIds people, const Acting& acting) {
  const auto& [gathering, network] = at_hand;
  const auto& context = acting.context;
  const auto& texts = context.texts;
  if (!may_change_list(at_hand, acting)) {
    return one_line(coordinator_refusal(network, context));
  }
  const auto named = people;
  std::erase_if(people, [&](std::int64_t person) { return !is_on_it(person, at_hand, acting); });
  if (people.empty()) {
    return one_line(texts.say("guests.not_on_it", {{"people", names_of(named, context)},
                                                   {"gathering", title_and_when(at_hand, context)}}));
  }
  for (const auto person : people) {
    if (hosts(gathering, network, person)) {
      return one_line(texts.say("guests.host", {{"person", names_of({person}, context)}}));
    }
  }
  if (gathering.state == GatheringState::draft) {
    return take_off_draft(at_hand, people, acting);
  }
  OfferSection section{{texts.say("guests.remove_ask", {{"people", names_of(people, context)},
                                                        {"gathering", title_and_when(at_hand, context)}}),
                        texts.say("guests.remove_told")},
                       {}};
  if (const auto next = next_on_the_list(at_hand, people, acting); !next.empty()) {
    section.lines.push_back(texts.say("guests.place_goes", {{"people", names_of(next, context)}}));
  }
  const auto pending = write_guests("guests-remove", gathering.id, people);
  section.offers = yes_or_no(pending, texts.say("guests.button_remove"), texts.say("button.no"));
  set_gathering_focus(acting, gathering.id, network.id, pending);
  return {std::move(section)};
}

Sections take_off_now(const GatheringAtHand& at_hand, const GuestIds& people, const Acting& acting) {
  const auto& [gathering, network] = at_hand;
  const auto& context = acting.context;
  const auto& texts = context.texts;
  GuestIds gone;
  GuestIds untold;
  GuestIds promoted;
  for (const auto person : people) {
    if (!is_on_it(person, at_hand, acting) || hosts(gathering, network, person)) {
      continue;
    }
    if (network.for_one) {
      store::remove_member(acting.transaction(), network.id, person);
    }
    const auto before = invitation_of(person, at_hand, acting).value();
    const auto next = store::remove_invitation(acting.transaction(), gathering.id, person, acting.turn.now);
    promoted.insert(promoted.end(), next.begin(), next.end());
    gone.push_back(person);
    const auto by = acting.sender == no_index ? std::string() : person_name(context, acting.sender);
    if (!tell_taken_off(before, by, gathering, network, acting.outcome, acting.services, context,
                        acting.turn.now)) {
      untold.push_back(person);
    }
  }
  if (gone.empty()) {
    return one_line(texts.say("guests.not_on_it", {{"people", names_of(people, context)},
                                                   {"gathering", title_and_when(at_hand, context)}}));
  }
  acting.outcome.changed_data = true;
  std::erase_if(promoted,
                [&](std::int64_t one) { return std::find(gone.begin(), gone.end(), one) != gone.end(); });
  tell_promoted(gathering, network, promoted, acting.outcome, acting.services, context, acting.turn.now);
  refresh({gathering, network, acting.outcome, acting.services, context, acting.turn.now});
  TextSection done{{texts.say("guests.removed", {{"people", names_of(gone, context)},
                                                 {"gathering", title_and_when(at_hand, context)}})},
                   {}};
  if (!untold.empty()) {
    done.lines.push_back(texts.say("guests.untold", {{"people", names_of(untold, context)}}));
  }
  if (!promoted.empty()) {
    done.lines.push_back(texts.say("guests.place_went", {{"people", names_of(promoted, context)}}));
  }
  return {std::move(done)};
}

Sections take_off(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  GuestIds people;
  std::vector<std::string> notes;
  for (const auto& slot : intent.slots) {
    if (slot.name != "person") {
      continue;
    }
    const auto named = people_named(slot.value, acting.sender, context);
    for (const auto person : named.people) {
      people.push_back(context.catalogue().person(person).id);
    }
    for (auto& note : not_understood(named, context)) {
      notes.push_back(std::move(note));
    }
  }
  if (people.empty()) {
    return {TextSection{std::move(notes), {}}};
  }
  const auto when = when_meant(intent);
  const auto with_them = [&](const GatheringAtHand& one) {
    return std::any_of(people.begin(), people.end(),
                       [&](std::int64_t person) { return is_on_it(person, one, acting); });
  };
  const auto own = gatherings_meant(
      when, [&](const GatheringAtHand& one) { return may_change_list(one, acting) && with_them(one); },
      acting);
  if (own.size() == 1) {
    return ask_to_take_off(own.front(), people, acting);
  }
  if (own.size() > 1) {
    return ask_which_list(own, "guests-pick-remove", people, acting);
  }
  // What somebody cannot see anyway is not spoken of.
  const auto me = acting.sender == no_index ? 0 : context.catalogue().person(acting.sender).id;
  const auto others = gatherings_at_hand(
      acting,
      [&](const GatheringAtHand& one) {
        const bool seen =
            is_on_it(me, one, acting) ||
            (!one.network.for_one && may_see(one.network, acting.turn.sender, acting.database(), context));
        return seen && with_them(one);
      },
      when);
  return one_line(others.empty()
                      ? context.texts.say("guests.no_gathering", {{"people", names_of(people, context)}})
                      : coordinator_refusal(others.front().network, context));
}

}  // namespace handlers
