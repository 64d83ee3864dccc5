#pragma once
// One gathering's messages to people and to its channel: each in the language of whoever gets it.
#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"
#include "store/message_copies.hpp"
#include "store/networks.hpp"

#include <functional>
#include <string_view>

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

/// What a message says, made when its reader's language is known.
using Make = std::function<std::vector<Section>(const Context&)>;

/// A new message to one person; noted as not reached if there is no address.
void mail(const Mailing&, std::int64_t person, store::CopyKind, const Make&);

/// The latest message of that kind to the person is edited, or exchanged while it waits. Nothing happens if
/// there is none. Person 0: the organizer's card (kind status), else the channel's post.
void mail_edit(const Mailing&, std::int64_t person, store::CopyKind, const Make&);

/// A new message to the network's channel, if it has one.
void post(const Mailing&, store::CopyKind, const Make&);

/// A message to somebody that is no copy of anything. False if there is no address.
bool tell_person(store::PersonIndex, const std::string& tenant, Outcome&, const Services&, const Context&,
                 const Make&);

/// Works here today: in the catalogue, and has not left.
bool works_here(store::PersonIndex, const Context&);

/// Wants no message of the topic ("reminders", "network:ID") now, or none at all.
bool is_muted(store::PersonIndex, const std::string& topic, store::Database&, const Context&,
              store::Instant now);
std::string topic_of(const store::Network&);

/// A context that belongs to no turn: Danish, personal, today. `seed` keeps its cards apart from others.
Context context_at(store::Instant now, const Services&, std::string_view seed);

}  // namespace handlers
