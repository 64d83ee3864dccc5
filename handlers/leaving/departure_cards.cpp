// What a leader sees of a departure.
#include "handlers/leaving/departing.hpp"
#include "handlers/leaving/receivers.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/phrases.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

namespace handlers {
namespace {

using store::Handover;
using store::HandoverState;
using store::no_index;
using store::PersonIndex;

constexpr std::size_t lines_max = 15;
constexpr std::size_t receivers_offered = 3;

Offer offer(std::string title, cards::Verb verb, std::int64_t item, std::int64_t person = 0) {
  Offer made{std::move(title), {}};
  made.button.verb = verb;
  made.button.item = item;
  made.button.person = person;
  return made;
}

/// "Vandløb → Aase Ørum", or what becomes of it.
std::string line_of(const Handover& handover, const Departing& departing, const Context& there) {
  const auto title = handover_title(handover, departing.database(), there);
  const auto& catalogue = there.catalogue();
  if (handover.state == HandoverState::vacant) {
    return there.texts.say("leaving.line_vacant", {{"what", title}});
  }
  auto person = handover.receiver == 0 ? no_index : catalogue.person_by_id(handover.receiver);
  if (handover.state == HandoverState::open) {
    const auto people = receivers_for(handover, given_on_by(departing), 1, departing.database(), there);
    person = people.empty() ? no_index : people.front();
  }
  if (departing.departure.moves && (person == no_index || person == departing.leaver)) {
    return there.texts.say("moving.line_kept", {{"what", title}});
  }
  if (person == no_index) {
    return there.texts.say(handover.network != 0 ? "leaving.line_choose" : "leaving.line_nobody",
                           {{"what", title}});
  }
  return there.texts.say(handover.state == HandoverState::given ? "leaving.line_given" : "leaving.line",
                         {{"what", title}, {"person", person_name(there, person)}});
}

/// Who answers for a part of the catalogue, too, has to be replaced in the settings.
void add_owner_role(std::vector<std::string>& lines, const Departing& departing, const Context& there) {
  const auto& person = there.catalogue().person(departing.leaver);
  for (const auto& owner : there.policy.owners) {
    if ((owner.who == person.email || owner.who == person.entra_id) && !owner.who.empty()) {
      const auto administrators = names_for(there.policy.administrators, there);
      lines.push_back(
          there.texts.say(administrators.empty() ? "leaving.owner_plain" : "leaving.owner",
                          {{"person", person_name(there, departing.leaver)}, {"people", administrators}}));
      return;
    }
  }
}

std::string heading_of(const Departing& departing, const Context& there) {
  const auto& departure = departing.departure;
  const auto name = person_name(there, departing.leaver);
  if (departure.moves) {
    return there.texts.say("moving.moves", {{"person", name}, {"unit", departure.unit}});
  }
  const bool own = departure.said_by == subject_of(departing.leaver, there.catalogue());
  return there.texts.say(
      own ? "leaving.says" : "leaving.leaves",
      {{"person", name}, {"day", day_in_words(departing.last_day(), there.today, there.texts)}});
}

}  // namespace

std::string handover_title(const Handover& handover, store::Database& database, const Context& there) {
  if (handover.network != 0) {
    const auto network = store::find_network(database, handover.network);
    return network ? there.texts.say("leaving.network", {{"network", network->name}}) : std::string();
  }
  const auto task = there.catalogue().task_by_id(handover.task);
  if (task == no_index) {
    return {};
  }
  const auto title = task_title(there, task);
  switch (handover.role) {
    case store::Role::responsible:
      return title;
    case store::Role::coordinator:
      return there.texts.say("leaving.as_coordinator", {{"task", title}});
    case store::Role::stand_in:
      return there.texts.say("leaving.as_stand_in", {{"task", title}});
  }
  return title;
}

Section departure_section(const Departing& departing, const Context& there) {
  const auto& texts = there.texts;
  const auto all = store::handovers(departing.database(), departing.departure.id);
  const auto open = open_ones(departing);
  OfferSection section;
  section.lines.push_back(heading_of(departing, there));
  section.lines.push_back(all.empty() ? texts.say("leaving.has_nothing")
                          : open.empty()
                              ? texts.say("leaving.all_settled")
                              : texts.say(departing.departure.moves ? "moving.what" : "leaving.what",
                                          {{"count", std::to_string(open.size())}}));
  for (std::size_t i = 0; i < all.size() && i < lines_max; ++i) {
    section.lines.push_back("– " + line_of(all[i], departing, there));
  }
  if (all.size() > lines_max) {
    section.lines.push_back(texts.say("leaving.more", {{"count", std::to_string(all.size() - lines_max)}}));
  }
  if (!departing.departure.moves) {
    add_owner_role(section.lines, departing, there);
  }
  const auto id = departing.departure.id;
  if (!open.empty()) {
    section.offers.push_back(offer(texts.say("leaving.button.all"), cards::Verb::leaver_all, id));
    section.offers.push_back(offer(texts.say("leaving.button.each"), cards::Verb::leaver_each, id));
  }
  section.offers.push_back(
      offer(texts.say(departing.departure.moves ? "moving.button.keeps" : "leaving.button.stays"),
            cards::Verb::leaver_stays, id));
  return section;
}

Section next_section(const Departing& departing, const Context& there) {
  const auto open = open_ones(departing);
  if (open.empty()) {
    return departure_section(departing, there);
  }
  const auto& next = open.front();
  OfferSection section;
  section.lines.push_back(
      there.texts.say("leaving.who", {{"what", handover_title(next, departing.database(), there)},
                                      {"person", person_name(there, departing.leaver)}}));
  section.lines.push_back(there.texts.say("leaving.left_over", {{"count", std::to_string(open.size())}}));
  for (const auto person :
       receivers_for(next, given_on_by(departing), receivers_offered, departing.database(), there)) {
    section.offers.push_back(offer(person_name(there, person), cards::Verb::leaver_give, next.id,
                                   there.catalogue().person(person).id));
  }
  if (departing.departure.moves) {
    section.offers.push_back(offer(there.texts.say("moving.button.keeps"), cards::Verb::leaver_give, next.id,
                                   departing.departure.person));
  } else if (next.network == 0) {
    section.offers.push_back(
        offer(there.texts.say("leaving.button.nobody"), cards::Verb::leaver_vacant, next.id));
  }
  return section;
}

}  // namespace handlers
