#include "handlers/gatherings/room.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/sentences.hpp"
#include "store/invitations.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace handlers {
namespace {

using store::AnswerState;
using store::no_index;

constexpr std::size_t shown_max = 5;

std::string room_in_words(const store::Gathering& gathering, const store::AnswerCounts& counts,
                          const Texts& texts) {
  const auto accepted = std::to_string(counts.accepted);
  const auto capacity = std::to_string(gathering.capacity);
  const int free = gathering.capacity - counts.accepted;
  if (gathering.capacity == 0) {
    return texts.say("room.no_limit", {{"accepted", accepted}});
  }
  if (free > 0 && counts.waiting == 0) {
    return texts.say(free == 1 ? "room.free_one" : "room.free",
                     {{"free", std::to_string(free)}, {"accepted", accepted}, {"capacity", capacity}});
  }
  return counts.waiting == 0 ? texts.say("room.full", {{"accepted", accepted}})
                             : texts.say("room.full_waiting", {{"accepted", accepted},
                                                               {"waiting", std::to_string(counts.waiting)}});
}

/// As long as it counts.
std::optional<store::Invitation> own_invitation(const GatheringAtHand& one, const Acting& acting) {
  if (acting.sender == no_index) {
    return std::nullopt;
  }
  auto invitation = store::find_invitation(acting.database(), one.gathering.id,
                                           acting.context.catalogue().person(acting.sender).id);
  const bool counts = invitation && invitation->state != AnswerState::removed &&
                      invitation->approval != store::Approval::left_out;
  return counts ? invitation : std::nullopt;
}

/// A shared conversation hears of its own network alone; nobody hears of what others are invited to by name.
std::vector<GatheringAtHand> asked_about(const Acting& acting) {
  const bool shared = acting.turn.scope != Scope::personal;
  const auto mine = [&](const GatheringAtHand& one) {
    return own_invitation(one, acting).has_value() || may_follow(one, acting);
  };
  const auto phrase = parse_plan(acting.text, plan_reading(acting, acting.context.texts.language()));
  auto found = gatherings_meant(
      phrase,
      [&](const GatheringAtHand& one) {
        const bool open = !one.network.for_one &&
                          may_see(one.network, acting.turn.sender, acting.database(), acting.context);
        return one.gathering.state == store::GatheringState::invited &&
               (shared ? belongs_here(one, acting) : open || mine(one));
      },
      acting);
  if (std::any_of(found.begin(), found.end(), mine)) {
    std::erase_if(found, [&](const GatheringAtHand& one) { return !mine(one); });
  }
  return found;
}

store::PersonIndex who_lets_in(const GatheringAtHand& one, const Context& context) {
  const auto coordinator = coordinator_of(one.network, context);
  return coordinator != no_index || one.gathering.organizer == 0
             ? coordinator
             : context.catalogue().person_by_id(one.gathering.organizer);
}

/// "Det er Emil Skov, der inviterer.", with ways to reach that colleague.
void add_who_lets_in(Sections& sections, const GatheringAtHand& one, const Acting& acting) {
  const auto& context = acting.context;
  const auto person = who_lets_in(one, context);
  if (person != no_index) {
    sections.push_back(PersonSection{
        context.texts.say("room.who_invites", {{"person", person_name(context, person)}}), person, {}});
  }
}

Sections about_one(const GatheringAtHand& one, bool guest, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto counts = store::count_answers(acting.database(), one.gathering.id);
  const auto own = own_invitation(one, acting);
  const bool invites = may_change(one.gathering, one.network, acting);
  OfferSection section{{title_and_when(one, context), room_in_words(one.gathering, counts, texts)}, {}};
  if (acting.turn.scope == Scope::personal) {
    keep_at_hand(one, acting);
    if (own && !hosts(one.gathering, one.network, own->person)) {
      const bool full =
          one.gathering.capacity > 0 && (counts.accepted >= one.gathering.capacity || counts.waiting > 0);
      const bool asks = own->state != AnswerState::accepted && own->state != AnswerState::waiting;
      if (full && asks) {
        section.lines.push_back(texts.say("room.would_wait"));
      }
      const int place = place_in_queue(*own, acting.database());
      section.lines.push_back(own->state == AnswerState::waiting && place > 0
                                  ? texts.say("room.your_place", {{"number", std::to_string(place)}})
                                  : own_answer(*own, place, context));
      section.offers = answer_offers(*own, context);
    } else if (!own && !invites) {
      section.lines.push_back(texts.say("room.not_invited"));
    }
    if (invites) {
      section.lines.push_back(texts.say("room.you_invite"));
    }
  }
  // Where others read along nobody hears whether the asker is invited.
  const bool personal = acting.turn.scope == Scope::personal;
  const bool outside = personal && !own && !invites;
  if (outside && one.network.open && !one.network.for_one && acting.sender != no_index &&
      membership(acting.sender, one.network, acting.database(), context).empty()) {
    section.lines.push_back(texts.say("room.open_network", {{"network", one.network.name}}));
  }
  Sections sections{std::move(section)};
  if (outside || (guest && !(personal && invites))) {
    add_who_lets_in(sections, one, acting);
  }
  return sections;
}

}  // namespace

Sections tell_about_room(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto found = asked_about(acting);
  if (found.empty()) {
    return one_line(
        context.texts.say(acting.turn.scope == Scope::personal ? "room.none" : "room.ask_in_private"));
  }
  if (found.size() == 1) {
    return about_one(found.front(), intent.slot("want") == "guest", acting);
  }
  TextSection several;
  for (std::size_t i = 0; i < std::min(found.size(), shown_max); ++i) {
    const auto counts = store::count_answers(acting.database(), found[i].gathering.id);
    several.lines.push_back(title_and_when(found[i], context) + ". " +
                            room_in_words(found[i].gathering, counts, context.texts));
  }
  return {std::move(several)};
}

}  // namespace handlers
