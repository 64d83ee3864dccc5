#include "handlers/overviews/sending.hpp"

#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/delivery.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/schedule.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/overviews/subscribing.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/zone.hpp"
#include "store/outbox.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

using store::no_index;
using store::Pace;
using store::PersonIndex;
using store::Subscription;

constexpr const char* topic = "overviews";
/// Before the first overview of the day.
constexpr int looked_for_at = 6 * 60;

void wait(const Subscription& subscription, DueRun& run) {
  store::plan_duty(run.transaction(), overview_duty, subscription.person,
                   next_chance(subscription, run.now, run.services.policy), run.now);
}

/// Who reads it today: the person; the chosen stand-in while the person is away; no_index: it waits.
PersonIndex reader_of(const Subscription& subscription, PersonIndex person, DueRun& run) {
  const auto& context = run.context;
  const auto& catalogue = context.catalogue();
  auto reader = person;
  if (away_to(catalogue.person(person), context.today)) {
    reader = subscription.stand_in == 0 ? no_index : catalogue.person_by_id(subscription.stand_in);
    if (!works_here(reader, context) || away_to(catalogue.person(reader), context.today)) {
      return no_index;
    }
  }
  return is_muted(reader, topic, run.database(), context, run.now) ? no_index : reader;
}

std::vector<Section> message(const Overview& overview, const Subscription& subscription, PersonIndex reader,
                             const Context& there) {
  auto sections = sections_of(overview, there);
  if (reader != overview.of) {
    const auto lead = there.texts.say("overview.instead", {{"person", person_name(there, overview.of)}});
    sections.insert(sections.begin(), TextSection{{lead}, {}});
  } else {
    sections.push_back(settings_section(subscription, there));
  }
  return sections;
}

bool can_be_reached(PersonIndex index, DueRun& run) {
  const auto& person = run.context.catalogue().person(index);
  const auto tenant =
      store::tenant_of(run.database(), std::string(person.entra_id), std::string(person.email));
  return address_of(index, tenant, run.database(), run.context).has_value();
}

/// Leaders, coordinators and owners who work here.
PeopleMask who_should_have_one(DueRun& run) {
  const auto& context = run.context;
  const auto& catalogue = context.catalogue();
  const auto people = catalogue.people();
  PeopleMask found(people.size(), 0);
  for (const auto& unit : catalogue.units()) {
    if (unit.leader != no_index) {
      found[unit.leader] = 1;
    }
  }
  for (const auto& person : people) {
    if (person.leader != no_index && !has_left(person, context.today)) {
      found[person.leader] = 1;
    }
  }
  for (const auto& network : store::networks(run.database())) {
    if (const auto coordinator = coordinator_of(network, context); coordinator != no_index) {
      found[coordinator] = 1;
    }
  }
  for (const auto& owner : context.policy.owners) {
    for (const auto person :
         {catalogue.person_by_entra_id(owner.who), catalogue.person_by_email(owner.who)}) {
      if (person != no_index) {
        found[person] = 1;
      }
    }
  }
  return found;
}

/// Whose overview was taken from the plan by whatever fault gets it back.
void mend_plan(const std::vector<Subscription>& all, DueRun& run) {
  for (const auto& subscription : all) {
    if (!store::duty_due(run.database(), overview_duty, subscription.person)) {
      plan_overview(subscription, run.now, run.now, run.transaction(), run.services.policy);
    }
  }
}

}  // namespace

void keep_overviews(std::int64_t, DueRun& run) {
  const auto& policy = run.services.policy;
  const auto known = store::subscriptions(run.database());
  mend_plan(known, run);
  if (policy.overviews != "off") {
    const auto wanted = who_should_have_one(run);
    for (PersonIndex person = 0; person < wanted.size(); ++person) {
      const auto id = run.context.catalogue().person(person).id;
      const bool asked =
          std::any_of(known.begin(), known.end(), [&](const Subscription& one) { return one.person == id; });
      if (wanted[person] == 0 || asked || !works_here(person, run.context) || !can_be_reached(person, run)) {
        continue;
      }
      const auto subscription = fresh_subscription(id, run.database());
      store::save_subscription(run.transaction(), subscription);
      plan_overview(subscription, run.now, run.now, run.transaction(), policy);
    }
  }
  Subscription daily;
  daily.minute = looked_for_at;
  store::plan_duty(run.transaction(), overviews_duty, 0, next_chance(daily, run.now, policy), run.now);
}

void send_overview(std::int64_t id, DueRun& run) {
  const auto& policy = run.services.policy;
  auto subscription = store::find_subscription(run.database(), id);
  const auto person = run.context.catalogue().person_by_id(id);
  if (!subscription || !works_here(person, run.context)) {
    store::forget_subscription(run.transaction(), id);
    return;
  }
  if (pace_of(*subscription, policy) == Pace::off) {
    store::forget_subscription(run.transaction(), id);  // the setting's: whoever chose it has no duty
    return;
  }
  if (is_paused(*subscription, run.context.today)) {
    plan_overview(*subscription, run.now, run.now, run.transaction(), policy);
    return;
  }
  const auto reader =
      is_time_for(*subscription, run.now, policy) ? reader_of(*subscription, person, run) : no_index;
  // As long as nobody knows what became of the last one, nobody knows what to tell.
  if (reader == no_index || store::is_on_its_way(run.database(), subscription->message)) {
    wait(*subscription, run);
    return;
  }
  const auto overview = look(person, subscription->cursor, ahead_of(pace_of(*subscription, policy)), run.now,
                             run.database(), run.context);
  if (!overview.has_role && subscription->pace == Pace::unsaid) {
    store::forget_subscription(run.transaction(), id);
    return;
  }
  const bool silent = !overview.has_role || (overview.empty() && !subscription->even_if_none);
  const bool told =
      silent || tell_person(reader, run.outcome, run.services, run.context, [&](const Context& there) {
        return message(overview, *subscription, reader, there);
      });
  if (told) {
    subscription->message = 0;
    subscription->told_from = std::exchange(subscription->cursor, overview.range.to);
    store::save_subscription(run.transaction(), *subscription);
  }
  if (told && !silent) {
    run.outcome.notices.back().overview_of = id;
  }
  plan_overview(*subscription, run.now, run.now, run.transaction(), policy);
}

}  // namespace handlers
