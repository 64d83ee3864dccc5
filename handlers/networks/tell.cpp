#include "handlers/networks/tell.hpp"

#include "handlers/delivery.hpp"
#include "handlers/reply.hpp"
#include "handlers/subjects.hpp"
#include "store/reminders.hpp"

namespace handlers {

void tell(store::PersonIndex person, const store::Network& network,
          const std::function<std::string(const Texts&)>& sentence, const Acting& acting) {
  if (person == acting.sender ||
      store::is_muted(acting.database(), subject_of(person, acting.context.catalogue()),
                      "network:" + std::to_string(network.id), acting.turn.now)) {
    return;
  }
  const auto to = address_of(person, acting.turn.tenant, acting.database(), acting.context);
  if (!to) {
    return;
  }
  const auto there =
      elsewhere(acting.context, language_of_code(to->language), *to, acting.outcome.notices.size());
  acting.outcome.notices.push_back({*to, make_reply({TextSection{{sentence(there.texts)}, {}}}, there)});
}

}  // namespace handlers
