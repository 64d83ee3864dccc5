#include "tests/support/handlers/gathering_steps.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/time/local_time.hpp"
#include "handlers/time/zone.hpp"

#include <sstream>
#include <stdexcept>

namespace tests {
namespace {

store::Network network_called(const std::string& name, store::Database& database) {
  return store::find_network(database, std::string_view(name)).value();
}

handlers::Context context(store::Instant now, const handlers::Services& services) {
  return handlers::context_at(now, services, "t");
}

}  // namespace

GatheringPlan read_plan(const std::string& text) {
  GatheringPlan plan;
  std::istringstream parts(text);
  std::getline(parts, plan.network, ';');
  std::getline(parts, plan.start, ';');
  std::getline(parts, plan.end, ';');
  plan.answer_by.clear();
  for (std::string part; std::getline(parts, part, ';');) {
    if (part.rfind("max ", 0) == 0) {
      plan.capacity = std::stoi(part.substr(4));
    } else if (part.rfind("svar ", 0) == 0) {
      plan.answer_by = part.substr(5);
    } else if (part.rfind("-", 0) == 0) {
      plan.reminders = part;
    } else {
      plan.place = part;
    }
  }
  return plan;
}

GatheringStep plan_and_send(const GatheringPlan& plan, const std::string& tenant, store::Instant now,
                            const handlers::Services& services) {
  auto& database = services.transaction.database();
  const auto network = network_called(plan.network, database);
  store::Gathering gathering;
  gathering.network = network.id;
  gathering.kind = plan.kind;
  handlers::set_times(gathering, handlers::read_local_time(plan.start).value(),
                      handlers::read_local_time(plan.end).value(), services.policy.zone);
  gathering.place = plan.place;
  gathering.capacity = plan.capacity;
  if (!plan.answer_by.empty()) {
    gathering.answer_by = handlers::parse_local_time(plan.answer_by, services.policy.zone).value();
  }
  gathering.organizer = network.coordinator;
  gathering.reminders = plan.reminders;
  gathering.tenant = tenant;
  gathering.language = "da";
  gathering = store::add_gathering(services.transaction, gathering, now);
  const auto there = context(now, services);
  handlers::invite_members(gathering, network, services.transaction, there, now);
  if (!store::change_state(services.transaction, gathering.id, store::GatheringState::invited, now)) {
    throw std::logic_error("the gathering cannot be sent");
  }
  GatheringStep step;
  step.gathering = gathering.id;
  step.status = handlers::send_invitations(store::find_gathering(database, gathering.id).value(), network,
                                           step.outcome, services, there, now);
  return step;
}

GatheringStep move_gathering(std::int64_t id, const std::string& start, const std::string& end,
                             const std::string& place, store::Instant now,
                             const handlers::Services& services) {
  auto& database = services.transaction.database();
  const auto before = store::find_gathering(database, id).value();
  auto after = before;
  handlers::set_times(after, handlers::read_local_time(start).value(), handlers::read_local_time(end).value(),
                      services.policy.zone);
  if (!place.empty()) {
    after.place = place;
  }
  if (after.answer_by > after.starts) {
    after.answer_by = store::Instant{};
  }
  GatheringStep step;
  step.gathering = id;
  if (!store::update_gathering(services.transaction, after, now)) {
    return step;
  }
  if (before.starts != after.starts || before.ends != after.ends) {
    store::ask_again(services.transaction, id);
  }
  handlers::tell_changed(before, store::find_gathering(database, id).value(),
                         store::find_network(database, before.network).value(), step.outcome, services,
                         context(now, services), now);
  return step;
}

GatheringStep change_capacity(std::int64_t id, int capacity, store::Instant now,
                              const handlers::Services& services) {
  auto& database = services.transaction.database();
  const auto before = store::find_gathering(database, id).value();
  auto after = before;
  after.capacity = capacity;
  GatheringStep step;
  step.gathering = id;
  if (!store::update_gathering(services.transaction, after, now)) {
    return step;
  }
  const auto network = store::find_network(database, before.network).value();
  const auto current = store::find_gathering(database, id).value();
  const auto there = context(now, services);
  handlers::tell_changed(before, current, network, step.outcome, services, there, now);
  handlers::tell_promoted(current, network, store::promote_waiting(services.transaction, id, now),
                          step.outcome, services, there, now);
  return step;
}

GatheringStep cancel_gathering(std::int64_t id, const std::string& reason, store::Instant now,
                               const handlers::Services& services) {
  auto& database = services.transaction.database();
  GatheringStep step;
  step.gathering = id;
  if (!store::change_state(services.transaction, id, store::GatheringState::cancelled, now, reason)) {
    return step;
  }
  const auto gathering = store::find_gathering(database, id).value();
  handlers::tell_cancelled(gathering, store::find_network(database, gathering.network).value(), step.outcome,
                           services, context(now, services), now);
  return step;
}

}  // namespace tests
