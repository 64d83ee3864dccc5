#include "handlers/confirming/round_answers.hpp"

#include "handlers/access.hpp"
#include "handlers/confirming/round_cards.hpp"
#include "handlers/confirming/round_days.hpp"
#include "handlers/confirming/rounds.hpp"
#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/zone.hpp"
#include "store/confirmations.hpp"
#include "store/reminders.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::ConfirmationRound;
using store::no_index;
using store::PersonIndex;
using store::RoundState;

store::Day ended_on(const ConfirmationRound& round, const Context& context) {
  return local_day(round.ended.value_or(store::Instant{}), context.policy.zone);
}

std::string names(const std::vector<PersonIndex>& people, const Context& context) {
  std::vector<std::string> all;
  for (const auto person : people) {
    all.push_back(person_name(context, person));
  }
  return joined(all, context.texts);
}

/// An old card: what became of it, and the new one if there is one to answer.
Sections about_closed(const ConfirmationRound& round, PersonIndex person, const Acting& acting) {
  const auto& context = acting.context;
  const auto newer = store::open_round(acting.database(), round.person);
  if (newer && newer->state != RoundState::waiting) {
    return full_list_sections(newer->id, {person},
                              context.texts.say("round.closed_new", {{"day", day(context, round.day)}}),
                              context);
  }
  if (round.state == RoundState::confirmed) {
    return thanks_sections(tasks_today(person, context).size(), ended_on(round, context), context);
  }
  return words_on_card({context.texts.say("round.closed", {{"day", day(context, round.day)}}),
                        context.texts.say("round.closed_words")});
}

Sections about_closed_for_leader(const std::vector<ConfirmationRound>& rounds, const Context& context) {
  std::vector<PersonIndex> people;
  for (const auto& round : rounds) {
    const auto person = context.catalogue().person_by_id(round.person);
    if (person != no_index) {
      people.push_back(person);
    }
  }
  const bool confirmed = std::all_of(rounds.begin(), rounds.end(), [](const ConfirmationRound& round) {
    return round.state == RoundState::confirmed;
  });
  return confirmed ? words_on_card({context.texts.say(
                         "round.leader_thanks", {{"people", names(people, context)},
                                                 {"day", day(context, ended_on(rounds.front(), context))}})})
                   : words_on_card(
                         {context.texts.say("round.closed", {{"day", day(context, rounds.front().day)}})});
}

/// What the sender may answer for as a leader.
Asked asked_leader(const ConfirmationRound& tapped, const Acting& acting) {
  const auto& context = acting.context;
  auto rounds = store::rounds_together(acting.database(), tapped.id);
  Asked asked{{}, true};
  for (const auto& round : rounds) {
    const auto person = context.catalogue().person_by_id(round.person);
    if (!round.ended && person != no_index && may_confirm_for(person, acting.turn.sender, context) &&
        !has_left(context.catalogue().person(person), context.today)) {
      asked.open.push_back({round, person});
    }
  }
  if (asked.open.empty()) {
    asked.instead = about_closed_for_leader(rounds.empty() ? std::vector{tapped} : rounds, context);
  }
  return asked;
}

}  // namespace

std::vector<PersonIndex> Asked::people() const {
  std::vector<PersonIndex> all;
  for (const auto& one : open) {
    all.push_back(one.person);
  }
  return all;
}

Asked asked_about(std::int64_t id, const Acting& acting) {
  const auto& context = acting.context;
  const auto round = store::find_round(acting.database(), id);
  const auto person = round ? context.catalogue().person_by_id(round->person) : no_index;
  if (person == no_index || acting.sender == no_index ||
      has_left(context.catalogue().person(acting.sender), context.today)) {
    return {{}, false, words_on_card({context.texts.say("card.too_old")})};
  }
  if (acting.sender != person) {
    return may_confirm_for(person, acting.turn.sender, context)
               ? asked_leader(*round, acting)
               : Asked{{},
                       false,
                       {TextSection{
                           {context.texts.say("nudge.not_you", {{"person", person_name(context, person)}})},
                           {}}}};
  }
  if (round->ended) {
    return {{}, false, about_closed(*round, person, acting)};
  }
  return {{{*round, person}}};
}

void close_round(const RoundOfPerson& one, RoundState state, const Acting& acting) {
  if (store::end_round(acting.transaction(), one.round.id, state, acting.turn.now)) {
    store::withdraw_duty(acting.transaction(), confirm_duty, one.round.person, acting.turn.now);
    plan_next_round(one.person, acting.transaction(), acting.context, acting.turn.now);
    acting.outcome.changed_data = true;
  }
}

std::size_t confirm_all(const std::vector<RoundOfPerson>& rounds, const Acting& acting) {
  const auto& context = acting.context;
  std::size_t tasks = 0;
  for (const auto& one : rounds) {
    for (const auto task : tasks_today(one.person, context)) {
      tasks += store::confirm_entry(acting.transaction(), context.catalogue().task(task).id,
                                    context.catalogue().person(one.person).id, context.today,
                                    {id_of(acting.turn.sender), {}, acting.turn.now})
                   ? 1
                   : 0;
    }
    close_round(one, RoundState::confirmed, acting);
  }
  return tasks;
}

Sections correct(const std::vector<RoundOfPerson>& rounds, const std::vector<HandedBack>& back,
                 const Acting& acting) {
  const auto& context = acting.context;
  bool rest = false;
  for (const auto& one : rounds) {
    const auto is_back = [&](store::TaskIndex task) {
      return std::any_of(back.begin(), back.end(), [&](const HandedBack& handed) {
        return handed.task == task && handed.person == one.person;
      });
    };
    bool corrected = false;
    for (const auto task : tasks_today(one.person, context)) {
      if (is_back(task)) {
        corrected = true;
      } else {
        rest = true;
        store::confirm_entry(acting.transaction(), context.catalogue().task(task).id,
                             context.catalogue().person(one.person).id, context.today,
                             {id_of(acting.turn.sender), {}, acting.turn.now});
      }
    }
    close_round(one, corrected ? RoundState::corrected : RoundState::confirmed, acting);
  }
  auto lines = hand_back(back, acting);
  lines.insert(lines.begin(), context.texts.say("round.corrected_thanks"));
  if (rest) {
    lines.push_back(context.texts.say("round.rest", {{"day", day(context, context.today)}}));
  }
  return words_on_card(std::move(lines));
}

Sections thanks_for(const Asked& asked, std::size_t tasks, const Context& context) {
  return asked.by_leader ? words_on_card({context.texts.say("round.leader_thanks",
                                                            {{"people", names(asked.people(), context)},
                                                             {"day", day(context, context.today)}})})
                         : thanks_sections(tasks, context.today, context);
}

}  // namespace handlers
