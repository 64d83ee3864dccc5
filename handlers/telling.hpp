#pragma once
// Messages that nobody asked for, to colleagues: each in the language of whoever gets it.
#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// What a message says, made when its reader's language is known.
using Make = std::function<std::vector<Section>(const Context&)>;

/// A message to somebody that is no copy of a gathering. False if there is no address.
bool tell_person(store::PersonIndex, const std::string& tenant, Outcome&, const Services&, const Context&,
                 const Make&);

/// The same where no turn tells the tenant: that of the person's chat, else the first in which we were met.
bool tell_person(store::PersonIndex, Outcome&, const Services&, const Context&, const Make&);

/// Works here today: in the catalogue, and has not left.
bool works_here(store::PersonIndex, const Context&);

/// Wants no message of the topic ("reminders", "network:ID") now, or none at all.
bool is_muted(store::PersonIndex, const std::string& topic, store::Database&, const Context&,
              store::Instant now);

/// A context that belongs to no turn: Danish, personal, today. `seed` keeps its cards apart from others.
Context context_at(store::Instant now, const Services&, std::string_view seed);

}  // namespace handlers
