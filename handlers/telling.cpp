#include "handlers/telling.hpp"

#include "handlers/contacts.hpp"
#include "handlers/delivery.hpp"
#include "handlers/reply.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/zone.hpp"
#include "store/mutes.hpp"

namespace handlers {

bool tell_person(store::PersonIndex person, const std::string& tenant, Outcome& outcome,
                 const Services& services, const Context& context, const Make& make) {
  auto& database = services.transaction.database();
  auto to = person == store::no_index ? std::nullopt : address_of(person, tenant, database, context);
  if (!to) {
    return false;
  }
  const auto there = elsewhere(context, language_of_code(to->language), *to, outcome.notices.size() + 1);
  outcome.notices.push_back({std::move(*to), make_reply(make(there), there)});
  outcome.changed_data = true;
  return true;
}

bool tell_person(store::PersonIndex person, Outcome& outcome, const Services& services,
                 const Context& context, const Make& make) {
  if (person == store::no_index) {
    return false;
  }
  const auto& known = context.catalogue().person(person);
  const auto tenant = store::tenant_of(services.transaction.database(), std::string(known.entra_id),
                                       std::string(known.email));
  return tell_person(person, tenant, outcome, services, context, make);
}

bool works_here(store::PersonIndex person, const Context& context) {
  return person != store::no_index && !has_left(context.catalogue().person(person), context.today);
}

bool is_muted(store::PersonIndex person, const std::string& topic, store::Database& database,
              const Context& context, store::Instant now) {
  const auto subject = subject_of(person, context.catalogue());
  return !subject.empty() && store::is_muted(database, subject, topic, now);
}

Context context_at(store::Instant now, const Services& services, std::string_view seed) {
  return {services.finder,
          services.policy,
          Texts::in(Language::danish),
          local_day(now, services.policy.zone),
          Scope::personal,
          std::string(seed) + std::to_string(now.time_since_epoch().count())};
}

}  // namespace handlers
