#pragma once
// One gathering's messages to people and to its channel: each in the language of whoever gets it.
#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"
#include "handlers/telling.hpp"
#include "store/gatherings.hpp"
#include "store/message_copies.hpp"
#include "store/networks.hpp"

#include <string>

namespace handlers {

/// What the functions below share. References outlive it.
struct Mailing {
  const store::Gathering& gathering;
  const store::Network& network;
  Outcome& outcome;
  const Services& services;
  const Context& context;
  store::Instant now;

  store::Database& database() const { return services.transaction.database(); }
};

/// A new message to one person; noted as not reached if there is no address.
void mail(const Mailing&, std::int64_t person, store::CopyKind, const Make&);

/// The latest message of that kind to the person is edited, or exchanged while it waits. Nothing happens if
/// there is none. Person 0: the organizer's card (kind status), else the channel's post.
void mail_edit(const Mailing&, std::int64_t person, store::CopyKind, const Make&);

/// A new message to the network's channel, if it has one. False if we were taken out there: the organizer's
/// card then says so.
bool post(const Mailing&, store::CopyKind, const Make&);

/// What people mute of a network.
std::string topic_of(const store::Network&);

}  // namespace handlers
