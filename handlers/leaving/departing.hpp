#pragma once
// What happens to the tasks and networks of somebody who leaves, or to the tasks of somebody who moves to
// another unit. Whoever calls has checked who may.
#include "handlers/dispatch.hpp"
#include "handlers/leaving/receivers.hpp"
#include "handlers/sections.hpp"
#include "store/departures.hpp"

#include <string>
#include <vector>

namespace handlers {

/// What the functions below share. References outlive it.
struct Departing {
  store::Departure departure;
  store::PersonIndex leaver = store::no_index;
  std::string by;  ///< Entra object id or e-mail of who arranges it
  Outcome& outcome;
  const Services& services;
  const Context& context;
  store::Instant now;

  store::Transaction& transaction() const { return services.transaction; }
  store::Database& database() const { return services.transaction.database(); }
  store::Day last_day() const { return departure.first_day_without - std::chrono::days{1}; }
};

/// Whose neighbours may take over: of a move those in the unit that was left.
GivenOnBy given_on_by(const Departing&);

/// Everything with the receiver that is at hand: what has none becomes vacant, or stays with whoever moves;
/// but a network stays open.
void give_all(const Departing&);
/// One of them, to somebody or (no_index) to nobody yet.
void give_one(const store::Handover&, store::PersonIndex receiver, const Departing&);
/// The person stays, or keeps it all: everything is taken back, and whoever got something is told.
void take_back(const Departing&);

/// What is open still.
std::vector<store::Handover> open_ones(const Departing&);
/// "Vandløb", "Tovholder for Juranetværket"; empty if it is gone.
std::string handover_title(const store::Handover&, store::Database&, const Context& there);

/// The whole card: who leaves, what goes where, what can be done.
Section departure_section(const Departing&, const Context& there);
/// The first that is open, with those who may take it.
Section next_section(const Departing&, const Context& there);

}  // namespace handlers
