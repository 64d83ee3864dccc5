#include "handlers/confirming/rounds.hpp"

#include "handlers/access.hpp"
#include "handlers/confirming/round_cards.hpp"
#include "handlers/confirming/round_days.hpp"
#include "handlers/contacts.hpp"
#include "handlers/delivery.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "store/confirmation_rounds.hpp"
#include "store/conversations.hpp"
#include "store/reminders.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::ConfirmationRound;
using store::no_index;
using store::PersonIndex;
using store::RoundState;

/// When the daily look for new people happens: before anybody is asked.
constexpr std::chrono::hours look_hour{6};
/// Only 'no messages at all' counts: a round is no reminder of a gathering.
constexpr const char* topic = "confirmations";
/// Colleagues without Teams who are due within half a round are in their leader's one message, too.
constexpr int days_ahead_per_month = 15;

struct RoundAtHand {
  ConfirmationRound round;
  PersonIndex person;
  DueRun& run;

  const store::Person& known() const { return run.context.catalogue().person(person); }
  const Policy& policy() const { return run.services.policy; }
  store::Day today() const { return run.context.today; }
};

void look_again(const RoundAtHand& at, store::Instant due) {
  store::plan_duty(at.run.transaction(), confirm_duty, at.round.person, due, at.run.now);
}

void look_again_on_day_after(const RoundAtHand& at, store::Day day) {
  look_again(at, morning_of(next_asking_day(day, at.policy().calendar), at.policy()));
}

/// Months after it was asked it is over, answered or not.
void look_again_when_over(const RoundAtHand& at) {
  const auto day = months_after(at.round.day, at.policy().confirm_every_months);
  look_again(
      at,
      morning_of(is_asking_day(day, at.policy().calendar) ? day : next_asking_day(day, at.policy().calendar),
                 at.policy()));
}

bool is_quiet_for(PersonIndex person, const DueRun& run) {
  return is_muted(person, topic, run.database(), run.context, run.now);
}

/// Away or wanting peace: the question waits, and the clock of the reminders stands still. True: planned for
/// the next day, because an absence may become shorter, and is forgotten when it is over.
bool waits_for_person(const RoundAtHand& at) {
  const bool waits = away_to(at.known(), at.today()) || is_quiet_for(at.person, at.run);
  if (waits) {
    look_again_on_day_after(at, at.today());
  }
  return waits;
}

bool can_be_written_to(PersonIndex person, const DueRun& run) {
  const auto& known = run.context.catalogue().person(person);
  const auto tenant = store::tenant_of(run.database(), std::string(known.entra_id), std::string(known.email));
  return address_of(person, tenant, run.database(), run.context).has_value();
}

/// Who answers for somebody who does not: the first of those who may whom we can write to; `waits` if not
/// today. Nobody is ever asked about themselves.
struct Helper {
  PersonIndex who = no_index;
  bool waits = false;
};

Helper helper_of(PersonIndex person, const DueRun& run) {
  for (const auto helper : who_confirms_for(person, run.context)) {
    if (can_be_written_to(helper, run)) {
      const bool away = away_to(run.context.catalogue().person(helper), run.context.today).has_value();
      return {helper, away || is_quiet_for(helper, run)};
    }
  }
  return {};
}

bool may_be_asked_about(PersonIndex person, PersonIndex helper, const Context& context) {
  const auto all = who_confirms_for(person, context);
  return std::find(all.begin(), all.end(), helper) != all.end();
}

/// Those whom the same one answers for, who cannot be written to and are due about now; the first is the one
/// at hand.
std::vector<RoundAtHand> unreached_with(const RoundAtHand& at, PersonIndex helper) {
  std::vector<RoundAtHand> all{at};
  const auto& context = at.run.context;
  const auto people = context.catalogue().people();
  const auto soon = at.today() + std::chrono::days(days_ahead_per_month * at.policy().confirm_every_months);
  for (PersonIndex person = 0; person < people.size() && all.size() < leader_people_max; ++person) {
    const auto& known = people[person];
    if (person == at.person || known.contact_point || has_left(known, at.today()) ||
        away_to(known, at.today()) || !may_be_asked_about(person, helper, context) ||
        can_be_written_to(person, at.run) || helper_of(person, at.run).who != helper ||
        tasks_today(person, context).empty()) {
      continue;
    }
    const auto round = store::open_round(at.run.database(), known.id);
    if (round && round->state == RoundState::waiting && due_day(person, round->day, context) <= soon) {
      all.push_back({*round, person, at.run});
    }
  }
  return all;
}

/// Nobody can write to the person: the leader, else an owner, is asked, once, about all such people.
void ask_leader_of_unreached(const RoundAtHand& at) {
  const auto helper = helper_of(at.person, at.run);
  if (helper.waits) {
    look_again_on_day_after(at, at.today());
    return;
  }
  const auto all = helper.who == no_index ? std::vector<RoundAtHand>{at} : unreached_with(at, helper.who);
  std::vector<PersonIndex> people;
  for (const auto& one : all) {
    store::step_round(at.run.transaction(), one.round.id, RoundState::with_leader, at.today(), at.round.id);
    people.push_back(one.person);
    auto asked = one;
    asked.round.day = at.today();
    look_again_when_over(asked);
  }
  if (helper.who != no_index) {
    tell_person(helper.who, at.run.outcome, at.run.services, at.run.context,
                [&](const Context& there) { return unreached_sections(at.round.id, people, there); });
  }
}

int per_day(const RoundAtHand& at) {
  return people_per_day(at.run.context.catalogue().people().size());
}

/// To the first day with room, so that no import and no downtime makes a flood.
void put_off(const RoundAtHand& at, store::Day from) {
  auto taken = store::days_taken(at.run.database(), from);
  const auto day = day_with_room(from, taken, per_day(at), at.policy().calendar);
  store::move_round(at.run.transaction(), at.round.id, day);
  look_again(at, morning_of(day, at.policy()));
}

/// Late: the service was down on its day, or the person away.
bool has_no_room_today(const RoundAtHand& at) {
  return at.round.day < at.today() &&
         store::days_taken(at.run.database(), at.today())[at.today()] >= per_day(at);
}

void ask(RoundAtHand at) {
  const auto& context = at.run.context;
  const auto tasks = tasks_today(at.person, context);
  if (const auto due = due_day(at.person, at.round.day, context); due > at.today()) {
    put_off(at, due);
    return;
  }
  if (tasks.empty() && !store::people_of_file(at.run.database()).contains(at.round.person)) {
    store::end_round(at.run.transaction(), at.round.id, RoundState::ended, at.run.now);
    return;
  }
  if (waits_for_person(at)) {
    return;
  }
  if (has_no_room_today(at)) {
    put_off(at, at.today() + std::chrono::days(1));
    return;
  }
  const bool told = tell_person(
      at.person, at.run.outcome, at.run.services, context,
      [&](const Context& there) { return ask_sections(at.round.id, at.person, RoundState::asked, there); });
  if (!told && !tasks.empty()) {
    ask_leader_of_unreached(at);
    return;
  }
  store::step_round(at.run.transaction(), at.round.id, RoundState::asked, at.today());
  at.round.day = at.today();
  if (tasks.empty()) {
    look_again_when_over(at);  // asked once, never reminded
  } else {
    look_again_on_day_after(at, at.today());
  }
}

/// The working days since the last count on which the person was there.
int days_at_work(const RoundAtHand& at) {
  int days = 0;
  const auto from = at.round.counted_on ? *at.round.counted_on : at.round.day;
  for (auto day = from + std::chrono::days(1); day <= at.today(); day += std::chrono::days(1)) {
    days += is_asking_day(day, at.policy().calendar) && !away_to(at.known(), day) ? 1 : 0;
  }
  return days;
}

/// True if it is done: the leader was told, or there is none to tell.
bool go_to_leader(const RoundAtHand& at) {
  const auto helper = helper_of(at.person, at.run);
  if (helper.waits) {
    return false;
  }
  if (helper.who != no_index) {
    tell_person(helper.who, at.run.outcome, at.run.services, at.run.context,
                [&](const Context& there) { return leader_sections(at.round.id, at.person, there); });
  }
  return true;
}

/// After so many days at work the next step is taken; never two at once, however long the service was down.
void remind(RoundAtHand at) {
  const auto next = at.round.state == RoundState::asked      ? RoundState::reminded
                    : at.round.state == RoundState::reminded ? RoundState::reminded_again
                                                             : RoundState::with_leader;
  const int due_after = days_per_step * (next == RoundState::reminded         ? 1
                                         : next == RoundState::reminded_again ? 2
                                                                              : 3);
  const bool quiet = is_quiet_for(at.person, at.run);
  const int counted = quiet ? at.round.counted : std::min(due_after, at.round.counted + days_at_work(at));
  store::count_round(at.run.transaction(), at.round.id, counted, at.today());
  if (waits_for_person(at)) {
    return;
  }
  look_again_on_day_after(at, at.today());
  if (counted < due_after || (next == RoundState::with_leader && !go_to_leader(at))) {
    return;
  }
  store::step_round(at.run.transaction(), at.round.id, next, at.today(),
                    next == RoundState::with_leader ? at.round.id : 0);
  if (next == RoundState::with_leader) {
    look_again_when_over(at);
    return;
  }
  tell_person(at.person, at.run.outcome, at.run.services, at.run.context,
              [&](const Context& there) { return ask_sections(at.round.id, at.person, next, there); });
}

/// Nobody answered until now: the next one begins, today.
void begin_anew(RoundAtHand at) {
  store::end_round(at.run.transaction(), at.round.id, RoundState::ended, at.run.now);
  store::begin_round(at.run.transaction(), at.round.person, at.today());
  if (const auto round = store::open_round(at.run.database(), at.round.person)) {
    at.round = *round;
    ask(at);
  }
}

}  // namespace

void begin_rounds(store::Transaction& transaction, const Policy& policy, store::Instant now) {
  if (policy.confirm_every_months == 0 || store::duty_due(transaction.database(), confirm_people_duty, 0)) {
    return;
  }
  const auto tomorrow = local_day(now, policy.zone) + std::chrono::days(1);
  store::plan_duty(transaction, confirm_people_duty, 0,
                   to_instant({tomorrow, look_hour}, policy.zone).instant, now);
}

void plan_rounds(std::int64_t, DueRun& run) {
  const auto& policy = run.services.policy;
  begin_rounds(run.transaction(), policy, run.now);
  if (policy.confirm_every_months == 0) {
    return;
  }
  std::map<std::int64_t, store::Day> open;
  for (const auto& round : store::open_rounds(run.database())) {
    open[round.person] = round.day;
  }
  const auto on_file = store::people_of_file(run.database());
  const auto people = run.context.catalogue().people();
  const auto today = run.context.today;
  auto taken = store::days_taken(run.database(), today);
  for (PersonIndex person = 0; person < people.size(); ++person) {
    const auto id = people[person].id;
    if (people[person].contact_point || has_left(people[person], today)) {
      continue;
    }
    if (const auto found = open.find(id); found != open.end()) {
      if (!store::duty_due(run.database(), confirm_duty, id)) {  // rounds were switched off for a while
        store::plan_duty(run.transaction(), confirm_duty, id,
                         morning_of(std::max(found->second, today), policy), run.now);
      }
      continue;
    }
    if (tasks_today(person, run.context).empty() && !on_file.contains(id)) {
      continue;
    }
    const auto earliest =
        oldest_confirmation(person, run.context) ? today : months_after(today, policy.confirm_every_months);
    const auto day = day_with_room(due_day(person, earliest, run.context), taken,
                                   people_per_day(people.size()), policy.calendar);
    if (store::begin_round(run.transaction(), id, day) != 0) {
      store::plan_duty(run.transaction(), confirm_duty, id, morning_of(day, policy), run.now);
    }
  }
}

void carry_on_round(std::int64_t person, DueRun& run) {
  const auto index = run.context.catalogue().person_by_id(person);
  const auto round = store::open_round(run.database(), person);
  if (run.services.policy.confirm_every_months == 0 || index == no_index || !round) {
    return;
  }
  const RoundAtHand at{*round, index, run};
  if (!works_here(index, run.context) || at.known().contact_point) {
    store::end_round(run.transaction(), round->id, RoundState::ended, run.now);
    return;
  }
  if (const auto later = when_to_ask(run.now, run.services.policy)) {
    look_again(at, *later);
    return;
  }
  if (round->state == RoundState::waiting) {
    ask(at);
  } else if (months_after(round->day, at.policy().confirm_every_months) <= at.today()) {
    begin_anew(at);
  } else if (round->state == RoundState::with_leader || tasks_today(index, run.context).empty()) {
    look_again_when_over(at);
  } else {
    remind(at);
  }
}

}  // namespace handlers
