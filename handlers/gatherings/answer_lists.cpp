#include "handlers/gatherings/answer_lists.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/answer_file.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/nudge.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/gatherings/which_gathering.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace handlers {
namespace {

using store::AnswerState;

constexpr std::size_t offered_max = 5;

Offer about(const store::Gathering& gathering, cards::Verb verb, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = verb;
  offer.button.item = gathering.id;
  return offer;
}

/// Who is missing stands first for whoever asked that; else those who come.
enum class First { missing, coming };

/// Numbers only, with the offer to send the names where nobody else reads them.
OfferSection numbers(const GatheringAtHand& at_hand, First first, const Acting& acting) {
  const auto& context = acting.context;
  OfferSection card{
      {gathering_title(at_hand.gathering, at_hand.network, context), full_when(at_hand.gathering, context),
       counts_in_words(store::count_answers(acting.database(), at_hand.gathering.id), context)},
      {}};
  card.offers.push_back(
      about(at_hand.gathering, cards::Verb::gathering_announce, context.texts.say("status.g_send_names")));
  card.offers.back().button.about = first == First::missing ? about_missing : "";
  return card;
}

std::vector<store::Invitation> by_name(std::vector<store::Invitation> all, const Context& context) {
  const auto name = [&](const store::Invitation& one) { return person_by_id(one.person, context); };
  std::sort(all.begin(), all.end(),
            [&](const auto& one, const auto& other) { return name(one) < name(other); });
  return all;
}

std::vector<std::int64_t> people_of(const std::vector<store::Invitation>& invitations) {
  std::vector<std::int64_t> people;
  for (const auto& invitation : invitations) {
    people.push_back(invitation.person);
  }
  return people;
}

/// In the order that they come; who waits in that of the queue.
std::vector<std::int64_t> people_with(std::vector<store::Invitation> all, AnswerState state) {
  std::erase_if(all, [&](const store::Invitation& one) {
    return one.state != state || one.approval == store::Approval::left_out;
  });
  if (state == AnswerState::waiting) {
    std::sort(all.begin(), all.end(),
              [](const auto& one, const auto& other) { return one.queue < other.queue; });
  }
  return people_of(all);
}

using AddNames = std::function<void(std::string_view key, const std::vector<std::int64_t>& people)>;

void add_missing(const std::vector<store::Invitation>& missing, const AddNames& add) {
  auto silent = missing;
  std::erase_if(silent, [](const store::Invitation& one) { return one.state != AnswerState::invited; });
  auto unsure = missing;  // who said something of the old time stands under that answer, too
  std::erase_if(unsure, [](const store::Invitation& one) { return one.state == AnswerState::invited; });
  add("status.g_missing", people_of(silent));
  add("status.g_missing_new_time", people_of(unsure));
}

void add_answered(const std::vector<store::Invitation>& all, const AddNames& add) {
  constexpr std::array<std::pair<AnswerState, std::string_view>, 4> states{
      {{AnswerState::accepted, "status.g_names_accepted"},
       {AnswerState::tentative, "status.g_names_tentative"},
       {AnswerState::declined, "status.g_names_declined"},
       {AnswerState::waiting, "status.g_names_waiting"}}};
  for (const auto& [state, key] : states) {
    add(key, people_with(all, state));
  }
}

/// Everybody by what they said; a list to be read and copied, in no order of merit.
OfferSection names(const GatheringAtHand& at_hand, First first, store::Database& database,
                   const Context& context) {
  const auto& texts = context.texts;
  const auto& gathering = at_hand.gathering;
  OfferSection card{{gathering_title(gathering, at_hand.network, context), full_when(gathering, context)},
                    {}};
  const AddNames add = [&](std::string_view key, const std::vector<std::int64_t>& people) {
    if (!people.empty()) {
      card.lines.push_back(
          texts.say(key, {{"count", std::to_string(people.size())}, {"people", names_of(people, context)}}));
    }
  };
  const auto missing = by_name(silent_ones(gathering.id, database), context);
  const auto all = by_name(store::invitations_of(database, gathering.id), context);
  if (first == First::missing) {
    if (missing.empty()) {
      card.lines.push_back(texts.say("status.g_nobody_missing"));
    }
    add_missing(missing, add);
    add_answered(all, add);
  } else {
    if (people_with(all, AnswerState::accepted).empty()) {
      card.lines.push_back(texts.say("status.g_nobody_comes"));
    }
    add_answered(all, add);
    add_missing(missing, add);
  }
  if (!missing.empty()) {
    card.offers.push_back(about(gathering, cards::Verb::gathering_nudge, texts.say("status.g_nudge")));
  }
  card.offers.push_back(about(gathering, cards::Verb::gathering_file, texts.say("csv.button")));
  return card;
}

First first_of(const cards::Button& button) {
  return button.about == about_missing ? First::missing : First::coming;
}

Sections refused(const GatheringAtHand& at_hand, const Context& context) {
  return one_line(coordinator_refusal(at_hand.network, context));
}

/// Of those that the sender may follow; a shared conversation may also see its own network's numbers.
std::vector<GatheringAtHand> followed(const Acting& acting,
                                      const std::optional<WhenMeant>& when = std::nullopt) {
  const Fits follows = [&](const GatheringAtHand& at_hand) { return may_follow(at_hand, acting); };
  auto found = gatherings_at_hand(acting, follows, when);
  return found.empty() && when ? gatherings_at_hand(acting, follows) : found;
}

/// When it is not one: which, none of yours, or who may know.
Sections not_one(const std::vector<GatheringAtHand>& meant, cards::Verb verb, First first,
                 const Acting& acting) {
  const auto& context = acting.context;
  if (meant.empty()) {
    const auto others = gatherings_at_hand(acting, [&](const GatheringAtHand& one) {
      return may_see(one.network, acting.turn.sender, acting.database(), context);
    });
    return others.size() == 1 ? refused(others.front(), context)
                              : one_line(context.texts.say("status.g_none"));
  }
  OfferSection question{{context.texts.say("rsvp.which")}, {}};
  for (const auto& at_hand : meant) {
    if (question.offers.size() < offered_max) {
      question.offers.push_back(about(at_hand.gathering, verb, title_and_when(at_hand, context)));
      question.offers.back().button.about = first == First::missing ? about_missing : "";
    }
  }
  return {std::move(question)};
}

Sections answers_of(const GatheringAtHand& at_hand, cards::Verb verb, First first, const Acting& acting) {
  keep_at_hand(at_hand, acting);
  if (acting.turn.scope != Scope::personal) {
    return {numbers(at_hand, first, acting)};
  }
  return verb == cards::Verb::gathering_file
             ? answer_file(at_hand, acting)
             : Sections{names(at_hand, first, acting.database(), acting.context)};
}

}  // namespace

Sections who_answered(const Intent& intent, const Acting& acting) {
  const auto first = intent.slot("filter") == "missing" ? First::missing : First::coming;
  if (acting.turn.scope != Scope::personal) {
    const auto here =
        gatherings_at_hand(acting, [&](const GatheringAtHand& one) { return belongs_here(one, acting); });
    if (here.size() == 1) {
      return {numbers(here.front(), first, acting)};
    }
  }
  const auto meant = followed(acting, when_meant(intent));
  const auto verb =
      intent.slot("want") == "file" ? cards::Verb::gathering_file : cards::Verb::gathering_answers;
  return meant.size() == 1 ? answers_of(meant.front(), verb, first, acting)
                           : not_one(meant, verb, first, acting);
}

Sections nudge_in_words(const Acting& acting) {
  const auto meant = followed(acting);
  return meant.size() == 1 ? nudge_silent(meant.front(), acting)
                           : not_one(meant, cards::Verb::gathering_nudge, First::missing, acting);
}

Sections answers_by_tap(const cards::Button& button, const Acting& acting) {
  const auto at_hand = load_at_hand(button.item, acting.database());
  if (!at_hand) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  return may_follow(*at_hand, acting) ? answers_of(*at_hand, button.verb, first_of(button), acting)
                                      : refused(*at_hand, acting.context);
}

Sections nudge_by_tap(const cards::Button& button, const Acting& acting) {
  const auto at_hand = load_at_hand(button.item, acting.database());
  if (!at_hand) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  return may_follow(*at_hand, acting) ? nudge_silent(*at_hand, acting) : refused(*at_hand, acting.context);
}

Sections names_in_private(const cards::Button& button, const Acting& acting) {
  const auto& context = acting.context;
  const auto at_hand = load_at_hand(button.item, acting.database());
  if (!at_hand) {
    return one_line(context.texts.say("card.too_old"));
  }
  if (!may_follow(*at_hand, acting)) {
    return refused(*at_hand, context);
  }
  const bool told = tell_person(acting.sender, acting.turn.tenant, acting.outcome, acting.services, context,
                                [&](const Context& there) -> Sections {
                                  return {names(*at_hand, first_of(button), acting.database(), there)};
                                });
  return one_line(context.texts.say(told ? "status.g_names_sent" : "status.g_write_first"));
}

}  // namespace handlers
