#include "handlers/leaving/watch.hpp"

#include "handlers/contacts.hpp"
#include "handlers/gatherings/gone_guests.hpp"
#include "handlers/leaving/departing.hpp"
#include "handlers/leaving/endings.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"
#include "store/history.hpp"
#include "store/text/fold.hpp"

#include <set>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

constexpr std::chrono::hours look_at{8};

store::Instant next_look(const Policy& policy, store::Instant now) {
  auto day = local_day(now, policy.zone);
  if (!is_working_day(day, policy.calendar) || to_instant({day, look_at}, policy.zone).instant <= now) {
    day = next_working_day(day, policy.calendar);
  }
  return to_instant({day, look_at}, policy.zone).instant;
}

Departing departing_of(const store::Departure& departure, DueRun& run) {
  return {departure,
          run.context.catalogue().person_by_id(departure.person),
          std::string(store::actor_import),
          run.outcome,
          run.services,
          run.context,
          run.now};
}

bool tell_leader(const Departing& departing, const Make& make, DueRun& run) {
  const auto leader = departing.departure.moves
                          ? run.context.catalogue().person_by_id(departing.departure.leader)
                          : leader_of(run.context.catalogue(), departing.leaver, run.context.today);
  return leader != no_index && works_here(leader, run.context) &&
         tell_person(leader, run.outcome, run.services, run.context, make);
}

/// The leader decides; where there is none who can be reached, whoever answers for the catalogue.
void tell_of(const store::Departure& departure, DueRun& run) {
  const auto departing = departing_of(departure, run);
  if (store::handovers(run.database(), departure.id).empty()) {
    store::end_departure(run.transaction(), departure.id, store::DepartureState::done, run.now);
    return;
  }
  const Make card = [&](const Context& there) -> std::vector<Section> {
    return {departure_section(departing, there)};
  };
  if (tell_leader(departing, card, run)) {
    return;
  }
  for (const auto& owner : run.context.policy.owners) {
    const auto person = person_of(owner.who, run.context.catalogue());
    if (owner.unit.empty() && works_here(person, run.context)) {
      tell_person(person, run.outcome, run.services, run.context, card);
    }
  }
}

void open_new(DueRun& run) {
  const auto people = run.context.catalogue().people();
  for (const auto& person : people) {
    if (!person.left || person.contact_point || store::departure_of(run.database(), person.id)) {
      continue;
    }
    const auto id = store::open_departure(run.transaction(), person.id, *person.left,
                                          std::string(store::actor_import), run.now);
    if (id) {
      run.outcome.changed_data = true;
      tell_of(store::find_departure(run.database(), *id).value(), run);
    }
  }
}

void follow_the_file(DueRun& run) {
  for (auto departure : store::departures(run.database())) {
    const auto index = run.context.catalogue().person_by_id(departure.person);
    const auto own_words =
        departure.said_by != store::actor_import && departure.state == store::DepartureState::open;
    if (index == no_index || own_words) {
      continue;  // what a leader has not decided yet is in no file
    }
    const auto left = run.context.catalogue().person(index).left;
    if (!left) {
      const auto departing = departing_of(departure, run);
      take_back(departing);
      tell_leader(
          departing,
          [&](const Context& there) -> std::vector<Section> {
            return {
                TextSection{{there.texts.say("leaving.stays", {{"person", person_name(there, index)}})}, {}}};
          },
          run);
    } else if (*left != departure.first_day_without) {
      store::move_departure(run.transaction(), departure.id, *left);
    }
  }
}

/// Somebody who is in another unit now, under another leader. A unit that was renamed or merged is none.
bool has_moved(const store::Move& move, PersonIndex person, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto& known = catalogue.person(person);
  const auto leader = leader_of(catalogue, person, context.today);
  const bool same_leader = leader != no_index && catalogue.person(leader).id == move.leader;
  return !known.left && known.unit != no_index && !same_leader && known.id != move.leader &&
         !catalogue.unit(known.unit).is_called(store::fold(move.unit));
}

/// Who moved leaves tasks behind: the leader who is left is asked, once, as of a leaver.
void ask_about_moves(DueRun& run) {
  std::set<std::int64_t> seen;  // twice since yesterday: the first unit is the one that was left
  for (const auto& move : store::take_moves(run.transaction())) {
    const auto person = run.context.catalogue().person_by_id(move.person);
    if (!seen.insert(move.person).second || person == no_index || !has_moved(move, person, run.context)) {
      continue;
    }
    if (const auto id = store::open_move(run.transaction(), move, run.context.today, run.now)) {
      tell_of(store::find_departure(run.database(), *id).value(), run);
    }
  }
}

}  // namespace

void watch_leavers(std::int64_t, DueRun& run) {
  follow_the_file(run);
  open_new(run);
  ask_about_moves(run);
  tell_of_endings(run);
  take_off_the_gone(run);
  plan_watch(run.transaction(), run.context.policy, run.now);
}

void plan_watch(store::Transaction& transaction, const Policy& policy, store::Instant now) {
  if (!store::duty_due(transaction.database(), watch_leavers_duty, 0)) {
    store::plan_duty(transaction, watch_leavers_duty, 0, next_look(policy, now), now);
  }
}

}  // namespace handlers
