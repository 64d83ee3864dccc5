#include "handlers/leaving/watch.hpp"

#include "handlers/contacts.hpp"
#include "handlers/leaving/departing.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"
#include "store/history.hpp"

#include <algorithm>

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
  const auto leader = leader_of(run.context.catalogue(), departing.leaver, run.context.today);
  return leader != no_index && tell_person(leader, run.outcome, run.services, run.context, make);
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
    const auto person = run.context.catalogue().person_by_email(owner.who);
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

}  // namespace

void watch_leavers(std::int64_t, DueRun& run) {
  follow_the_file(run);
  open_new(run);
  plan_watch(run.transaction(), run.context.policy, run.now);
}

void plan_watch(store::Transaction& transaction, const Policy& policy, store::Instant now) {
  if (!store::duty_due(transaction.database(), watch_leavers_duty, 0)) {
    store::plan_duty(transaction, watch_leavers_duty, 0, next_look(policy, now), now);
  }
}

}  // namespace handlers
