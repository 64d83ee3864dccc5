#include "handlers/leaving/departing.hpp"

#include "handlers/leaving/receivers.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/phrases.hpp"
#include "store/catalogue_edits.hpp"
#include "store/networks.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using store::Handover;
using store::HandoverState;
using store::no_index;
using store::PersonIndex;

store::ChangedBy changed_by(const Departing& departing) {
  return {departing.by, {}, departing.now};
}

PersonIndex likely_receiver(const Handover& handover, const Departing& departing) {
  const auto people =
      receivers_for(handover, given_on_by(departing), 1, departing.database(), departing.context);
  const auto nobody = departing.departure.moves ? departing.leaver : no_index;
  return people.empty() ? nobody : people.front();
}

std::int64_t id_of(PersonIndex person, const Departing& departing) {
  return person == no_index ? 0 : departing.context.catalogue().person(person).id;
}

/// Who has it for good already is given nothing new.
bool has_it(const Handover& handover, std::int64_t person, const Departing& departing) {
  const auto all = store::assignments(departing.database(), handover.task, person);
  return std::any_of(all.begin(), all.end(), [&](const store::Assignment& one) {
    return one.role == handover.role && !one.to &&
           (!one.from || *one.from <= departing.departure.first_day_without);
  });
}

void move_task(const Handover& handover, std::int64_t receiver, const Departing& departing) {
  if (receiver == departing.departure.person) {
    return;  // keeps it
  }
  const auto by = changed_by(departing);
  const auto day = departing.departure.first_day_without;
  if (receiver != 0 && !has_it(handover, receiver, departing)) {
    const auto from = handover.from && *handover.from > day ? *handover.from : day;
    store::assign(departing.transaction(), {handover.task, receiver, handover.role, from, handover.to},
                  departing.context.today, by);
  }
  const bool began = !handover.from || *handover.from < day;
  store::withdraw(departing.transaction(), handover.task, departing.departure.person, handover.role,
                  began ? std::optional(departing.last_day()) : std::nullopt, by);
}

void move_network(const Handover& handover, std::int64_t receiver, const Departing& departing) {
  auto network = store::find_network(departing.database(), handover.network);
  if (network && receiver != 0) {
    network->successor = receiver;
    store::update_network(departing.transaction(), *network);
    store::add_member(departing.transaction(), network->id, receiver);
  }
}

/// Which person gets what: each hears of it once.
using Shares = std::map<PersonIndex, std::vector<Handover>>;

bool settle(const Handover& handover, PersonIndex receiver, const Departing& departing, Shares& shares) {
  const auto id = id_of(receiver, departing);
  if (!store::settle_handover(departing.transaction(), handover.id, id)) {
    return false;
  }
  if (handover.network != 0) {
    move_network(handover, id, departing);
  } else {
    move_task(handover, id, departing);
  }
  if (receiver != no_index) {
    shares[receiver].push_back(handover);
  }
  return true;
}

void tell_receivers(const Shares& shares, const char* key, const Departing& departing) {
  const auto arranger = person_of(departing.by, departing.context.catalogue());
  for (const auto& share : shares) {
    if (share.first == arranger || share.first == departing.leaver) {
      continue;  // sees the card, or keeps what it is
    }
    tell_person(share.first, departing.outcome, departing.services, departing.context,
                [&](const Context& there) -> std::vector<Section> {
                  TextSection words{
                      {there.texts.say(key, {{"person", person_name(there, departing.leaver)},
                                             {"day", day_in_words(departing.departure.first_day_without,
                                                                  there.today, there.texts)}})},
                      {}};
                  for (const auto& handover : share.second) {
                    words.lines.push_back("– " + handover_title(handover, departing.database(), there));
                  }
                  if (const auto name = name_of(departing.by, there); !name.empty()) {
                    words.lines.push_back(there.texts.say("leaving.told_by", {{"person", name}}));
                  }
                  return {std::move(words)};
                });
  }
}

/// Whoever moves still works here, and has to know what is not theirs any more.
void tell_mover(const Shares& shares, const Departing& departing) {
  const bool something = std::any_of(shares.begin(), shares.end(),
                                     [&](const auto& share) { return share.first != departing.leaver; });
  if (!departing.departure.moves || !something ||
      person_of(departing.by, departing.context.catalogue()) == departing.leaver) {
    return;
  }
  tell_person(
      departing.leaver, departing.outcome, departing.services, departing.context,
      [&](const Context& there) -> std::vector<Section> {
        TextSection words{{there.texts.say("moving.told_mover", {{"unit", departing.departure.unit}})}, {}};
        for (const auto& [person, handovers] : shares) {
          for (const auto& one : handovers) {
            if (person != departing.leaver) {
              words.lines.push_back(
                  "– " +
                  there.texts.say("leaving.line", {{"what", handover_title(one, departing.database(), there)},
                                                   {"person", person_name(there, person)}}));
            }
          }
        }
        return {std::move(words)};
      });
}

void finish(const Departing& departing) {
  if (!departing.departure.moves && !departing.context.catalogue().person(departing.leaver).left) {
    store::set_left(departing.transaction(), departing.departure.person,
                    departing.departure.first_day_without, changed_by(departing));
  }
  if (open_ones(departing).empty()) {
    store::end_departure(departing.transaction(), departing.departure.id, store::DepartureState::done,
                         departing.now);
  }
  departing.outcome.changed_data = true;
}

void take_back_one(const Handover& handover, const Departing& departing) {
  const auto by = changed_by(departing);
  if (handover.network != 0) {
    auto network = store::find_network(departing.database(), handover.network);
    if (network && network->successor == handover.receiver) {
      network->successor = 0;
      store::update_network(departing.transaction(), *network);
    }
  } else if (handover.receiver != departing.departure.person) {
    for (const auto& one : store::assignments(departing.database(), handover.task, handover.receiver)) {
      if (one.role == handover.role && one.from && *one.from >= departing.departure.first_day_without) {
        store::withdraw(departing.transaction(), one.task, one.person, one.role, {}, by);
      }
    }
    store::assign(departing.transaction(),
                  {handover.task, departing.departure.person, handover.role, handover.from, handover.to},
                  departing.context.today, by);
  }
  store::reopen_handover(departing.transaction(), handover.id);
}

}  // namespace

GivenOnBy given_on_by(const Departing& departing) {
  const auto& catalogue = departing.context.catalogue();
  if (!departing.departure.moves) {
    return given_on_by(departing.leaver, departing.context);
  }
  GivenOnBy from{departing.leaver, no_index, no_index};
  const auto left = store::fold(departing.departure.unit);
  for (store::UnitIndex unit = 0; unit < catalogue.units().size(); ++unit) {
    if (catalogue.unit(unit).is_called(left)) {
      from.unit = unit;
    }
  }
  if (departing.departure.leader != 0) {
    from.leader = catalogue.person_by_id(departing.departure.leader);
  }
  return from;
}

std::vector<Handover> open_ones(const Departing& departing) {
  auto all = store::handovers(departing.database(), departing.departure.id);
  std::erase_if(all, [](const Handover& one) { return one.state != HandoverState::open; });
  return all;
}

void give_all(const Departing& departing) {
  Shares shares;
  for (const auto& handover : open_ones(departing)) {
    const auto receiver = likely_receiver(handover, departing);
    if (receiver != no_index || handover.network == 0) {
      settle(handover, receiver, departing, shares);
    }
  }
  finish(departing);
  tell_receivers(shares, "leaving.told", departing);
  tell_mover(shares, departing);
}

void give_one(const Handover& handover, PersonIndex receiver, const Departing& departing) {
  Shares shares;
  if (settle(handover, receiver, departing, shares)) {
    finish(departing);
    tell_receivers(shares, "leaving.told", departing);
    tell_mover(shares, departing);
  }
}

void take_back(const Departing& departing) {
  Shares shares;
  for (const auto& handover : store::handovers(departing.database(), departing.departure.id)) {
    if (handover.state == HandoverState::open) {
      continue;
    }
    const auto receiver =
        handover.receiver == 0 ? no_index : departing.context.catalogue().person_by_id(handover.receiver);
    if (receiver != no_index) {
      shares[receiver].push_back(handover);
    }
    take_back_one(handover, departing);
  }
  if (!departing.departure.moves) {
    store::set_left(departing.transaction(), departing.departure.person, {}, changed_by(departing));
  }
  store::end_departure(departing.transaction(), departing.departure.id, store::DepartureState::withdrawn,
                       departing.now);
  departing.outcome.changed_data = true;
  tell_receivers(shares, departing.departure.moves ? "moving.told_back" : "leaving.told_back", departing);
}

}  // namespace handlers
